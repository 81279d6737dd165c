import { BURST_OF_FEW, BURST_OF_MANY, createPace } from '../../../adapters/teams/pace';

const HOUR = 3_600_000;

test('1,000 votes in an hour cost fewer than 50 edits, and nobody waits two minutes for them', () => {
  const pace = createPace();
  let edits = 0;
  for (let now = 0; now < HOUR; now += HOUR / 1_000) {
    const wait = pace.take('post', BURST_OF_MANY, now);
    if (wait === 0) edits += 1;
    else expect(wait).toBeLessThanOrEqual(90_000);
  }
  expect(edits).toBeLessThanOrEqual(50);
  expect(edits).toBeGreaterThan(40);
});

test('in a small place every vote is shown at once', () => {
  const pace = createPace();
  for (let vote = 0; vote < BURST_OF_FEW; vote += 1) expect(pace.take('post', BURST_OF_FEW, vote)).toBe(0);
  expect(pace.take('post', BURST_OF_FEW, BURST_OF_FEW)).toBeGreaterThan(0);
});

test('messages do not wait for each other, and a wait that is kept is enough', () => {
  const pace = createPace();
  for (let edit = 0; edit < BURST_OF_MANY; edit += 1) pace.take('one', BURST_OF_MANY, 0);
  expect(pace.take('other', BURST_OF_MANY, 0)).toBe(0);
  const wait = pace.take('one', BURST_OF_MANY, 1_000);
  expect(pace.take('one', BURST_OF_MANY, 1_000 + wait - 1)).toBeGreaterThan(0);
  expect(pace.take('one', BURST_OF_MANY, 1_000 + wait)).toBe(0);
});
