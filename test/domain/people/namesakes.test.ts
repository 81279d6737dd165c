import { namesApart } from '../../../src/domain/people/namesakes';

const person = (id: string, name: string, handle?: string) => ({ id, name, ...(handle && { handle }) });

test.each([
  ['names that differ stay alone', [person('a', 'Sato', '@a'), person('b', 'Ito', '@b')], ['Sato', 'Ito']],
  [
    'one name has the handles behind it, and no other name has',
    [person('a', 'Sato', '@sato.k'), person('b', 'Sato', '@sato.m'), person('c', 'Ito', '@ito')],
    ['Sato (@sato.k)', 'Sato (@sato.m)', 'Ito'],
  ],
  [
    'names which read the same are one: spaces, width and case',
    [person('a', '佐藤 健', 'sato.k'), person('b', '佐藤　健', 'sato2'), person('c', '佐藤健', 'k.sato')],
    ['佐藤 健 (sato.k)', '佐藤　健 (sato2)', '佐藤健 (k.sato)'],
  ],
  [
    'Latin letters, too',
    [person('a', 'KEN Sato', '@a'), person('b', 'Ｋｅｎ sato', '@b')],
    ['KEN Sato (@a)', 'Ｋｅｎ sato (@b)'],
  ],
  [
    'where a handle is not known, the name stands alone',
    [person('a', 'Sato'), person('b', 'Sato', '@b')],
    ['Sato', 'Sato (@b)'],
  ],
  [
    'a person who is listed twice has no namesake',
    [person('a', 'Sato', '@a'), person('a', 'Sato', '@a')],
    ['Sato', 'Sato'],
  ],
  [
    'names of signs alone differ by their signs',
    [person('a', '・', '@a'), person('b', '-', '@b')],
    ['・', '-'],
  ],
])('%s', (_what, people, shown) => {
  const names = namesApart(people);
  expect(people.map(({ id }) => names.get(id))).toEqual(shown);
});
