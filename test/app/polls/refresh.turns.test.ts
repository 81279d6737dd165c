import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type Scheduler } from 'fast-check';
import { sql } from 'kysely';
import type { Core } from '../../../src/app/core';
import { editNow } from '../../../src/app/polls/edit-turn';
import { createRefresh } from '../../../src/app/polls/refresh';
import type { Card } from '../../../src/domain/card';
import type { Millis } from '../../../src/domain/time/calendar';
import { silentMetrics } from '../../../src/ports/metrics';
import type { EditTurns, PollKey } from '../../../src/ports/store/edits';
import { present } from '../../../src/present';
import { createSharedEdits } from '../../../src/store/edits';
import { openSqlite } from '../../../src/store/sqlite/open';
import type { Store } from '../../../src/store/store';
import { createStore } from '../../../src/store/store';
import {
  aPerson,
  aPoll,
  aTeam,
  aVote,
  CLOSES,
  DAY,
  OPENS,
  ORG,
  scheduled,
} from '../../contracts/store/harness';
import { createFakeChat } from '../../fakes/chat';

/*
 * Several processes, as far as edits go: each with a queue of its own before one database, in every order of their
 * steps, and killed between any two of them.
 */

const VOTERS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const TICK = 15_000;

let folder = '';
let now: Millis = OPENS;
let store: Store;
let edits: EditTurns;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telework-'));
  const backend = await openSqlite({ file: join(folder, 'telework.db'), now: () => now });
  // Nothing is read from the disk after a run.
  backend.connection.exec('pragma synchronous = off');
  store = createStore(backend, () => now);
  edits = createSharedEdits({ db: backend.db, now: () => sql`${now}` });
  await store.people.save(
    ORG,
    VOTERS.map((id) => aPerson(id)),
  );
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const silent = () => {};
const log = { debug: silent, info: silent, warn: silent, error: silent };

type Parts = Omit<Core, 'refresh' | 'runDueNow' | 'statusWords'>;

function coreOf(change: Partial<Parts>): Parts {
  return {
    ...store,
    ...{ present, log, metrics: silentMetrics, newId: () => 'id', chat: createFakeChat() },
    clock: { now: () => now },
    after: () => silent,
    defaults: { zone: 'Asia/Tokyo', language: 'en', country: 'JP' },
    retentionMonths: 13,
    pagesAt: null,
    isJoined: () => false,
    ...change,
  };
}

let teams = 0;

/** A poll of its own for each run, posted already. */
async function postedPoll(): Promise<PollKey> {
  teams += 1;
  const team = `team ${teams}`;
  await store.teams.create(aTeam(team));
  await store.polls.open(aPoll({ team }), scheduled(...VOTERS), now);
  const task = { org: ORG, team, kind: 'open', day: DAY, channel: 'first' } as const;
  const claim = await store.ledger.claim(task, 1);
  await store.ledger.finish(task, claim?.attempt ?? 0, { state: 'done', post: `post of ${team}` });
  return { org: ORG, team, day: DAY };
}

/** What the message says, and which process is editing it. */
interface Message {
  shown: string;
  editing: Set<number>;
  mostEditing: number;
  edits: number;
}

interface Timer {
  at: Millis;
  run(): void;
}

interface World {
  poll: PollKey;
  scheduler: Scheduler;
  message: Message;
  timers: Timer[];
  hurry: Iterator<boolean>;
  /** What is being done, and since when. */
  running: Map<object, Millis>;
}

