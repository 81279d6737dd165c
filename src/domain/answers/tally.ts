import type { Millis, Time } from '../time/calendar';
import {
  avoidsOffice,
  avoidsPeak,
  isTelework,
  perStyle,
  type WorkChoice,
  type WorkStyle,
} from './work-style';

/** How many members gave the same answer. */
export interface TallyGroup extends WorkChoice {
  count: number;
  /** How many of them answered late. */
  late: number;
}

/**
 * The counts of a poll. Three figures, never merged: telework, peak avoided, no office visit.
 * Each has `members` as its denominator; `answered / members` is the response rate.
 */
export interface Tally {
  /**
   * The roster when the poll opened, plus members who joined and answered, less members who are not scheduled and have
   * agreed with the team: only of them the team may know it.
   */
  members: number;
  answered: number;
  byStyle: Record<WorkStyle, number>;
  telework: number;
  peakAvoided: number;
  noOfficeVisit: number;
  /** Late answers; the counts above include them. */
  late: number;
  /** Members who have not answered in the team yet: they count as silent, whatever they answered elsewhere. */
  unheard: number;
}

/** The tally of answers grouped by choice; the peak ends at `until`, local. */
export function tallyOf(members: number, groups: readonly TallyGroup[], until: Time, unheard = 0): Tally {
  const count = (matches: (group: TallyGroup) => boolean) =>
    groups.reduce((sum, group) => (matches(group) ? sum + group.count : sum), 0);
  return {
    members,
    answered: count(() => true),
    byStyle: perStyle((style) => count((group) => group.style === style)),
    telework: count((group) => isTelework(group.style)),
    peakAvoided: count((group) => avoidsPeak(group, until)),
    noOfficeVisit: count((group) => avoidsOffice(group.style)),
    late: groups.reduce((sum, group) => sum + group.late, 0),
    unheard,
  };
}

/**
 * How fast a team answered. The quantiles are the milliseconds from the opening until that share of the members who
 * answered after it had answered; null while none has.
 */
export interface ResponseCurve {
  /** Members who had answered before the poll opened. */
  planned: number;
  /** Members who first answered after it opened. */
  counted: number;
  quarter: Millis | null;
  median: Millis | null;
  threeQuarters: Millis | null;
  /** After a call at short notice: until that share of all members had responded; absent: not counted. */
  whole?: Quarters;
}

/** The milliseconds until a quarter, a half and three quarters had responded; null: so many did not. */
interface Quarters {
  quarter: Millis | null;
  half: Millis | null;
  threeQuarters: Millis | null;
}

/**
 * The curve from the instant of each member's first answer, in any order, by nearest-rank quantiles. `members`: how many
 * were called at short notice; null: they were not.
 */
export function responseCurve(
  firstAnswers: readonly Millis[],
  opensAt: Millis,
  members: number | null = null,
): ResponseCurve {
  const delays = firstAnswers
    .filter((at) => at >= opensAt)
    .map((at) => at - opensAt)
    .sort((a, b) => a - b);
  const quantile = (share: number, of = delays.length) => delays[Math.ceil(of * share) - 1] ?? null;
  const whole =
    members === null
      ? {}
      : {
          whole: {
            quarter: quantile(0.25, members),
            half: quantile(0.5, members),
            threeQuarters: quantile(0.75, members),
          },
        };
  return {
    planned: firstAnswers.length - delays.length,
    counted: delays.length,
    quarter: quantile(0.25),
    median: quantile(0.5),
    threeQuarters: quantile(0.75),
    ...whole,
  };
}

/** The middle one of the polls by their medians, in ms; null: none has one. */
export function middleResponse(
  medians: readonly (Millis | null)[],
): { polls: number; median: Millis } | null {
  const sorted = medians.filter((one) => one !== null).sort((one, other) => one - other);
  const median = sorted[Math.ceil(sorted.length / 2) - 1];
  return median === undefined ? null : { polls: sorted.length, median };
}
