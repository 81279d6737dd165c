import { z } from 'zod';
import { LOCALES } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Memory } from '../../src/ports/store/memory';

/* What this adapter remembers: addresses, and what rosters do not tell. No names, and no answers. */

const PLACE = z.object({
  serviceUrl: z.string(),
  /** The team of a channel; null for a group chat. */
  team: z.string().nullable(),
  name: z.string().nullable(),
  /** Whether the core has posted here: only then it wants to know what becomes of the place. */
  posted: z.boolean(),
  /** Who added the bot here. */
  installers: z.array(z.string()),
  /** Everybody, while they are few enough for a view of their own; else empty. */
  few: z.array(z.string()),
});
export type PlaceRecord = z.infer<typeof PLACE>;

const PERSON = z.object({
  serviceUrl: z.string(),
  /** Their chat with the bot, once there is one. */
  chat: z.string().nullable(),
  locale: z.enum(LOCALES).nullable(),
  zone: z.string().nullable(),
  guest: z.boolean(),
});
export type PersonRecord = z.infer<typeof PERSON>;

const TENANT = z.object({ serviceUrl: z.string() });

/** Values under keys, read now and then and written when they change. */
export interface Records<T> {
  get(key: string): Promise<T | null>;
  /** `change` must not wait: two changes at once are both made. */
  update(key: string, change: (value: T | null) => T): Promise<T>;
  list(prefix: string): Promise<{ key: string; value: T }[]>;
  remove(key: string): Promise<void>;
}

export interface TeamsMemory {
  /** By `<tenant>/<place>`. */
  places: Records<PlaceRecord>;
  /** By `<tenant>/<person>`. */
  persons: Records<PersonRecord>;
  /** By tenant. */
  tenants: Records<z.infer<typeof TENANT>>;
  /** True for the first to name this key within `forMs`. */
  claim(key: string, forMs: Millis): Promise<boolean>;
  giveBack(key: string): Promise<void>;
}

export function createTeamsMemory(memory: Memory, clock: Clock): TeamsMemory {
  return {
    places: recordsOf(memory, 'place:', PLACE, clock),
    persons: recordsOf(memory, 'person:', PERSON, clock),
    tenants: recordsOf(memory, 'tenant:', TENANT, clock),
    claim: (key, forMs) => memory.claim(`once:${key}`, '', clock.now() + forMs),
    giveBack: (key) => memory.remove(`once:${key}`),
  };
}

/** Other processes change records, too: what was read is believed for so long. */
const BELIEVED: Millis = 60_000;

function recordsOf<T>(memory: Memory, owner: string, schema: z.ZodType<T>, { now }: Clock): Records<T> {
  const cache = new Map<string, { value: T | null; at: Millis }>();
  /** Changes of one record, one after the other. */
  const changing = new Map<string, Promise<unknown>>();

  function parse(text: string): T | null {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  }

  /** In the order in which they were read: what nobody believes any more is no longer kept. */
  function keep(key: string, value: T | null): T | null {
    cache.delete(key);
    for (const [old, { at }] of cache) {
      if (now() - at < BELIEVED) break;
      cache.delete(old);
    }
    cache.set(key, { value, at: now() });
    return value;
  }

  async function read(key: string): Promise<T | null> {
    const text = await memory.get(owner + key);
    return keep(key, text === null ? null : parse(text));
  }

  function cached(key: string): T | null | undefined {
    const known = cache.get(key);
    const age = now() - (known?.at ?? 0);
    return known && age >= 0 && age < BELIEVED ? known.value : undefined;
  }

  async function get(key: string): Promise<T | null> {
    const known = cached(key);
    return known === undefined ? read(key) : known;
  }

  async function updateNow(key: string, change: (value: T | null) => T): Promise<T> {
    const known = await get(key);
    if (known !== null && isSame(known, change(known))) return known;
    // What is written must hold what others have written meanwhile.
    const before = await read(key);
    const next = change(before);
    if (before !== null && isSame(before, next)) return before;
    await memory.put(owner + key, JSON.stringify(next), null);
    keep(key, next);
    return next;
  }

  return {
    get,
    update(key, change) {
      const mine = (changing.get(key) ?? Promise.resolve()).then(
        () => updateNow(key, change),
        () => updateNow(key, change),
      );
      changing.set(key, mine);
      const done = () => void (changing.get(key) === mine && changing.delete(key));
      mine.then(done, done);
      return mine;
    },
    async remove(key) {
      cache.delete(key);
      await memory.remove(owner + key);
    },
    async list(prefix) {
      const found = await memory.list(owner + prefix);
      return found.flatMap(({ key, value }) => {
        const parsed = cached(key.slice(owner.length)) ?? parse(value);
        return parsed === null ? [] : [{ key: key.slice(owner.length), value: parsed }];
      });
    },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
