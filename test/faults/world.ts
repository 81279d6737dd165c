import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../src/app/core';
import { watchClock } from '../../src/app/schedule/watch-clock';
import type { Person } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import { createRateLimiter } from '../../src/limits/rate-limiter';
import { type Chat, ChatError } from '../../src/ports/chat';
import type { After } from '../../src/ports/clock';
import type { Inbox } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import { openSqlite } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';
import { createStore } from '../../src/store/store';
import { createFakeChat, type FakeChat } from '../fakes/chat';
import { aPerson } from '../support/bot';
import { countedIds, createTestCore, runDue } from '../support/core';
import type { Change } from './moves';
import type { Spell } from './plan';
import { createFaults, type Faults } from './ports';
import { createTime, type Time } from './time';

/* Three organisations before one platform, and the process that serves them: as main assembles it, and as it dies. */

export interface Room {
  org: string;
  place: string;
  people: Person[];
  /** The team's id. */
  team: string;
}

interface Logged {
  level: keyof Log;
  fields: Record<string, unknown>;
  text: string;
}

interface Process {
  inbox: Inbox;
  core: Core;
  /** As the database is, without faults. */
  raw: Store;
  isAlive(): boolean;
  die(): void;
  died: Promise<'died'>;
  /** A beat of the schedules. */
  beat(): void;
}

export interface World {
  time: Time;
  rooms: Room[];
  chat: FakeChat;
  faults: Faults;
  logged: Logged[];
  /** When a message was sent, by the steady clock; by its id. */
  sentAt: Map<string, Millis>;
  /** The same by the wall clock. */
  sentOn: Map<string, Millis>;
  /** When no process ran, by the wall clock. */
  absences: { from: Millis; until: Millis }[];
  /** What became of people, in the order of time. */
  changes: Change[];
  /** When the wall clock was set, by the steady clock. */
  jumps: Millis[];
  /** When processes died, by the steady clock. */
  deaths: Millis[];
  /** The process that runs now. */
  process(): Process;
  playUntil(instant: Millis): Promise<void>;
  /** Ends the process, and starts another one at that instant. */
  awayUntil(instant: Millis): Promise<void>;
  close(): Promise<void>;
}

export const START = '2018-07-23T08:00:00+09:00';
export const ORGS = ['slack:T1', 'slack:T2', 'teams:X'] as const;
/** Where the adapter can look for what it has posted. */
const LOOKS_BACK: ReadonlySet<string> = new Set(['slack:T1']);
const MINUTE: Millis = 60_000;
const RESTART: Millis = 5_000;
/** More than happens in a day. */
const MOST_STEPS = 50_000;
const SECOND: Millis = 1_000;
/** A start that has not ended after so many turns waits for time. */
const TURNS_OF_A_START = 50;
const RATE = { burst: 30, everyMs: 250 };

/** The people of a room: three who answer, one with a default week, one who never says anything, and one who is not there. */
export const DEFAULT_WEEK = 3;
export const NEWCOMER = 5;

function roomOf(org: string, place: string, shared: Person | null = null): Room {
  const people = Array.from({ length: 6 }, (_, index) => person(`${place}-p${index + 1}`));
  if (shared) people[0] = shared;
  return { org, place, people, team: '' };
}

function person(id: string): Person {
  return aPerson(id, { name: `Nomen ${id}` });
}

function rooms(): Room[] {
  const [first, second, third] = ORGS;
  const both = person('T1-both');
  return [
    roomOf(first, 'T1-a', both),
    roomOf(first, 'T1-b', both),
    roomOf(second, 'T2-a'),
    roomOf(third, 'X-a'),
  ];
}

