import { judge } from './oracle';
import { lateIn } from './oracle/late';
import type { Act, Away, Fault, Jump, Plan, Spell } from './plan';
import { play } from './play';
import { createTemplate, ORGS } from './world';

/* What random plans have found, or would find seldom: each the least of its kind. */

let template: Awaited<ReturnType<typeof createTemplate>>;
beforeAll(async () => {
  template = await createTemplate();
});
afterAll(() => template.remove());

/** A tick, and what several organisations are spread over. */
const LATEST = 122_000;
const ANNOUNCED = 3;
const OPENED = 1;
const REMINDED = 4;
const CLOSED = 5;
const MIDNIGHT = 7;

function spell(moment: number, where: string, fault: Fault, change: Partial<Spell> = {}): Spell {
  return { moment, second: 0, lasts: 900, where, org: null, skip: 0, every: 1, times: 1, fault, ...change };
}

function answer(moment: number, second: number, change: Partial<Act> = {}): Act {
  return { moment, second, room: 2, who: 1, what: 'answer', style: 0, ...change };
}

const fails: Fault = { is: 'fails', after: false };
const unacknowledged: Fault = { is: 'fails', after: true };
const limited: Fault = { is: 'chat', kind: 'rate-limited', after: false, retryAfterMs: 1_000 };
const uncertain: Fault = { is: 'chat', kind: 'uncertain', after: true, retryAfterMs: null };
const forbidden: Fault = { is: 'chat', kind: 'forbidden', after: false, retryAfterMs: null };

async function faultsOf(
  spells: Spell[],
  acts: Act[] = [],
  jumps: Jump[] = [],
  away: Away[] = [],
): Promise<string[]> {
  const plan: Plan = { spells, acts, jumps, away };
  const played = await play(template.file, plan);
  const faults = await judge(played);
  await played.world.close();
  return faults;
}

test('what the platform surely did not take is sent, though the database was away when it was given back', async () => {
  expect(
    await faultsOf([spell(CLOSED, 'chat.post', limited, { org: 1 }), spell(CLOSED, 'ledger.release', fails)]),
  ).toEqual([]);
});

test('a reminder that was surely not sent is sent, though the database was away when it was given back', async () => {
  const spells = [
    spell(REMINDED, 'chat.direct', limited, { org: 1 }),
    spell(REMINDED, 'ledger.release', fails),
  ];
  expect(await faultsOf(spells)).toEqual([]);
});

test('each fault of giving a task back is logged, though it is tried again and again', async () => {
  expect(await faultsOf([spell(REMINDED, 'ledger.release', fails, { org: 0, times: 2 })])).toEqual([]);
});

test.each(['chat.direct', 'ledger.release'])(
  'what the platform was never asked for is sent, though the answer that it may be asked was lost, and %s fails',
  async (where) => {
    const fault = where === 'chat.direct' ? limited : fails;
    const spells = [
      spell(REMINDED, 'ledger.sending', unacknowledged, { times: 3 }),
      spell(REMINDED, where, fault),
    ];
    expect(await faultsOf(spells)).toEqual([]);
  },
);

test('a tally the platform was never asked for is posted, though the answer that it may be asked was lost', async () => {
  expect(await faultsOf([spell(CLOSED, 'ledger.sending', unacknowledged, { times: 3 })])).toEqual([]);
});

test('a place that refuses the bot leaves nothing unknown, though the database was away just then', async () => {
  const spells = [spell(CLOSED, 'chat.post', forbidden, { org: 1 }), spell(CLOSED, 'teams.change', fails)];
  expect(await faultsOf(spells)).toEqual([]);
});

test('the poll says that its window has ended, though it is unknown whether the tally was posted', async () => {
  expect(await faultsOf([spell(CLOSED, 'chat.post', uncertain, { times: 4 })])).toEqual([]);
});

