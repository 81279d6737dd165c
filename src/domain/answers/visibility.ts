import { SMALLEST_GROUP } from '../figures/disclosure';
import type { Poll } from './poll';
import type { Tally, TallyGroup } from './tally';
import { SHOWN_STYLES, type ShownStyle, shownAs, WORK_STYLES } from './work-style';

/** Members who are scheduled or have answered, and their answers by style and arrival. */
export interface Counted {
  members: number;
  groups: TallyGroup[];
}

/** A poll's members, and them by whether they have answered in its team's channels under what the poll shows. */
export interface Counts extends Counted {
  here: Counted;
  elsewhere: Counted;
}

/**
 * Whether the answers of members who have not answered in the team count in what it is shown. They do where they cannot
 * be told apart: with names they are what the names leave over, with counts only they are among all members. Otherwise
 * a channel made for the purpose would tell an answer that was given elsewhere.
 */
export function countsElsewhere({ names }: Pick<Poll, 'names'>, here: number, elsewhere: number): boolean {
  return (names ? elsewhere : here + elsewhere) >= SMALLEST_GROUP;
}

/** What the team is shown: all members, the answers that may be counted, and how many answers may not. */
export function shownOf(
  poll: Pick<Poll, 'names'>,
  { members, groups, here, elsewhere }: Counts,
): Counted & { uncounted: number } {
  if (countsElsewhere(poll, here.members, elsewhere.members)) return { members, groups, uncounted: 0 };
  const uncounted = elsewhere.groups.reduce((sum, { count }) => sum + count, 0);
  return { members, groups: here.groups, uncounted };
}

/** The counts by style as other people see them, where there are any. */
export function shownStyles({ byStyle }: Pick<Tally, 'byStyle'>): { style: ShownStyle; count: number }[] {
  return SHOWN_STYLES.map((shown) => {
    const styles = WORK_STYLES.filter((style) => shownAs(style) === shown);
    return { style: shown, count: styles.reduce((sum, style) => sum + byStyle[style], 0) };
  }).filter(({ count }) => count > 0);
}
