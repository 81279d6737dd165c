import { disclose } from '../../../src/domain/figures/disclosure';
import { sizeBand } from '../../../src/domain/figures/size-band';
import { NOBODY } from '../../support/figures/enumerate';

function day(home: number, office: number) {
  return disclose({ ...NOBODY, home, office });
}

test('people of several days are told as a band of sizes', () => {
  const week = Array.from({ length: 5 }, () => day(150, 850));
  expect(sizeBand(420, week)).toEqual({ from: 200, until: 499 });
  expect(sizeBand(190, week)).toEqual({ from: 100, until: 199 });
  expect(sizeBand(700, week)).toEqual({ from: 500, until: null });
});

test('a bound just above the largest day is not used: few would be new on the other day', () => {
  expect(sizeBand(19, [day(15, 100), day(15, 100)])).toEqual({ from: 10, until: null });
  expect(sizeBand(30, [day(15, 100), day(15, 100)])).toEqual({ from: 10, until: null });
  expect(sizeBand(19, [day(14, 100), day(14, 100)])).toEqual({ from: 10, until: 19 });
  expect(sizeBand(20, [day(14, 100), day(14, 100)])).toEqual({ from: 20, until: null });
});

test('a bound just below all person-days is not used: few would have been there every day', () => {
  expect(sizeBand(20, [day(12, 100), day(12, 100)])).toEqual({ from: 10, until: null });
  expect(sizeBand(20, [day(13, 100), day(12, 100)])).toEqual({ from: 20, until: null });
  expect(sizeBand(20, [day(8, 100), day(8, 100), day(8, 100)])).toEqual({ from: 5, until: null });
});

test('a bound just below the roster is not used: few would never have teleworked', () => {
  expect(sizeBand(50, [day(30, 24), day(30, 24)])).toEqual({ from: 20, until: null });
  expect(sizeBand(50, [day(30, 25), day(30, 25)])).toEqual({ from: 50, until: null });
});

test('the band is at least what the days tell, and nothing where they tell nothing', () => {
  expect(sizeBand(70, [day(70, 30)])).toEqual({ from: 50, until: null });
  expect(sizeBand(20, [day(20, 0)])).toBeNull();
  expect(sizeBand(30, [day(20, 0), day(25, 10)])).toEqual({ from: 20, until: null });
  expect(sizeBand(0, [])).toBeNull();
});

test('people are never fewer than a published day has, whatever was corrected since', () => {
  const days = [day(20, 100), day(12, 100)];
  expect(sizeBand(18, days)).toEqual(sizeBand(20, days));
  expect(sizeBand(18, days)).toEqual({ from: 20, until: null });
});