test('a vote whose commit was not acknowledged is shown if it was recorded', async () => {
  expect(await faultsOf([spell(OPENED, 'answers.record', unacknowledged)], [answer(OPENED, 300)])).toEqual(
    [],
  );
});

test('what was recorded is confirmed, though it cannot be read in which other teams it counts', async () => {
  const spells = [spell(ANNOUNCED, 'agreements.of', fails, { org: 1, skip: 1 })];
  expect(await faultsOf(spells, [{ ...answer(ANNOUNCED, 60), what: 'plan' }])).toEqual([]);
});

test('what was answered while the place refused the bot is shown once it is served again', async () => {
  const spells = [spell(ANNOUNCED, 'chat.post', forbidden, { times: 4 })];
  expect(await faultsOf(spells, [answer(ANNOUNCED, 150)])).toEqual([]);
});

test('the last answers are shown, however long the database was away', async () => {
  const spells = [spell(OPENED, 'edits', fails, { second: 200, times: 200 })];
  expect(await faultsOf(spells, [answer(OPENED, 250)])).toEqual([]);
});

test.each([
  ['while polls are open', CLOSED],
  ['at the end of the day', MIDNIGHT],
])('the fault of an edit is logged, though the edit cannot be ended either: %s', async (_, moment) => {
  const spells = [
    spell(moment, 'chat.edit', uncertain, { org: 0 }),
    spell(moment, 'edits.end', fails, { times: 200 }),
  ];
  expect(await faultsOf(spells)).toEqual([]);
});

test('a poll whose outcome cannot be recorded is posted once more after each attempt that gave up', async () => {
  const spells = [spell(OPENED, 'ledger.finish', fails, { org: 1, times: 200 })];
  expect(await faultsOf(spells)).toEqual([]);
});

test('a poll whose first post is found again shows the answers since', async () => {
  const silent: Fault = { is: 'silent', after: true };
  const spells = [spell(OPENED, 'chat.post', silent, { times: 200 })];
  expect(await faultsOf(spells, [answer(OPENED, 60, { room: 0, who: 0 })])).toEqual([]);
});

test('a poll whose window has ended says so, though the clock is set back before its end', async () => {
  expect(await faultsOf([], [], [{ moment: CLOSED, second: 60, minutes: -2 }])).toEqual([]);
});

test('of faults at one time each is logged', async () => {
  expect(await faultsOf([spell(REMINDED, 'chat.direct', unacknowledged, { org: 1, times: 6 })])).toEqual([]);
});

test.each([
  ['its post', 'chat.post', limited],
  ['the poll', 'polls.openAgain', unacknowledged],
] as const)(
  'a drill is announced once its command was confirmed, whatever happened to %s',
  async (_, where, fault) => {
    const act: Act = { ...answer(2, 0), what: 'drill' };
    expect(await faultsOf([spell(2, where, fault, { lasts: 30 })], [act, { ...act, second: 60 }])).toEqual(
      [],
    );
  },
);

test('an organisation whose platform takes its time holds up no other', async () => {
  const slow: Fault = { is: 'slow', ms: 50 * 60_000 };
  const played = await play(template.file, {
    spells: [spell(ANNOUNCED, 'chat.post', slow, { org: 0, times: 2 })],
    acts: [],
    jumps: [],
    away: [],
  });
  expect(lateIn(played, [ORGS[1], ORGS[2]])).toBeLessThanOrEqual(LATEST);
  expect(await judge(played)).toEqual([]);
  await played.world.close();
});

test('a process that starts while the database is slow comes up', async () => {
  const slow: Fault = { is: 'slow', ms: 1_143 };
  const dies: Fault = { is: 'dies', after: false };
  const spells = [
    spell(CLOSED, 'teams', slow, { times: 200 }),
    spell(CLOSED, 'answers', dies, { times: 200, every: 2 }),
  ];
  expect(await faultsOf(spells, [{ ...answer(CLOSED, 30), what: 'look' }])).toEqual([]);
});
