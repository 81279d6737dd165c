import {
  DAY_STATUSES,
  type DayStatus,
  type PublishedGroup,
  SMALLEST_GROUP,
  type StatusCounts,
} from '../../../src/domain/figures/disclosure';

export const NOBODY: StatusCounts = countStatuses([]);

export function countStatuses(statuses: readonly DayStatus[]): StatusCounts {
  const counts = Object.fromEntries(DAY_STATUSES.map((status) => [status, 0])) as Record<DayStatus, number>;
  for (const status of statuses) counts[status] += 1;
  return counts;
}

/** Every way in which so many people can have these statuses. */
function* rosters(people: number, statuses: readonly DayStatus[]): Generator<StatusCounts> {
  const counts = { ...NOBODY };
  yield* placed(people, 0);
  function* placed(left: number, index: number): Generator<StatusCounts> {
    const status = statuses[index] as DayStatus;
    if (index === statuses.length - 1) {
      counts[status] = left;
      yield counts;
      return;
    }
    for (let count = 0; count <= left; count += 1) {
      counts[status] = count;
      yield* placed(left - count, index + 1);
    }
  }
}

/**
 * The published tables of a roster of this size that bound a count of 1 to 4 people below five, for a reader who knows
 * the gate: every roster that leads to the same table is compared.
 */
export function brokenTables(
  gate: (counts: StatusCounts) => readonly PublishedGroup[],
  people: number,
  statuses: readonly DayStatus[] = DAY_STATUSES,
): string[] {
  const tables = new Map<string, { most: number[]; hasFew: boolean[] }>();
  for (const counts of rosters(people, statuses)) {
    const table = gate(counts)
      .map((group) => `${group.statuses.join('+')}: ${group.people}`)
      .join(', ');
    const known = tables.get(table) ?? { most: statuses.map(() => 0), hasFew: statuses.map(() => false) };
    statuses.forEach((status, index) => {
      const count = counts[status];
      known.most[index] = Math.max(known.most[index] ?? 0, count);
      if (count > 0 && count < SMALLEST_GROUP) known.hasFew[index] = true;
    });
    tables.set(table, known);
  }
  return [...tables].flatMap(([table, { most, hasFew }]) =>
    hasFew.some((few, index) => few && (most[index] ?? 0) < SMALLEST_GROUP) ? [table] : [],
  );
}
