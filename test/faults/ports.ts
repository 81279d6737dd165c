import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import type { TaskKey } from '../../src/ports/store/ledger';
import { StoreError } from '../../src/store';
import type { Store } from '../../src/store/store';
import { postIdOf } from '../../src/store/task-key';
import { type Fault, MOMENTS, type Spell } from './plan';
import type { Time } from './time';

/* Stands around every method of a port, and does to its calls what the plan says. */

/** A call that did not go well. */
export interface Hit {
  where: string;
  org: string | null;
  /** The id of the task's post, where it is of a task. */
  task: string | null;
  /** What was called with. */
  args: readonly unknown[];
  fault: Fault;
  error: Error | null;
  /** By the steady clock. */
  at: Millis;
}

/** A call, well or not. */
export interface Call {
  where: string;
  task: string | null;
  args: readonly unknown[];
  begun: Millis;
  /** When it was done. */
  ended: Millis;
  /** Whether it was done, as far as the port goes; the caller may not have learnt of it. */
  result: unknown;
  done: boolean;
}

/** The process on whose behalf calls are made. */
interface Caller {
  isAlive(): boolean;
  die(): void;
}

export interface Faults {
  hits: Hit[];
  /** Calls the oracle wants to know of. */
  calls: Call[];
  store(store: Store, caller: Caller): Store;
  chat<Port extends object>(chat: Port, caller: Caller): Port;
}

/** An adapter waits so long for an answer. */
const TIME_LIMIT: Millis = 30_000;
const KEPT = new Set([
  ...['answers.record', 'polls.open', 'chat.roster', 'people.setRoster'],
  ...['ledger.claim', 'ledger.finish', 'ledger.sending', 'ledger.release'],
]);
const never = new Promise<never>(() => {});

type Method = (...args: unknown[]) => unknown;

export function createFaults(spells: readonly Spell[], orgs: readonly string[], time: Time): Faults {
  const live = spells.map((spell) => ({ spell, met: 0, hit: 0 }));
  const hits: Hit[] = [];
  const calls: Call[] = [];

  function next(where: string, org: string | null): Fault | null {
    for (const one of live) {
      const { spell } = one;
      if (!isMeant(spell, where, org, orgs) || !isNow(spell, time.now()) || one.hit >= spell.times) continue;
      one.met += 1;
      if (one.met <= spell.skip || (one.met - spell.skip) % spell.every !== 0) continue;
      one.hit += 1;
      return spell.fault;
    }
    return null;
  }

  async function call(
    { where, args, caller }: { where: string; args: unknown[]; caller: Caller },
    work: () => unknown,
  ): Promise<unknown> {
    if (!caller.isAlive()) return never;
    const org = orgOf(args, orgs);
    const task = taskOf(where, args);
    const fault = next(where, org);
    const kept: Call = { where, task, args, begun: time.steady(), ended: 0, result: null, done: false };
    if (KEPT.has(where)) calls.push(kept);
    const run = async () => {
      kept.result = where.startsWith('chat.') ? await work() : await time.busy(async () => work());
      kept.done = true;
      kept.ended = time.steady();
      return kept.result;
    };
    const hit: Hit | null = fault && { where, org, task, args, fault, error: null, at: time.steady() };
    if (hit) hits.push(hit);
    const result = hit ? await suffer(hit, run, caller) : await run();
    return caller.isAlive() ? result : never;
  }

  async function suffer(hit: Hit, run: () => Promise<unknown>, caller: Caller): Promise<unknown> {
    const { fault, where } = hit;
    if (fault.is === 'slow') {
      await time.sleep(fault.ms);
      return caller.isAlive() ? run() : never;
    }
    if (fault.after) await run();
    if (fault.is === 'dies') {
      caller.die();
      return never;
    }
    if (fault.is === 'silent') await time.sleep(TIME_LIMIT);
    if (!caller.isAlive()) return never;
    hit.error = errorOf(where, fault);
    throw hit.error;
  }

  function wrap<Port extends object>(port: Port, name: string, caller: Caller): Port {
    const methods = Object.entries(port).map(([key, value]) => {
      if (typeof value !== 'function') return [key, value];
      const work: Method = value;
      const where = name === '' ? key : `${name}.${key}`;
      if (where === 'chat.roster') return [key, (...args: unknown[]) => roster(args, work)];
      return [key, (...args: unknown[]) => call({ where, args, caller }, () => work(...args))];
    });
    async function* roster(args: unknown[], work: Method): AsyncIterable<unknown> {
      yield* (await call({ where: 'chat.roster', args, caller }, () =>
        work(...args),
      )) as AsyncIterable<unknown>;
    }
    return Object.fromEntries(methods) as Port;
  }

  return {
    hits,
    calls,
    chat: (chat, caller) => wrap(chat, 'chat', caller),
    store(store, caller) {
      const { memory, tokenBuckets, connections, close, ping, time: now, clockWentBack, ...parts } = store;
      const wrapped = Object.entries(parts).map(([name, part]) => [name, wrap(part, name, caller)]);
      return {
        ...(Object.fromEntries(wrapped) as typeof parts),
        ...wrap({ ping, time: now, clockWentBack }, '', caller),
        memory: (owner) => wrap(memory(owner), 'memory', caller),
        tokenBuckets: (clock) => wrap(tokenBuckets(clock), 'tokenBuckets', caller),
        connections,
        close,
      };
    },
  };
}

function isMeant(spell: Spell, where: string, org: string | null, orgs: readonly string[]): boolean {
  if (spell.org !== null && orgs[spell.org] !== org) return false;
  if (spell.where === 'store') return !where.startsWith('chat.');
  // The wake queue stands in the table of the teams.
  const part = where.startsWith('wakeQueue.') && spell.where === 'teams' ? 'wakeQueue' : spell.where;
  return where === spell.where || where.startsWith(`${part}.`);
}

function isNow({ moment, second, lasts }: Spell, now: Millis): boolean {
  const from = (MOMENTS[moment] ?? 0) + second * 1_000;
  return now >= from && now <= from + lasts * 1_000;
}

function orgOf([first]: readonly unknown[], orgs: readonly string[]): string | null {
  const named = typeof first === 'object' && first !== null && 'org' in first ? first.org : first;
  return orgs.find((org) => org === named) ?? null;
}

function taskOf(where: string, args: readonly unknown[]): string | null {
  if (where === 'chat.post' || where === 'chat.direct') return (args[3] as { id: string }).id;
  if (!where.startsWith('ledger.') || typeof args[0] !== 'object') return null;
  return postIdOf(args[0] as TaskKey);
}

function errorOf(where: string, fault: Extract<Fault, { is: 'fails' | 'chat' | 'silent' }>): Error {
  if (!where.startsWith('chat.')) return new StoreError('unavailable', `${where}: the database is away`);
  if (fault.is === 'fails') return new Error(`${where}: not a fault of the platform's`);
  if (fault.is === 'chat')
    return new ChatError(fault.kind, `${where}: the platform said ${fault.kind}`, fault.retryAfterMs);
  const sends = ['chat.post', 'chat.edit', 'chat.direct'].includes(where);
  return new ChatError(sends ? 'uncertain' : 'unreachable', `${where}: no answer in time`);
}
