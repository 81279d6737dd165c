import { createIdentify } from '../../src/main/identify';

const KEY = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);

test('an address is one however it is written, and no other one', () => {
  const identify = createIdentify(KEY);
  const identity = identify('hanako@example.com');
  for (const same of [' Hanako@Example.COM\n', 'ｈａｎａｋｏ@example.com', 'HANAKO@EXAMPLE.COM']) {
    expect(identify(same)).toBe(identity);
  }
  expect(identify('hanako@example.org')).not.toBe(identity);
  expect(identify('hanako+x@example.com')).not.toBe(identity);
});

test('tells nothing of the address, and nothing without the key', () => {
  const identity = createIdentify(KEY)('hanako@example.com');
  expect(identity).toMatch(/^[\w-]{43}$/);
  expect(createIdentify(OTHER)('hanako@example.com')).not.toBe(identity);
});

test('stays the same while the key is being changed', () => {
  const identity = createIdentify(KEY)('hanako@example.com');
  expect(createIdentify(`${OTHER},${KEY}`)('hanako@example.com')).toBe(identity);
});

test.each(['', '  ', 'hanako', '@', 'a@', '@b', 'a b@example.com', 'a@b@c'])('%j is no address', (text) => {
  expect(createIdentify(KEY)(text)).toBeNull();
});
