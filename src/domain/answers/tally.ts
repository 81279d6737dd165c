import type { Millis, Time } from '../time/calendar';
import { avoidsOffice, avoidsPeak, type Choice, isTelework, perStyle, type WorkStyle } from './work-style';

/** How many members gave the same answer. */
export interface TallyGroup extends Choice {
  count: number;
  /** Of these, how many answered at or after the end of the window. */
  late: number;
}

/**
 * The counts of a poll. Three figures, never merged: telework, peak avoided, no office visit.
 * Each has `members` as its denominator; `answered / members` is the response rate.
 */
export interface Tally {
  /** The roster when the poll opened, plus who joined and answered, less who is not scheduled. */
  members: number;
  answered: number;
  byStyle: Record<WorkStyle, number>;
  telework: number;
  peakAvoided: number;
  noOfficeVisit: number;
  /** Answers given or changed after the window; they are in the counts above. */
  late: number;
}

export function tallyOf(members: number, groups: readonly TallyGroup[], until: Time): Tally {
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
  };
}

/** How fast a team answered: milliseconds from the opening until a share of those who answered after it had. */
export interface ResponseCurve {
  /** Who had answered before the poll opened. */
  planned: number;
  /** Who first answered after it opened. */
  counted: number;
  quarter: Millis | null;
  median: Millis | null;
  threeQuarters: Millis | null;
}

/** `firstAnswers`: the instant of each member's first answer, in any order. Nearest-rank quantiles. */
export function responseCurve(firstAnswers: readonly Millis[], opensAt: Millis): ResponseCurve {
  const delays = firstAnswers
    .filter((at) => at >= opensAt)
    .map((at) => at - opensAt)
    .sort((a, b) => a - b);
  const quantile = (share: number) => delays[Math.ceil(delays.length * share) - 1] ?? null;
  return {
    planned: firstAnswers.length - delays.length,
    counted: delays.length,
    quarter: quantile(0.25),
    median: quantile(0.5),
    threeQuarters: quantile(0.75),
  };
}
