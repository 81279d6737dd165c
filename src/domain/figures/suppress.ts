/** Cells below this many people never leave an organisation. */
export const SMALLEST_CELL = 5;

/**
 * Hides (null) counts that would reveal something about fewer than `minimum` people. The total is published, too.
 *
 * - While no cell holds 1 to `minimum - 1` people nothing is hidden, not even zeros. Otherwise every cell below the
 *   minimum is hidden: a visible zero would narrow the others down (five hidden cells of a total of 5 would be 1 each).
 * - The smallest other cells follow, equal ones together, until the hidden cells hold `minimum` people or more and
 *   differ. Equal counts are hidden together, so the published table stays the same when two hidden counts change
 *   places: with this rule and the total, a reader still finds two values or more for each hidden cell.
 * - A total below the minimum hides everything, and must itself be withheld.
 */
export function suppress(
  cells: Readonly<Record<string, number>>,
  minimum: number = SMALLEST_CELL,
): Record<string, number | null> {
  const counts = Object.values(cells);
  const limit = hiddenUpTo(counts, minimum);
  return Object.fromEntries(
    Object.entries(cells).map(([key, count]) => [key, count <= limit ? null : count]),
  );
}

/** The largest count to hide; -1: none. */
function hiddenUpTo(counts: readonly number[], minimum: number): number {
  if (sum(counts) < minimum) return Number.POSITIVE_INFINITY;
  if (!counts.some((count) => count > 0 && count < minimum)) return -1;
  const larger = [...new Set(counts)].filter((count) => count >= minimum).sort((a, b) => a - b);
  for (const limit of [minimum - 1, ...larger]) {
    const hidden = counts.filter((count) => count <= limit);
    if (sum(hidden) >= minimum && new Set(hidden).size > 1) return limit;
  }
  return Number.POSITIVE_INFINITY;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
