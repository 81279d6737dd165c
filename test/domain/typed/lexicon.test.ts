import { lexicon } from '../../../src/domain/typed/lexicon';

const words = lexicon({ on: ['on', 'turn on'], off: ['off'] }, { on: ['開'], off: ['關', 'off'] });

test('it holds the phrases of every language, each once', () => {
  expect([...words.phrases]).toEqual([
    ['on', 'on'],
    ['turnon', 'on'],
    ['開', 'on'],
    ['off', 'off'],
    ['關', 'off'],
  ]);
});

test('it reads the longest phrase at a place', () => {
  expect(words.read('please turn-on', 7)).toEqual({ value: 'on', end: 14 });
  expect(words.read('只開燈', 1)).toEqual({ value: 'on', end: 2 });
  expect(words.read('once', 0)).toBeNull();
  expect(words.exact('turn on')).toBe('on');
  expect(words.exact('turn on now')).toBeNull();
});

test('a phrase with two meanings is a fault, whatever the languages', () => {
  expect(() => lexicon({ on: ['go'], off: [] }, { on: [], off: ['g o'] })).toThrow(
    '"g o" means both on and off',
  );
});
