import { minutesOf, type Time } from '../time/calendar';

/** The work styles a member can answer with, telework first: the order of the buttons. Codes are stable. */
export const WORK_STYLES = [
  'home',
  'home-part',
  'satellite',
  'mobile',
  'off-peak',
  'leave',
  'trip',
  'office',
] as const;
export type WorkStyle = (typeof WORK_STYLES)[number];

/** What a member says of a day. */
export interface Choice {
  style: WorkStyle;
  /** When the member arrives at the office, local: asked for `off-peak` and `home-part` only. */
  arrival: Time | null;
}

const TELEWORK: ReadonlySet<WorkStyle> = new Set(['home', 'home-part', 'satellite', 'mobile']);
const NO_OFFICE_VISIT: ReadonlySet<WorkStyle> = new Set(['home', 'satellite', 'mobile', 'leave']);
const TRAVELS_LATER: ReadonlySet<WorkStyle> = new Set(['home-part', 'off-peak']);

export function isWorkStyle(text: string): text is WorkStyle {
  return (WORK_STYLES as readonly string[]).includes(text);
}

export function takesArrival(style: WorkStyle): boolean {
  return TRAVELS_LATER.has(style);
}

export function isTelework(style: WorkStyle): boolean {
  return TELEWORK.has(style);
}

/**
 * Whether the member keeps out of the rush hour which ends at `until`.
 * Off-peak counts only with an arrival at or after that end; home-part counts unless an earlier arrival is
 * known. A business trip is neutral: in no numerator.
 */
export function avoidsPeak({ style, arrival }: Choice, until: Time): boolean {
  switch (style) {
    case 'home':
    case 'satellite':
    case 'mobile':
    case 'leave':
      return true;
    case 'home-part':
      return arrival === null || minutesOf(arrival) >= minutesOf(until);
    case 'off-peak':
      return arrival !== null && minutesOf(arrival) >= minutesOf(until);
    case 'trip':
    case 'office':
      return false;
  }
}

export function avoidsOffice(style: WorkStyle): boolean {
  return NO_OFFICE_VISIT.has(style);
}
