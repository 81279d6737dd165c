import { checkDueTeams } from '../../../src/app/schedule/check-round';
import type { TeamCheck } from '../../../src/app/schedule/check-team';
import type { Team } from '../../../src/domain/teams/team';
import type { WakeQueue } from '../../../src/ports/store/wake-queue';
import { createFakeTime } from '../../fakes/time';
import { complaintLog } from '../../support/core';
import { aTeam } from '../../support/sample-data';

/* How many teams one process leases and checks at once, when it asks for more, and which it checks again. */

const START = 1_000_000;
const DONE: TeamCheck = { done: 1, partial: false, limitedUntil: null };

/** Team `t0`, `t1` …, each of an organisation of its own. */
function team(n: number): Team {
  return aTeam({}, { id: `t${n}`, org: `org ${n}` });
}

const namesFrom = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, n) => `t${n + from}`);

/** A round of checks that end when the test says so. Times are ms since its start. */
function begin(count: number) {
  const time = createFakeTime(START);
  const due = Array.from({ length: count }, (_, n) => team(n));
  const asked: { at: number; limit: number }[] = [];
  const slept: { id: string; wakeAt: number }[] = [];
  const begun: string[] = [];
  const running = new Map<string, (check: TeamCheck) => void>();
  const log = complaintLog();
  const wakeQueue: WakeQueue = {
    async due(now, limit) {
      asked.push({ at: now - START, limit });
      return due.splice(0, limit);
    },
    async sleep(_org, id, wakeAt) {
      slept.push({ id, wakeAt: wakeAt - START });
      if (id === 't13') throw new Error('the database is away');
    },
    countDue: async () => due.length,
    wake: async () => {},
    several: async () => true,
    nextWake: async () => null,
  };
  let goesOn = true;
  const ended = checkDueTeams(
    { wakeQueue, clock: time, after: time.after, log },
    () => goesOn,
    ({ id }) => {
      begun.push(id);
      return new Promise((end) => running.set(id, end));
    },
  );
  function end(id: string, check = DONE): void {
    running.get(id)?.(check);
    running.delete(id);
  }
  return {
    ...{ time, due, asked, slept, begun, log, end, ended },
    async stop() {
      goesOn = false;
      for (const id of running.keys()) end(id);
      await time.advance(2_000);
      await ended;
    },
  };
}

test('at most 48 teams are leased and 16 of them checked; the others stay in the database', async () => {
  const round = begin(100);
  await round.time.quiet();
  expect(round.asked).toEqual([{ at: 0, limit: 48 }]);
  expect(round.begun).toEqual(namesFrom(0, 16));
  expect(round.due).toHaveLength(52);
  await round.stop();
});

test('a round that is stopped begins no other check, and gives back what it has not begun', async () => {
  const round = begin(20);
  await round.time.quiet();
  await round.stop();
  expect(round.begun).toEqual(namesFrom(0, 16));
  expect(round.slept.map(({ id }) => id)).toEqual(namesFrom(16, 20));
});

test('a lease that cannot be ended is logged, and stops nothing', async () => {
  const round = begin(1);
  await round.time.quiet();
  round.due.push(team(13));
  await round.time.advance(2_000);
  round.due.push(team(13));
  round.end('t13');
  await round.time.quiet();
  round.end('t0');
  await round.ended;
  expect(round.slept.map(({ id }) => id)).toEqual(['t13']);
  expect(round.log.complaints.map(({ text }) => text)).toEqual(['check of a team not ended']);
});

test('a round ends when nothing is due and no check runs', async () => {
  const round = begin(1);
  await round.time.quiet();
  round.end('t0');
  await round.ended;
  expect(round.asked).toHaveLength(2);
});

test.each([
  [8, []],
  [9, [{ at: 2_000, limit: 25 }]],
])(
  'more is asked for after two seconds while fewer than 24 teams wait: after %i of 16 checks %j',
  async (count, more) => {
    const round = begin(100);
    await round.time.quiet();
    for (const id of namesFrom(0, count)) round.end(id);
    await round.time.advance(1_999);
    expect(round.asked).toHaveLength(1);
    await round.time.advance(1);
    expect(round.asked.slice(1)).toEqual(more);
    await round.stop();
  },
);

test('when no team waits, more is asked for every two seconds, while a slow check goes on', async () => {
  const round = begin(1);
  await round.time.advance(6_000);
  expect(round.asked.map(({ at }) => at)).toEqual([0, 2_000, 4_000, 6_000]);
  round.due.push(team(1));
  await round.time.advance(2_000);
  expect(round.begun).toEqual(['t0', 't1']);
  await round.stop();
});

describe('a team that is due again in the same round', () => {
  test('is checked again from 15 seconds after its check on, and given back before', async () => {
    const round = begin(2);
    await round.time.advance(1_000);
    round.end('t0');
    await round.time.advance(12_999);
    round.due.push(team(0));
    await round.time.advance(1);
    expect(round.slept).toEqual([]);
    await round.time.advance(1_000);
    expect(round.slept).toEqual([{ id: 't0', wakeAt: 15_000 }]);
    round.due.push(team(0));
    await round.time.advance(1_000);
    expect(round.begun).toEqual(['t0', 't1']);
    await round.stop();
  });

  test('is checked at once where it had more to do', async () => {
    const round = begin(2);
    await round.time.quiet();
    round.due.push(team(0));
    round.end('t0', { ...DONE, partial: true });
    await round.time.quiet();
    expect(round.begun).toEqual(['t0', 't1', 't0']);
    await round.stop();
  });
});
