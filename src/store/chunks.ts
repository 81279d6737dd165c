/** Rows a statement: databases bound the values one may carry (SQLite 32,766). */
const ROWS = 500;

/** In the order of their keys. */
export function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export function chunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / ROWS);
  return Array.from({ length: count }, (_, index) => items.slice(index * ROWS, (index + 1) * ROWS));
}
