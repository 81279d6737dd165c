import { pagesOf } from '../../src/ports/pages';

interface Page {
  items: string[];
  next?: string | null;
}

async function itemsOf(ask: (cursor: string) => Promise<Page>): Promise<string[]> {
  const all: string[] = [];
  for await (const { items } of pagesOf(ask, ({ next }) => next)) all.push(...items);
  return all;
}

test('every page is asked for with the cursor of the one before, to the last', async () => {
  const pages: Record<string, Page> = {
    '': { items: ['a', 'b'], next: 'one' },
    one: { items: [], next: 'two' },
    two: { items: ['c'], next: '' },
  };
  expect(await itemsOf(async (cursor) => pages[cursor] ?? { items: ['unknown'] })).toEqual(['a', 'b', 'c']);
});

test.each([null, undefined])('a next cursor of %p ends the list', async (next) => {
  expect(await itemsOf(async () => ({ items: ['a'], ...(next === undefined ? {} : { next }) }))).toEqual([
    'a',
  ]);
});

test('a cursor that comes twice is an error', async () => {
  await expect(itemsOf(async () => ({ items: [], next: 'again' }))).rejects.toMatchObject({
    kind: 'unreachable',
  });
});

test('a list that goes on for ever is an error', async () => {
  let asked = 0;
  const endless = itemsOf(async () => ({ items: [], next: String(++asked) }));
  await expect(endless).rejects.toMatchObject({ kind: 'unreachable' });
  expect(asked).toBeLessThan(500);
});
