import fc from 'fast-check';
import { SMALLEST_CELL, suppress } from '../../../src/domain/figures/suppress';

const someCells = fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 40 }), {
  minKeys: 1,
  maxKeys: 9,
});

describe('small cells', () => {
  it.each([
    ['nothing small', { a: 12, b: 7, c: 5 }, { a: 12, b: 7, c: 5 }],
    ['nothing small, but zeros', { a: 12, b: 0, c: 0 }, { a: 12, b: 0, c: 0 }],
    ['one small: the next one hides it', { a: 30, b: 3, c: 9 }, { a: 30, b: null, c: null }],
    ['small and zero: too few together', { a: 30, b: 3, c: 9, d: 0 }, { a: 30, b: null, c: null, d: null }],
    ['two small ones of five people', { a: 30, b: 3, c: 2 }, { a: 30, b: null, c: null }],
    ['two small ones alike', { a: 30, b: 4, c: 4, d: 9 }, { a: 30, b: null, c: null, d: null }],
    ['equal neighbours share one fate', { a: 30, b: 3, c: 9, d: 9 }, { a: 30, b: null, c: null, d: null }],
    ['fewer than five people in all', { a: 3, b: 1, c: 0 }, { a: null, b: null, c: null }],
    ['nobody at all', { a: 0, b: 0 }, { a: null, b: null }],
    ['one person and many', { a: 30, b: 1 }, { a: null, b: null }],
    ['no cell', {}, {}],
  ])('%s', (_, cells, expected) => {
    expect(suppress(cells)).toEqual(expected);
  });

  it('follow the minimum asked for', () => {
    expect(suppress({ a: 30, b: 7, c: 12 }, 10)).toEqual({ a: 30, b: null, c: null });
  });

  it('are never shown, nor is their sum when it is small', () => {
    fc.assert(
      fc.property(someCells, (cells) => {
        const shown = suppress(cells);
        const hidden = Object.keys(cells).filter((key) => shown[key] === null);
        for (const [key, count] of Object.entries(cells)) {
          if (count > 0 && count < SMALLEST_CELL) expect(shown[key]).toBeNull();
          if (shown[key] !== null) expect(shown[key]).toBe(count);
        }
        if (hidden.length > 0 && hidden.length < Object.keys(cells).length) {
          expect(sum(hidden.map((key) => cells[key] ?? 0))).toBeGreaterThanOrEqual(SMALLEST_CELL);
        }
      }),
    );
  });

  it('do not hide more than they need: nothing where nothing is small', () => {
    const large = fc.dictionary(
      fc.string({ minLength: 1 }),
      fc.oneof(fc.constant(0), fc.integer({ min: SMALLEST_CELL, max: 99 })),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(large, (cells) => {
        fc.pre(sum(Object.values(cells)) >= SMALLEST_CELL);
        expect(suppress(cells)).toEqual(cells);
      }),
    );
  });

  // Everything an attacker could do: list all tables, keep those which are published alike, compare cell by cell.
  it.each([
    [2, 24],
    [3, 14],
    [4, 9],
    [5, 6],
  ])(
    'cannot be computed from the total by who knows the rule: all tables of %i cells up to %i',
    (width, max) => {
      const alike = new Map<string, number[][]>();
      for (const table of tables(width, max)) {
        const published = publish(table);
        alike.set(published, [...(alike.get(published) ?? []), table]);
      }
      const computed = [...alike].filter(([published, group]) => isComputable(published, group, max));
      expect(computed).toEqual([]);
    },
  );
});

function publish(table: number[]): string {
  const cells = Object.fromEntries(table.map((count, index) => [`c${index}`, count]));
  const total = sum(table);
  return JSON.stringify([Object.values(suppress(cells)), total < SMALLEST_CELL ? null : total]);
}

/** Whether a hidden cell has one value in all tables published alike. Tables near the edge lack their like. */
function isComputable(published: string, group: number[][], max: number): boolean {
  const [shown, total] = JSON.parse(published) as [(number | null)[], number | null];
  const room = (total ?? 0) - sum(shown.map((count) => count ?? 0));
  if (room > max) return false;
  return shown.some(
    (count, index) => count === null && new Set(group.map((table) => table[index])).size === 1,
  );
}

function tables(width: number, max: number): number[][] {
  if (width === 0) return [[]];
  return tables(width - 1, max).flatMap((table) =>
    Array.from({ length: max + 1 }, (_, count) => [...table, count]),
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
