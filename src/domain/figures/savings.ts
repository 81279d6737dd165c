import type { WorkStyle } from '../answers/work-style';

/** The counting behind saved hours: shown with its inputs, never alone. */
export interface Savings {
  /** Hours not spent commuting. */
  hours: number;
  /** Minutes of a usual return commute: what the team set. */
  commuteMinutes: number;
  /** Person-days without a commute (home, mobile). */
  fullDays: number;
  /** Person-days at a satellite office: each saves half a commute. */
  satelliteDays: number;
}

/**
 * Hours of commuting saved by these person-days: `(home + mobile + satellite / 2) x commute`.
 * Who comes to the office later the same day (home-part, off-peak) travels all the same and saves none.
 */
export function savingsOf(byStyle: Readonly<Record<WorkStyle, number>>, commuteMinutes: number): Savings {
  const fullDays = byStyle.home + byStyle.mobile;
  const satelliteDays = byStyle.satellite;
  return {
    hours: ((fullDays + satelliteDays / 2) * commuteMinutes) / 60,
    commuteMinutes,
    fullDays,
    satelliteDays,
  };
}
