import { OrganisationLoad } from '../../../src/app/schedule/organisation-load';

const NOW = 1_000_000;

test('checks that run are counted', () => {
  const load = new OrganisationLoad();
  load.begin();
  load.begin();
  load.end();
  expect(load.checks).toBe(1);
});

test('two refusals in a row close it until the instant they name; one does not', () => {
  const load = new OrganisationLoad();
  load.refused(NOW + 3_000, NOW);
  expect(load.isClosed(NOW)).toBe(false);
  load.refused(null, NOW);
  load.refused(NOW + 3_000, NOW);
  expect(load.isClosed(NOW)).toBe(false);
  load.refused(NOW + 3_000, NOW);
  expect(load.isClosed(NOW + 2_999)).toBe(true);
  expect(load.isClosed(NOW + 3_000)).toBe(false);
});

test('it is closed for five seconds at most', () => {
  const load = new OrganisationLoad();
  for (let times = 0; times < 2; times += 1) load.refused(NOW + 60_000, NOW);
  expect(load.isClosed(NOW + 4_999)).toBe(true);
  expect(load.isClosed(NOW + 5_000)).toBe(false);
});

test('a refusal while it is closed does not close it for longer; one after that does, at once', () => {
  const load = new OrganisationLoad();
  for (let times = 0; times < 2; times += 1) load.refused(NOW + 2_000, NOW);
  load.refused(NOW + 6_000, NOW + 1_000);
  expect(load.isClosed(NOW + 2_000)).toBe(false);
  load.refused(NOW + 4_000, NOW + 2_000);
  expect(load.isClosed(NOW + 3_999)).toBe(true);
});

test('teams that are put aside return one after the other, the last after two minutes', () => {
  const load = new OrganisationLoad();
  for (let times = 0; times < 2; times += 1) load.refused(NOW + 1_000, NOW);
  expect([load.nextReturn(), load.nextReturn()]).toEqual([NOW + 1_250, NOW + 1_500]);
  for (let times = 0; times < 1_000; times += 1) load.nextReturn();
  expect(load.nextReturn()).toBe(NOW + 121_000);
  for (let times = 0; times < 2; times += 1) load.refused(NOW + 9_000, NOW + 8_000);
  expect(load.nextReturn()).toBe(NOW + 9_250);
});
