import { z } from 'zod';
import type { Clock, Memory } from '../../src/app/ports';
import type { Millis } from '../../src/domain/calendar';
import { LOCALES } from '../../src/domain/people';

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

/** Values under keys, read once and written when they change. */
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
    places: recordsOf(memory, 'place:', PLACE),
    persons: recordsOf(memory, 'person:', PERSON),
    tenants: recordsOf(memory, 'tenant:', TENANT),
    claim: (key, forMs) => memory.claim(`once:${key}`, '', clock.now() + forMs),
    giveBack: (key) => memory.remove(`once:${key}`),
  };
}

function recordsOf<T>(memory: Memory, owner: string, schema: z.ZodType<T>): Records<T> {
  const cache = new Map<string, T | null>();

  function parse(text: string): T | null {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  }

  async function get(key: string): Promise<T | null> {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const text = await memory.get(owner + key);
    // Somebody may have been faster.
    const value = cache.get(key) ?? (text === null ? null : parse(text));
    cache.set(key, value);
    return value;
  }

  return {
    get,
    async update(key, change) {
      await get(key);
      const before = cache.get(key) ?? null;
      const next = change(before);
      if (before !== null && JSON.stringify(before) === JSON.stringify(next)) return before;
      cache.set(key, next);
      await memory.put(owner + key, JSON.stringify(next), null);
      return next;
    },
    async remove(key) {
      cache.delete(key);
      await memory.remove(owner + key);
    },
    async list(prefix) {
      const found = await memory.list(owner + prefix);
      return found.flatMap(({ key, value }) => {
        const parsed = cache.get(key.slice(owner.length)) ?? parse(value);
        return parsed === null ? [] : [{ key: key.slice(owner.length), value: parsed }];
      });
    },
  };
}
