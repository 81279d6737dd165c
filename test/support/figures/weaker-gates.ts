import {
  DAY_STATUSES,
  type DayStatus,
  type PublishedGroup,
  SMALLEST_GROUP,
  type StatusCounts,
} from '../../../src/domain/figures/disclosure';

/* Gates that look sound and are not: an attacker who breaks none of them proves nothing. */

/** Hides counts below five, and then the smallest others until five people are hidden. */
export function suppressing(counts: StatusCounts): PublishedGroup[] {
  const ascending = DAY_STATUSES.filter((status) => counts[status] > 0).sort((a, b) => counts[a] - counts[b]);
  const hidden = ascending.filter((status) => counts[status] < SMALLEST_GROUP);
  while (hidden.length > 0 && hidden.length < ascending.length && sum(hidden, counts) < SMALLEST_GROUP)
    hidden.push(ascending[hidden.length] as DayStatus);
  return groupsOf(
    [hidden, ...ascending.filter((status) => !hidden.includes(status)).map((one) => [one])],
    counts,
  );
}

/** Merges the smallest group with the next smallest until none has 1 to 4 people. */
export function mergingNeighbours(counts: StatusCounts): PublishedGroup[] {
  let groups = DAY_STATUSES.filter((status) => counts[status] > 0).map((status) => [status]);
  for (;;) {
    groups = groups.sort((a, b) => sum(a, counts) - sum(b, counts));
    const [smallest, next, ...rest] = groups;
    if (!smallest || !next || sum(smallest, counts) >= SMALLEST_GROUP) return groupsOf(groups, counts);
    groups = [[...smallest, ...next], ...rest];
  }
}

/** Splits telework from the rest also where one side is empty. */
export function showingZero(counts: StatusCounts): PublishedGroup[] {
  const telework: DayStatus[] = ['home', 'home-part', 'satellite', 'mobile'];
  const sides = [telework, DAY_STATUSES.filter((status) => !telework.includes(status))];
  const isShown = sides.every((side) => sum(side, counts) === 0 || sum(side, counts) >= SMALLEST_GROUP);
  return groupsOf(isShown ? sides : [DAY_STATUSES], counts, 0);
}

function groupsOf(
  groups: readonly (readonly DayStatus[])[],
  counts: StatusCounts,
  least = 1,
): PublishedGroup[] {
  return groups
    .map((statuses) => ({ statuses, people: sum(statuses, counts) }))
    .filter(({ people }) => people >= least);
}

function sum(statuses: readonly DayStatus[], counts: StatusCounts): number {
  return statuses.reduce((total, status) => total + counts[status], 0);
}