/** One process: whatever it does to the database or the platform takes a step there and a step back. */
function startReplica(id: number, world: World) {
  const { scheduler, message, timers, running } = world;
  let alive = true;
  const turn = {};
  const never = new Promise<never>(() => {});
  async function step<T>(work: () => Promise<T>): Promise<T> {
    await scheduler.schedule(Promise.resolve());
    if (!alive) return never;
    const result = await work();
    await scheduler.schedule(Promise.resolve());
    return alive ? result : never;
  }
  async function edit(card: Card): Promise<void> {
    if (!alive) return never;
    message.editing.add(id);
    message.mostEditing = Math.max(message.mostEditing, message.editing.size);
    await step(async () => {
      message.shown = card.summary;
      message.edits += 1;
    });
    message.editing.delete(id);
  }
  const refresh = createRefresh(
    coreOf({
      edits: {
        async begin(...args) {
          if (!alive) return never;
          running.set(turn, now);
          const got = await step(() => edits.begin(...args));
          if (got.is !== 'yours') running.delete(turn);
          return got;
        },
        async end(...args) {
          const held = await step(() => edits.end(...args));
          running.delete(turn);
          return held;
        },
        async unseen(...args) {
          const { polls, latest } = await edits.unseen(...args);
          // Those of earlier runs have their own ends.
          return { polls: polls.filter(({ team }) => team === world.poll.team), latest };
        },
      },
      chat: { ...createFakeChat(), edit: (_org, _post, card) => edit(card) },
      after(delay, run) {
        const timer = { at: now + delay, run: () => alive && run() };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
      },
    }),
  );
  return {
    refresh,
    isAlive: () => alive,
    kill() {
      alive = false;
      message.editing.delete(id);
      running.delete(turn);
    },
  };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Shorter than the lease of an edit, with its rest. */
const LONGEST_STEPS = 20_000;

/** Takes every step there is; `hurry` says when the clock goes on although there are steps to take. */
async function play(world: World, until: Millis): Promise<void> {
  const { scheduler, timers, hurry, running } = world;
  for (;;) {
    await turns(2);
    timers.sort((one, other) => one.at - other.at);
    const next = timers[0]?.at ?? Number.POSITIVE_INFINITY;
    const latest = Math.min(until, ...[...running.values()].map((since) => since + LONGEST_STEPS));
    const goesOn = next <= latest && hurry.next().value;
    if (scheduler.count() > 0 && !goesOn) await scheduler.waitOne();
    else if (running.size > 0 && !goesOn) continue;
    else if (next <= until) {
      now = Math.max(now, next);
      timers.shift()?.run();
    } else break;
  }
  now = Math.max(now, until);
}

type Event = { vote: number; by: number } | { kill: number };
const vote: fc.Arbitrary<Event> = fc.record({ vote: fc.nat(VOTERS.length - 1), by: fc.nat(2) });
const event = fc.oneof(
  { weight: 5, arbitrary: vote },
  { weight: 1, arbitrary: fc.record({ kill: fc.nat(1) }) },
);
/** Milliseconds until the next event; by every fifth a process dies before it has told itself of a vote. */
const pause = fc.nat(4_000);
const told = fc.oneof(
  fc.constant(1),
  fc.constant(2),
  fc.integer({ min: 1, max: 400 }).map((n) => 5 * n + 1),
);
const stories = fc.oneof(
  fc.array(fc.tuple(event, pause), { minLength: 1, maxLength: 10 }),
  fc.array(fc.tuple(vote, told), { minLength: 2, maxLength: 6 }),
);

test('whichever process is killed when, the last edit shows every vote, and no two edit at once', async () => {
  const hurries = fc.infiniteStream(fc.boolean());
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), stories, hurries, async (scheduler, events, hurry) => {
      now = OPENS;
      const poll = await postedPoll();
      // A dead process takes no vote: then the message stays as it was posted.
      const shown = await expectedText(poll);
      const message: Message = { shown, editing: new Set(), mostEditing: 0, edits: 0 };
      const world: World = { poll, scheduler, message, timers: [], hurry, running: new Map() };
      const replicas = [0, 1, 2].map((id) => startReplica(id, world));
      for (const { refresh } of replicas) await refresh.catchUp();
      await tell(events, replicas, world);
      await play(world, now + TICK);
      // Where everybody lives, nothing is left for the ticks to find.
      const known = events.every(([each, pause]) => 'vote' in each && pause % 5 > 0);
      if (known) expect(message.shown).toBe(await expectedText(poll));
      for (let tick = 0; tick < 6; tick += 1) {
        for (const { refresh, isAlive } of replicas) if (isAlive()) await refresh.catchUp();
        await play(world, now + TICK);
      }
      expect(message.mostEditing).toBeLessThanOrEqual(1);
      expect(message.shown).toBe(await expectedText(poll));
      expect(now).toBeLessThan(CLOSES);
    }),
    { numRuns: 20 },
  );
}, 60_000);

