import fc from 'fast-check';
import { readNumber } from '../../../src/domain/typed/number';

test.each([
  ['120', 120],
  ['0', 0],
  ['0.5', 0.5],
  ['007', 7],
  ['１２０．５', 120.5],
  ['１，２３４', 1_234],
  ['1,234', 1_234],
  ['1,234,567.25', 1_234_567.25],
  ['12,34,567', 1_234_567],
  ['1.234', 1.234],
  ['1.234,5', 1_234.5],
  ['1.234.567', 1_234_567],
  ['1.234.567,8', 1_234_567.8],
  ['1 234', 1_234],
  ['1\u00A0234,5', 1_234.5],
  ["1'234.5", 1_234.5],
  ['1’234', 1_234],
  ['1,5', 1.5],
  ['66,25', 66.25],
  ['1234,567', 1_234.567],
  ['100,000,000,000', 100_000_000_000],
])('%s is read', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each([
  ['', 'no-value'],
  [' ', 'no-value'],
  ['NaN', 'number'],
  ['Infinity', 'number'],
  ['1e12', 'number'],
  ['0x10', 'number'],
  ['=1+1', 'number'],
  ['+5', 'number'],
  ['@SUM(A1)', 'number'],
  ['120 h', 'number'],
  ['1,2,3', 'number'],
  ['1.2.3', 'number'],
  ['1,234,5', 'number'],
  ['12 34', 'number'],
  ['-', 'number'],
  ['-5', 'negative'],
  ['−5', 'negative'],
  ['▲1,200', 'negative'],
  ['(120)', 'negative'],
  ['13.9%', 'share'],
  ['１３．９％', 'share'],
  ['1000000000000', 'too-great'],
  ['99999999999999999999', 'too-great'],
])('%s is refused', (text, fault) => {
  expect(readNumber(text)).toBe(fault);
});

test('where a comma may stand before decimals, what could be thousands or decimals is refused', () => {
  for (const text of ['1,234', '1.234', '12,500']) expect(readNumber(text, true)).toBe('ambiguous-number');
  expect(['1,5', '0,125', '1.234,5', '1234', '1 234', '1.25'].map((text) => readNumber(text, true))).toEqual([
    1.5, 0.125, 1_234.5, 1_234, 1_234, 1.25,
  ]);
});

test('whatever is typed, a number of the range or a fault comes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-% 'e１２，（▲") }), (text) => {
      const read = readNumber(text);
      expect(typeof read === 'string' || (read >= 0 && read <= 100_000_000_000)).toBe(true);
    }),
  );
});
