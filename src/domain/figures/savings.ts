import { commuteSaved, WORK_STYLES, type WorkStyle } from '../answers/work-style';

/** Saved hours with the inputs of their formula, which are always shown with them. */
export interface Savings {
  /** Hours not spent commuting. */
  hours: number;
  /** Minutes of a usual return commute: a setting of the team. */
  commuteMinutes: number;
  /** Person-days without a commute (home, mobile). */
  fullDays: number;
  /** Person-days that save half a commute (satellite office). */
  satelliteDays: number;
}

/**
 * Hours of commuting saved by these person-days: `(home + mobile + satellite / 2) x commute`. A member who comes to
 * the office later the same day (home-part, off-peak) still commutes and saves none.
 */
export function savingsOf(byStyle: Readonly<Record<WorkStyle, number>>, commuteMinutes: number): Savings {
  const daysSaving = (part: number) =>
    WORK_STYLES.filter((style) => commuteSaved(style) === part).reduce(
      (sum, style) => sum + byStyle[style],
      0,
    );
  const [fullDays, satelliteDays] = [daysSaving(1), daysSaving(0.5)];
  return {
    hours: ((fullDays + satelliteDays / 2) * commuteMinutes) / 60,
    commuteMinutes,
    fullDays,
    satelliteDays,
  };
}