/** Lets the events happen at their times, whatever the processes are doing. */
async function tell(
  events: readonly [Event, Millis][],
  replicas: readonly ReturnType<typeof startReplica>[],
  world: World,
): Promise<void> {
  let at = now;
  for (const [happening, pause] of events) {
    const replica = replicas['kill' in happening ? happening.kill : happening.by];
    const run = async () => {
      world.running.set(run, now);
      await happen();
      world.running.delete(run);
    };
    const happen = async () => {
      if ('kill' in happening) return replica?.kill();
      if (!replica?.isAlive()) return;
      await store.answers.record(aVote(VOTERS[happening.vote] ?? '', { team: world.poll.team, at: now }));
      // Killed between the commit and this: only the database knows of the vote.
      if (pause % 5 > 0) replica.refresh.touch(ORG, world.poll.team, DAY);
    };
    world.timers.push({ at, run: () => void run() });
    at += pause;
  }
  await play(world, at);
}

/** Two processes, whose edits the test lets through one by one. */
function twoProcesses() {
  const shown: string[] = [];
  const gates: (() => void)[] = [];
  const timers: Timer[] = [];
  const chat = {
    ...createFakeChat(),
    async edit(_org: string, _post: string, { summary }: Card) {
      await new Promise<void>((resolve) => void gates.push(resolve));
      shown.push(summary);
    },
  };
  const after: Core['after'] = (delay, run) => {
    const timer = { at: now + delay, run };
    timers.push(timer);
    return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
  };
  const [one, other] = [0, 1].map(() => createRefresh(coreOf({ edits, chat, after })));
  return {
    ...{ one, other, shown, gates },
    async vote(poll: PollKey, voter: string, by: typeof one) {
      await store.answers.record(aVote(voter, { team: poll.team, at: now }));
      by?.touch(poll.org, poll.team, poll.day);
    },
    /** The clock goes on to the next timer. */
    async next() {
      timers.sort((a, b) => a.at - b.at);
      const timer = timers.shift();
      now = Math.max(now, timer?.at ?? 0);
      timer?.run();
      await turns(10);
    },
    timers,
  };
}

test('a vote that comes while another process edits is shown by the next edit', async () => {
  const poll = await postedPoll();
  const two = twoProcesses();
  await two.vote(poll, 'p1', two.one);
  await two.next();
  expect(two.gates).toHaveLength(1);
  await two.vote(poll, 'p2', two.other);
  await two.next();
  expect(two.gates).toHaveLength(1);
  two.gates[0]?.();
  await turns(10);
  await two.next();
  await two.next();
  two.gates[1]?.();
  await turns(10);
  expect(two.shown).toHaveLength(2);
  expect(two.shown[1]).toBe(await expectedText(poll));
});

test('what another process has shown since is not edited again, and no process waits for a lease', async () => {
  const start = now;
  const poll = await postedPoll();
  const two = twoProcesses();
  await two.vote(poll, 'p1', two.one);
  await two.next();
  await two.vote(poll, 'p2', two.other);
  await two.next();
  await two.vote(poll, 'p3', two.one);
  two.gates[0]?.();
  await turns(10);
  for (let step = 0; step < 8; step += 1) {
    await two.next();
    for (const gate of two.gates) gate();
    await turns(10);
  }
  expect(two.timers).toEqual([]);
  expect(two.shown).toHaveLength(2);
  expect(two.shown[1]).toBe(await expectedText(poll));
  expect(now).toBeLessThan(start + 10_000);
});

async function expectedText(poll: PollKey): Promise<string> {
  const chat = createFakeChat();
  const texts: string[] = [];
  const edit = async (_org: string, _post: string, { summary }: Card) => void texts.push(summary);
  const core = coreOf({ chat: { ...chat, edit } });
  const list: typeof core.ledger.list = async (...of) =>
    (await core.ledger.list(...of)).map((entry) => ({ ...entry, shown: null }));
  const ledger = { ...core.ledger, list, noteShown: async () => {} };
  await editNow({ ...core, ledger }, poll);
  return texts[0] ?? '';
}
