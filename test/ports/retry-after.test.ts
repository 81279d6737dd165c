import { retryAfterMs } from '../../src/ports/retry-after';

const NOW = Date.UTC(2018, 6, 24);
const FALLBACK = 10_000;

test.each([
  ['30', 30_000],
  ['0', 0],
  ['0.0001', 1],
  [' 7 ', 7_000],
  [new Date(NOW + 90_000).toUTCString(), 90_000],
  ['99999999999', 3_600_000],
  [new Date(NOW + 7_200_000).toUTCString(), 3_600_000],
  ['-5', FALLBACK],
  [new Date(NOW - 1_000).toUTCString(), FALLBACK],
  ['soon', FALLBACK],
  ['', FALLBACK],
  [' ', FALLBACK],
  [null, FALLBACK],
])('a Retry-After of %p is %d ms', (header, ms) => {
  expect(retryAfterMs(header, NOW, FALLBACK)).toBe(ms);
});
