/** Rows per statement: databases limit the number of bound values (SQLite: 32,766). */
const ROWS_PER_CHUNK = 500;

/** A copy in the order of the keys, compared by code unit. */
export function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export function chunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / ROWS_PER_CHUNK);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * ROWS_PER_CHUNK, (index + 1) * ROWS_PER_CHUNK),
  );
}