/** A database brought up to date, to be copied. */
export async function createTemplate(): Promise<{ file: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-'));
  const file = join(folder, 'telework.db');
  await (await openSqlite({ file, now: () => 0 })).close();
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export async function createWorld(template: string, spells: readonly Spell[]): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-'));
  const file = join(folder, 'telework.db');
  copyFileSync(template, file);
  const time = createTime(Date.parse(START));
  const chat = createFakeChat();
  const logged: Logged[] = [];
  const say = (level: keyof Log) => (fields: Record<string, unknown>, text: string) =>
    void logged.push({ level, fields, text });
  const parts = {
    newId: countedIds(),
    ...{ time, rooms: rooms(), chat, logged, deaths: [] as Millis[], sentAt: new Map<string, Millis>() },
    ...{ sentOn: new Map<string, Millis>(), absences: [] as World['absences'] },
    ...{ changes: [] as Change[], jumps: [] as Millis[] },
    faults: createFaults(spells, ORGS, time),
    log: { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') },
  };
  for (const { place, people } of parts.rooms) chat.people.set(place, people.slice(0, NEWCOMER));
  let current = await start(file, parts);

  async function restart(instant = time.now() + RESTART): Promise<void> {
    await time.drain();
    await current.raw.close();
    await stepTo(instant);
    current = await start(file, parts);
  }

  async function stepTo(instant: Millis): Promise<void> {
    while (time.now() < instant) await time.step(instant);
  }

  return {
    ...parts,
    process: () => current,
    async playUntil(instant) {
      for (let steps = 0; ; steps += 1) {
        if (steps > MOST_STEPS) throw new Error('time does not go on');
        await time.drain();
        if (!current.isAlive()) {
          await restart();
          continue;
        }
        if (time.now() >= instant) return;
        const beat = nextBeat(time.now(), await current.raw.wakeQueue.nextWake());
        await time.step(Math.min(beat, instant));
        if (time.now() < beat || !current.isAlive()) continue;
        // The beats that were left out would have noted that the process ran.
        await current.raw.absences.alive(time.now() - MINUTE, Number.POSITIVE_INFINITY, 0);
        current.beat();
      }
    },
    async awayUntil(instant) {
      current.die();
      parts.absences.push({ from: time.now(), until: instant });
      await restart(instant);
    },
    async close() {
      await current.raw.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Beats at which nothing is due are left out. */
function nextBeat(now: Millis, wake: Millis | null): Millis {
  const next = Math.floor(now / MINUTE) * MINUTE + MINUTE;
  return wake === null ? Number.POSITIVE_INFINITY : Math.max(next, Math.ceil(wake / MINUTE) * MINUTE);
}

type Parts = Omit<World, 'process' | 'playUntil' | 'awayUntil' | 'close'> & { log: Log; newId: () => string };

/** Starts as main does: a start that fails is a process that died. */
async function start(file: string, parts: Parts): Promise<Process> {
  const { time, log, faults } = parts;
  let alive = true;
  let dead = () => {};
  const died = new Promise<'died'>((resolve) => {
    dead = () => resolve('died');
  });
  const caller = {
    isAlive: () => alive,
    die() {
      alive = false;
      parts.deaths.push(time.steady());
      dead();
    },
  };
  const clock = { now: time.now };
  const backend = await openSqlite({ file, now: time.now });
  // Nothing is read from the disk after a run.
  backend.connection.exec('pragma synchronous = off');
  const raw = createStore(backend, time.now);
  const store = faults.store(raw, caller);
  const after: After = (delayMs, run) => time.after(delayMs, () => alive && run());
  const chat = faults.chat(adapter(parts, store, after), caller);
  const { core: whole, inbox } = createTestCore({ store, chat, clock, after, log, newId: parts.newId });
  const started = resume(whole).then(
    () => schedules(whole),
    (error: unknown) => {
      log.error({ err: error }, 'stopped by a fault');
      caller.die();
      return () => {};
    },
  );
  const beats = await whileTimeGoesOn(time, started);
  return { inbox, core: whole, raw, died, isAlive: caller.isAlive, die: caller.die, beat: beats };

  async function resume({ ledger, wakeQueue, refresh }: Core): Promise<void> {
    const begun = (async () => {
      await ledger.recover();
      await wakeQueue.wake(null);
      await refresh.catchUp();
    })();
    await Promise.race([begun, died]);
  }
}

/** Without time a call that is slow would never end. */
async function whileTimeGoesOn<T>(time: Time, work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  work.then(over, over);
  for (let turns = 1; !isOver; turns += 1) {
    await time.drain();
    if (!isOver && turns % TURNS_OF_A_START === 0) await time.step(time.now() + SECOND);
  }
  return work;
}

/** Two schedules, as in main: neither waits for the other, and none runs twice at a time. */
function schedules(core: Core): () => void {
  const followClock = watchClock(core);
  const ticks = [
    () => core.refresh.catchUp(),
    async () => {
      await followClock();
      await runDue(core);
    },
  ].map((tick) => {
    let running = false;
    return () => {
      if (running) return;
      running = true;
      tick()
        .catch((error: unknown) =>
          core.log.error({ err: error }, 'tick failed; the next one runs as planned'),
        )
        .finally(() => {
          running = false;
        });
    };
  });
  const beat = () => {
    for (const tick of ticks) tick();
  };
  beat();
  return beat;
}

/** An adapter with the manners of the real ones: it keeps to limits, and looks for earlier posts where it may. */
function adapter({ time, chat, sentAt, sentOn }: Parts, store: Store, after: After): Chat {
  const steady = { now: time.steady };
  const limiter = createRateLimiter(store.tokenBuckets(steady), steady, after);
  const turn = (org: string, urgent: boolean) =>
    limiter.acquire(org, RATE, { urgent, maxWaitMs: urgent ? 5_000 : 45_000 });
  function sent(id: string): string {
    sentAt.set(id, time.steady());
    sentOn.set(id, time.now());
    return id;
  }
  return {
    ...chat,
    async post(org, place, card, key) {
      await turn(org, false);
      const earlier =
        key.mayHaveBeenSent && LOOKS_BACK.has(org) ? chat.messages.find((one) => one.key === key.id) : null;
      if (earlier) return earlier.id;
      if (key.mayHaveBeenSent && !LOOKS_BACK.has(org) && !key.repeatable) throw doubt();
      return sent(await chat.post(org, place, card, key));
    },
    async direct(org, person, card, key) {
      await turn(org, false);
      if (key.mayHaveBeenSent) throw doubt();
      return sent(await chat.direct(org, person, card, key));
    },
    async edit(org, post, card) {
      await turn(org, true);
      await chat.edit(org, post, card);
    },
  };
}

function doubt(): ChatError {
  return new ChatError('uncertain', 'an earlier attempt may have sent this');
}
