import { createLanes, waitAt } from '../../src/limits/token-bucket';
import type { Lanes, Rate } from '../../src/ports/rate-limiter';

const RATE: Rate = { burst: 5, everyMs: 1_000 };

let now = 0;
let lanes: Lanes;
beforeEach(() => {
  now = 1_000_000;
  lanes = createLanes({ now: () => now });
});

async function take(other: number, urgent = 0, name = 'lane'): Promise<number> {
  return (await lanes.take(name, RATE, { urgent, other })).granted;
}

test('a burst, less what is kept for the urgent, then the rate', async () => {
  expect(await take(9)).toBe(4);
  expect(await take(1)).toBe(0);
  expect(await take(0, 9)).toBe(1);
  now += 1_000;
  expect(await take(1)).toBe(0);
  now += 1_000;
  expect(await take(9)).toBe(1);
});

test('where nobody is urgent, nothing is kept for them', async () => {
  const rate = { ...RATE, reserve: 0 };
  expect((await lanes.take('lane', rate, { urgent: 0, other: 9 })).granted).toBe(5);
  now += 1_000;
  expect((await lanes.take('lane', rate, { urgent: 0, other: 9 })).granted).toBe(1);
});

test('the urgent go first, and what is left goes to the others', async () => {
  expect(await take(9, 2)).toBe(4);
  expect(await take(9, 9)).toBe(1);
});

test('a wait that is kept is enough, and no shorter one', async () => {
  const { debtMs } = await lanes.take('lane', RATE, { urgent: 0, other: 9 });
  const wait = waitAt(debtMs, RATE, 1, false);
  now += wait - 1;
  expect(await take(1)).toBe(0);
  now += 1;
  expect(await take(1)).toBe(1);
});

test('a pause lets nothing through, then begins slowly; a shorter one after it changes nothing', async () => {
  await lanes.pause('lane', RATE, 10_000);
  await lanes.pause('lane', RATE, 1_000);
  now += 9_999;
  expect(await take(5, 5)).toBe(0);
  now += 1;
  expect(await take(5, 5)).toBe(1);
  now += 1_000;
  expect(await take(5)).toBe(0);
  now += 1_000;
  expect(await take(5)).toBe(1);
});

test('lanes that are full again are forgotten, those in use are not', async () => {
  await take(0, 5, 'busy');
  for (let count = 0; count < 3_000; count += 1) await take(1, 0, `lane ${count}`);
  expect(await take(0, 1, 'busy')).toBe(0);
});
