import { AgedCache, keyIn } from '../../../adapters/slack/aged-cache';

let now = 1_000;
let cache: AgedCache<string>;
beforeEach(() => {
  now = 1_000;
  cache = new AgedCache({ now: () => now }, 3);
});

test('a value is there until it is as old as asked for', () => {
  cache.set('key', 'value');
  now += 99;
  expect(cache.get('key', 100)).toBe('value');
  now += 1;
  expect(cache.get('key', 100)).toBeUndefined();
  expect(cache.get('key')).toBe('value');
});

test('a value can be stored as old already', () => {
  cache.set('key', 'value', 100);
  expect(cache.get('key', 100)).toBeUndefined();
  expect(cache.get('key', 101)).toBe('value');
});

test('above the bound, the value that was not read for the longest time goes', () => {
  for (const key of ['a', 'b', 'c']) cache.set(key, key);
  cache.get('a');
  cache.set('d', 'd');
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual(['a', undefined, 'c', 'd']);
});

test('a value is loaded when it is missing or too old, once for all who ask meanwhile', async () => {
  let asked = 0;
  const ask = async () => `answer ${++asked}`;
  const load = () => cache.load('key', 100, ask);
  expect(await Promise.all([load(), load()])).toEqual(['answer 1', 'answer 1']);
  now += 99;
  expect(await load()).toBe('answer 1');
  now += 1;
  expect(await load()).toBe('answer 2');
});

test('a failure is not remembered, and the old value stays', async () => {
  cache.set('key', 'old');
  now += 100;
  const failing = cache.load('key', 100, () => Promise.reject(new Error('away')));
  await expect(failing).rejects.toThrow('away');
  expect(cache.get('key')).toBe('old');
  expect(await cache.load('key', 100, async () => 'new')).toBe('new');
});

test('an organisation’s values are listed and deleted, and no others', () => {
  cache.set(keyIn('org', 'a'), 'one');
  cache.set(keyIn('org', 'b'), 'two');
  cache.set(keyIn('organisation', 'a'), 'other');
  expect(Object.fromEntries(cache.entriesIn('org'))).toEqual({ a: 'one', b: 'two' });
  cache.deleteIn('org');
  expect(cache.entriesIn('org')).toEqual([]);
  expect(cache.get(keyIn('organisation', 'a'))).toBe('other');
});
