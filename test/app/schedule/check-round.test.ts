import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDueTeams } from '../../../src/app/schedule/check-round';
import type { TeamCheck } from '../../../src/app/schedule/check-team';
import type { Team } from '../../../src/domain/teams/team';
import { createRateLimiter } from '../../../src/limits/rate-limiter';
import { createTokenBuckets } from '../../../src/limits/token-bucket';
import { ChatError } from '../../../src/ports/chat';
import type { Rate } from '../../../src/ports/rate-limiter';
import { openSqlite } from '../../../src/store/sqlite/open';
import type { Store } from '../../../src/store/store';
import { createStore } from '../../../src/store/store';
import { aTeam } from '../../contracts/store/harness';
import { createFakeTime, type FakeTime } from '../../fakes/time';
import { createTestCore } from '../../support/core';

/* One organisation of ten thousand teams next to a hundred of one team, at a platform with limits. */

const SMALL = 100;
const POSTS: Rate = { burst: 20, everyMs: 200 };
const START = 1_000_000;

let folder = '';
let store: Store;
let time: FakeTime;

async function open(many: number): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'telework-'));
  time = createFakeTime(START);
  const backend = await openSqlite({ file: join(folder, 'telework.db'), now: time.now });
  backend.connection.exec('pragma synchronous = off');
  store = createStore(backend, time.now);
  const big = Array.from({ length: many }, (_, n) => aTeam(`t${n}`, { org: 'big' }));
  const small = Array.from({ length: SMALL }, (_, n) => aTeam('t', { org: `small ${n}` }));
  const rows = [...big, ...small].map(({ secondChannel: _, sharing: _none, settings, ...team }) => ({
    ...{ ...team, settings: JSON.stringify(settings) },
    ...{ wake_at: START, wakes: 1, woken_at: START },
  }));
  for (let from = 0; from < rows.length; from += 500) {
    await backend.db
      .insertInto('teams')
      .values(rows.slice(from, from + 500))
      .execute();
  }
}
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['full', 10_000, 0, 45],
  ['closed', 1_000, 60_000, 0],
] as const)(
  'while the platform’s limit of one organisation is %s, all others are checked in the first seconds',
  async (_name, many, pauseMs, least) => {
    await open(many);
    const { core } = createTestCore({ store, clock: time, after: time.after });
    const limiter = createRateLimiter(createTokenBuckets(time), time, time.after);
    if (pauseMs > 0) await limiter.pause('big posts', POSTS, pauseMs);
    const posted = new Map<string, number>();
    let looking = 0;
    let most = 0;
    async function look({ org, id }: Team): Promise<TeamCheck> {
      looking += 1;
      most = Math.max(most, looking);
      try {
        await limiter.acquire(`${org} posts`, POSTS, { urgent: false, maxWaitMs: 15_000 });
        // What a platform takes to answer.
        await new Promise<void>((resolve) => void time.after(80, resolve));
        expect(posted.has(`${org} ${id}`)).toBe(false);
        posted.set(`${org} ${id}`, time.now() - START);
        await store.wakeQueue.sleep(org, id, Number.POSITIVE_INFINITY, START);
        return { done: 1, partial: false, limitedUntil: null };
      } catch (error) {
        if (!(error instanceof ChatError)) throw error;
        const retryAt = time.now() + (error.retryAfterMs ?? 0);
        await store.wakeQueue.sleep(org, id, retryAt, START);
        return { done: 0, partial: false, limitedUntil: retryAt };
      } finally {
        looking -= 1;
      }
    }
    let ended = false;
    const running = checkDueTeams(core, () => time.now() < START + 12_000, look).finally(() => {
      ended = true;
    });
    while (!ended) await time.advance(200);
    await running;
    const small = [...posted].filter(([name]) => name.startsWith('small'));
    expect(small).toHaveLength(SMALL);
    expect(Math.max(...small.map(([, at]) => at))).toBeLessThanOrEqual(5_000);
    expect(most).toBeLessThanOrEqual(16);
    // The large one goes on next to them, as fast as its limits allow.
    const big = [...posted].filter(([name, at]) => name.startsWith('big') && at <= 12_000).length;
    expect(big).toBeGreaterThanOrEqual(least);
    expect(big).toBeLessThanOrEqual(pauseMs > 0 ? 0 : POSTS.burst + 12_000 / POSTS.everyMs);
  },
);
