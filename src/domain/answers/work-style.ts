import { minutesOf, type Time } from '../time/calendar';

/** What a work style means. Everything that counts, asks or shows answers derives from these facts. */
interface StyleFacts {
  telework: boolean;
  /**
   * Whether the member avoids the rush hour. `by-arrival`: only with an arrival at or after its end;
   * `unless-early`: unless an earlier arrival is known; `neutral`: in no numerator.
   */
  peak: 'avoided' | 'by-arrival' | 'unless-early' | 'not-avoided' | 'neutral';
  /** Whether the member visits the office that day; `neutral`: in no numerator. */
  officeVisit: 'none' | 'made' | 'neutral';
  /** Which part of a usual return commute teleworking saves. */
  commuteSaved: 'whole' | 'half' | 'none';
  /** Whether the member is asked when they arrive at the office. */
  asksArrival: boolean;
  /** Whether other people see the style as "away" only. */
  shownAsAway: boolean;
  /** Whether the member works that day: a drill asks nobody else. */
  works: boolean;
}

/** The facts of each style, telework first: this is the order of the buttons. Codes are stable: they are stored. */
const STYLES = {
  home: {
    telework: true,
    peak: 'avoided',
    officeVisit: 'none',
    commuteSaved: 'whole',
    asksArrival: false,
    shownAsAway: false,
    works: true,
  },
  'home-part': {
    telework: true,
    peak: 'unless-early',
    officeVisit: 'made',
    commuteSaved: 'none',
    asksArrival: true,
    shownAsAway: false,
    works: true,
  },
  satellite: {
    telework: true,
    peak: 'avoided',
    officeVisit: 'none',
    commuteSaved: 'half',
    asksArrival: false,
    shownAsAway: false,
    works: true,
  },
  mobile: {
    telework: true,
    peak: 'avoided',
    officeVisit: 'none',
    commuteSaved: 'whole',
    asksArrival: false,
    shownAsAway: false,
    works: true,
  },
  'off-peak': {
    telework: false,
    peak: 'by-arrival',
    officeVisit: 'made',
    commuteSaved: 'none',
    asksArrival: true,
    shownAsAway: false,
    works: true,
  },
  leave: {
    telework: false,
    peak: 'avoided',
    officeVisit: 'none',
    commuteSaved: 'none',
    asksArrival: false,
    shownAsAway: true,
    works: false,
  },
  trip: {
    telework: false,
    peak: 'neutral',
    officeVisit: 'neutral',
    commuteSaved: 'none',
    asksArrival: false,
    shownAsAway: true,
    works: true,
  },
  office: {
    telework: false,
    peak: 'not-avoided',
    officeVisit: 'made',
    commuteSaved: 'none',
    asksArrival: false,
    shownAsAway: false,
    works: true,
  },
} as const satisfies Record<string, StyleFacts>;

export type WorkStyle = keyof typeof STYLES;

/** Every work style in the order of the buttons. */
export const WORK_STYLES = Object.keys(STYLES) as WorkStyle[] as readonly WorkStyle[];

/** Said of a day on which the member does not work, by shift: no work style, and outside of every denominator. */
export const NOT_SCHEDULED = 'not-scheduled';

/** What a member can say of their day. */
export type DayState = WorkStyle | typeof NOT_SCHEDULED;

/** What a member answers for a day. */
export interface Choice {
  style: DayState;
  /** When the member arrives at the office, local; null where the style asks for no arrival or none is known. */
  arrival: Time | null;
}

/** Whether two choices are the same; null stands for none. */
export function isSameChoice(one: Choice | null, other: Choice | null): boolean {
  return one?.style === other?.style && one?.arrival === other?.arrival;
}

/** An answer that counts: a work style. */
export type WorkChoice = Choice & { style: WorkStyle };

/** Whether the answer names a work style; else the member is not scheduled. */
export function isWork<C extends Choice>(choice: C): choice is C & { style: WorkStyle } {
  return choice.style !== NOT_SCHEDULED;
}

export function isWorkStyle(text: string): text is WorkStyle {
  return Object.hasOwn(STYLES, text);
}

export function isDayState(text: string): text is DayState {
  return text === NOT_SCHEDULED || isWorkStyle(text);
}

/** A value for each work style, in their order. */
export function perStyle<T>(of: (style: WorkStyle) => T): Record<WorkStyle, T> {
  return Object.fromEntries(WORK_STYLES.map((style) => [style, of(style)])) as Record<WorkStyle, T>;
}

/** Whether a person in this state does not work that day. */
export function isAbsent(style: DayState): boolean {
  return style === NOT_SCHEDULED || !STYLES[style].works;
}

export function takesArrival(style: DayState): boolean {
  return style !== NOT_SCHEDULED && STYLES[style].asksArrival;
}

/** Whether only an arrival makes the style avoid the peak: without one it counts as travel in the rush hour. */
export function needsArrival(style: WorkStyle): boolean {
  return STYLES[style].peak === 'by-arrival';
}

export function isTelework(style: DayState): boolean {
  return style !== NOT_SCHEDULED && STYLES[style].telework;
}

/** Whether the member avoids the rush hour that ends at `until`, local. */
export function avoidsPeak({ style, arrival }: WorkChoice, until: Time): boolean {
  const isLater = arrival !== null && minutesOf(arrival) >= minutesOf(until);
  const avoided: Record<StyleFacts['peak'], boolean> = {
    avoided: true,
    'by-arrival': isLater,
    'unless-early': isLater || arrival === null,
    'not-avoided': false,
    neutral: false,
  };
  return avoided[STYLES[style].peak];
}

/** Whether people of the style avoid the rush hour: some styles depend on the arrival. */
export function peakAvoidance(style: WorkStyle): 'always' | 'never' | 'sometimes' {
  const avoidance: Record<StyleFacts['peak'], 'always' | 'never' | 'sometimes'> = {
    avoided: 'always',
    'by-arrival': 'sometimes',
    'unless-early': 'sometimes',
    'not-avoided': 'never',
    neutral: 'never',
  };
  return avoidance[STYLES[style].peak];
}

export function avoidsOffice(style: WorkStyle): boolean {
  return STYLES[style].officeVisit === 'none';
}

/** The part of a usual return commute that the style saves: 0, 0.5 or 1. */
export function commuteSaved(style: WorkStyle): number {
  const parts: Record<StyleFacts['commuteSaved'], number> = { whole: 1, half: 0.5, none: 0 };
  return parts[STYLES[style].commuteSaved];
}

/** What other people see: leave and business trips are one. */
export type ShownStyle = Exclude<WorkStyle, 'leave' | 'trip'> | 'away';

export function shownAs(style: DayState): ShownStyle {
  return style === NOT_SCHEDULED || STYLES[style].shownAsAway
    ? 'away'
    : (style as Exclude<WorkStyle, 'leave' | 'trip'>);
}

/** What other people see, in the order of the buttons. */
export const SHOWN_STYLES: readonly ShownStyle[] = [...new Set(WORK_STYLES.map(shownAs))];
