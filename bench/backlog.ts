import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Core } from '../src/app/core';
import { runDueTasks } from '../src/app/schedule/run-due-tasks';
import { createRateLimiter } from '../src/limits/rate-limiter';
import { createTokenBuckets } from '../src/limits/token-bucket';
import { createCore } from '../src/main/create-core';
import type { After } from '../src/ports/clock';
import type { Rate } from '../src/ports/rate-limiter';
import { STORE_FILE } from '../src/store';
import { openSqlite } from '../src/store/sqlite/open';
import { createStore } from '../src/store/store';
import { aTeam, type BenchCore, DAY, openBenchCore } from './lib/core';
import { type Measurement, timed } from './lib/figures';

const FEW = 1_000;
const MANY = 100_000;
const ORGS = 100;
const FOR_MS = 10_000;
const ROWS = 500;
const CLOSED_MS = 3_600_000;
const POSTS: Rate = { burst: 20, everyMs: 1_000 };
const PATIENCE_MS = 45_000;
const after: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};

interface Waited {
  growthMb: number;
  refused: number;
  dueMs: number;
}

/** Posts that wait for a platform which takes none: they wait in the database, so memory must not know how many. */
export async function measureBacklog(): Promise<Measurement> {
  // The first one also pays for what every process learns once.
  await waitWith(FEW);
  const few = await waitWith(FEW);
  const many = await waitWith(MANY);
  return {
    title: `Posts of ${ORGS} organisations wait for closed lanes, ${FOR_MS / 1_000} s each`,
    figures: [
      {
        name: `memory grows by at most, ${FEW.toLocaleString('en-US')} waiting`,
        value: few.growthMb,
        unit: 'MB',
      },
      {
        name: `memory grows by at most, ${MANY.toLocaleString('en-US')} waiting`,
        value: many.growthMb,
        unit: 'MB',
      },
      {
        name: 'difference',
        value: Math.max(0, many.growthMb - few.growthMb),
        unit: 'MB',
        goal: { atMost: 32 },
      },
      { name: 'calls that were refused a place meanwhile', value: many.refused, unit: '' },
      {
        name: `which teams are due next, ${MANY.toLocaleString('en-US')} waiting`,
        value: many.dueMs,
        unit: 'ms',
      },
    ],
  };
}

async function waitWith(teams: number): Promise<Waited> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-backlog-'));
  const benchCore = await openBenchCore();
  const started = performance.now();
  const seven = Date.parse(`${DAY}T07:00:00+09:00`);
  const clock = { now: () => Math.round(seven + 60_000 + performance.now() - started) };
  const backend = await openSqlite({ file: join(folder, STORE_FILE), now: clock.now });
  await fill(backend.db, teams, seven);
  const store = createStore(backend, clock.now);
  const posts = closedPosts(clock);
  for (let org = 0; org < ORGS; org += 1) {
    const days = [{ day: DAY, core: true }];
    await posts.close(orgOf(org));
    const id = { org: orgOf(org), id: 'c', name: 'Core day', target: null };
    await backend.db
      .insertInto('campaigns')
      .values({ ...id, days: JSON.stringify(days), ended: 0 })
      .execute();
  }
  const core = coreOf(benchCore, {
    ...store,
    clock,
    after,
    chat: { ...benchCore.core.chat, post: posts.post },
  });
  const end = performance.now() + FOR_MS;
  const growthMb = await peakDuring(async () => {
    while (performance.now() < end) {
      await runDueTasks(core, () => performance.now() < end);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  });
  const dueMs = await timed(5, () => store.wakeQueue.due(clock.now(), 48));
  await store.close();
  await benchCore.close();
  rmSync(folder, { recursive: true, force: true });
  return { growthMb, refused: posts.refused(), dueMs };
}

function coreOf({ core }: BenchCore, change: Partial<Core>): Core {
  const parts = { ...core, ...change };
  return createCore({ ...parts, store: parts });
}

const orgOf = (index: number): string => `sandbox:org${index}`;

/** All at once, as one statement a few hundred: through the store each would be a commit of its own. */
async function fill(db: Awaited<ReturnType<typeof openSqlite>>['db'], teams: number, dueAt: number) {
  for (let from = 0; from < teams; from += ROWS) {
    const rows = Array.from({ length: Math.min(ROWS, teams - from) }, (_, index) => {
      const { secondChannel: _also, sharing: _none, settings, ...team } = aTeam(`team${from + index}`);
      const wake = { wake_at: dueAt, wakes: 1, woken_at: dueAt };
      return { ...team, org: orgOf((from + index) % ORGS), settings: JSON.stringify(settings), ...wake };
    });
    await db.insertInto('teams').values(rows).execute();
  }
}

/** A platform which has said that it takes nothing for an hour. */
function closedPosts(clock: { now(): number }) {
  const limiter = createRateLimiter(createTokenBuckets(clock), clock, after);
  let refused = 0;
  return {
    refused: () => refused,
    close: (org: string) => limiter.pause(org, POSTS, CLOSED_MS),
    async post(org: string): Promise<string> {
      refused += 1;
      await limiter.acquire(org, POSTS, { urgent: false, maxWaitMs: PATIENCE_MS });
      throw new Error('nothing goes through a closed lane');
    },
  };
}

/** By how many megabytes the process's memory is above where it began, at most. */
async function peakDuring(run: () => Promise<void>): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 100);
  await run();
  clearInterval(timer);
  return (peak - before) / 2 ** 20;
}
