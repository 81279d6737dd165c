import { type RawBuilder, sql } from 'kysely';
import type { Millis } from '../../../../src/domain/time/calendar';
import type { Memory } from '../../../../src/ports/store/memory';
import type { Backend } from '../../../../src/store/backend';
import { createMemory } from '../../../../src/store/memory';
import { openPostgres } from '../../../../src/store/postgres/open';
import { usePostgres } from '../../../support/postgres';
import { asked, ofTeam, openBrowser, START, type Stage, startStage } from './fixture';

/* Tokens that rotate, used by two processes on one PostgreSQL: a refresh token is good for one renewal. */

const HOUR = 3_600_000;
const postgres = usePostgres();
let stage: Stage;
let backends: Backend[] = [];

beforeAll(async () => {
  const url = postgres.url(await postgres.create());
  backends = [await openPostgres({ url, now: () => START }), await openPostgres({ url, now: () => START })];
});
afterEach(() => stage.stop());
afterAll(() => Promise.all(backends.map((backend) => backend.close())));

/** A process with a pool of its own; the database's time is the stage's. */
function memories(): Memory[] {
  const now = (): RawBuilder<Millis> => sql<Millis>`${stage.parts.clock.now()}::bigint`;
  return backends.map((backend) => createMemory({ ...backend, now }, 'slack'));
}

/** `aheadMs`: of the database's time, by process. */
async function twoProcesses(aheadMs: readonly number[] = [0, 0]) {
  stage = await startStage({ tokenRotation: true });
  await openBrowser(stage).install({ fake_team: stage.team });
  const [one] = memories();
  for (const { key, value } of await stage.memory.list('install:'))
    await one?.put(key, value, null, 'slack:T1');
  const { clock } = stage.parts;
  return memories().map((memory, index) =>
    stage.replica({ memory, clock: { now: () => clock.now() + (aheadMs[index] ?? 0) } }),
  );
}

async function tokens(replicas: Awaited<ReturnType<typeof twoProcesses>>): Promise<string[]> {
  const wanted = replicas.flatMap((replica) => [replica, replica, replica]);
  const bots = await Promise.all(wanted.map((replica) => replica.installations.botFor(ofTeam(stage.team))));
  return bots.map((bot) => bot?.botToken ?? '');
}

test.each([
  ['agree', [0, 0]],
  ['are a minute apart', [30_000, -30_000]],
])(
  'a token that has ended is renewed by one of them, time and again; their clocks %s',
  async (_name, aheadMs) => {
    const replicas = await twoProcesses(aheadMs);
    const seen = new Set<string>();
    for (let round = 1; round <= 4; round += 1) {
      stage.advance(13 * HOUR);
      const found = new Set(await tokens(replicas));
      expect(found.size).toBe(1);
      for (const token of found) seen.add(token);
      expect(asked(stage, 'refresh_token')).toBe(round);
    }
    expect(seen.size).toBe(4);
    expect(stage.slack.calls.list('oauth.v2.access').map(({ outcome }) => outcome)).toEqual(
      Array(5).fill('ok'),
    );
  },
);

test('a token that still serves is renewed by one of them, and both have the new one', async () => {
  const replicas = await twoProcesses();
  stage.advance(11 * HOUR);
  await tokens(replicas);
  expect(asked(stage, 'refresh_token')).toBe(1);
  const found = new Set(await tokens(replicas));
  expect(found.size).toBe(1);
  expect(asked(stage, 'refresh_token')).toBe(1);
});
