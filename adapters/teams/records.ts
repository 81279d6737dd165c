import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { LOCALES, type PersonId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Memory } from '../../src/ports/store/memory';
import type { ForgottenAmong } from '../../src/ports/store/people';
import { KeyedMutex } from './keyed-mutex';
import { orgOf, tenantIn } from './keys';

/* What this adapter stores: addresses, and what rosters do not say. No names of people, and no answers. */

/** How the keys of each kind of record begin. */
const PLACES = 'place:';
const PERSONS = 'person:';
const TENANTS = 'tenant:';
const ONCE = 'once:';

const PLACE = z.object({
  serviceUrl: z.string(),
  /** The team of a channel; null for a group chat. */
  team: z.string().nullable(),
  name: z.string().nullable(),
  /** Whether the core has posted here: it only follows places where it has. */
  posted: z.boolean(),
  /** The people who added the bot here. */
  installers: z.array(z.string()),
  /** Every member, while they are few enough for a view of their own; else empty. */
  few: z.array(z.string()),
  /** Whether it is a shared channel, which people of other tenants may be in. */
  shared: z.boolean().default(false),
});
export type PlaceRecord = z.infer<typeof PLACE>;

/** The record of a place of which only the service is known. */
export function unknownPlace(serviceUrl: string): PlaceRecord {
  return { serviceUrl, team: null, name: null, posted: false, installers: [], few: [], shared: false };
}

const PERSON = z.object({
  serviceUrl: z.string(),
  /** Their chat with the bot, once there is one. */
  chat: z.string().nullable(),
  locale: z.enum(LOCALES).nullable(),
  zone: z.string().nullable(),
  /** What they are to the tenant; null: Teams has not told. */
  kind: z.enum(['person', 'guest', 'outsider']).nullable().default(null),
  /** Their id in the tenant's directory, by which the operator names administrators; null: Teams has not told. */
  objectId: z.string().nullable().default(null),
});
export type PersonRecord = z.infer<typeof PERSON>;

/** The record of a person of whom only the service is known. */
export function unknownPerson(serviceUrl: string): PersonRecord {
  return { serviceUrl, chat: null, locale: null, zone: null, kind: null, objectId: null };
}

const TENANT = z.object({ serviceUrl: z.string() });

/** Values under keys, cached by this process, and written only when they change. */
interface Records<T> {
  /** The value, at most a minute old; null: there is none. */
  get(key: string): Promise<T | null>;
  /** `change` must be pure. Changes of one record are made one after the other. */
  update(key: string, change: (value: T | null) => T): Promise<T>;
  list(prefix: string): Promise<{ key: string; value: T }[]>;
  remove(key: string): Promise<void>;
}

export interface TeamsMemory {
  /** By `placeKey`. */
  places: Records<PlaceRecord>;
  /** By `personKey`. */
  persons: Records<PersonRecord>;
  /** By tenant. */
  tenants: Records<z.infer<typeof TENANT>>;
  /** True for the first call with this key within `forMs`, in any process. */
  claim(tenant: string, key: string, forMs: Millis): Promise<boolean>;
  giveBack(key: string): Promise<void>;
  /** Those of the people of a tenant who asked to be forgotten. */
  forgottenAmong(tenant: string, persons: readonly PersonId[]): Promise<ReadonlySet<PersonId>>;
}

export function createTeamsMemory(
  { memory, forgottenAmong }: { memory: Memory; forgottenAmong: ForgottenAmong },
  clock: Clock,
): TeamsMemory {
  return {
    places: new CachedRecords(memory, PLACES, PLACE, clock),
    persons: new CachedRecords(memory, PERSONS, PERSON, clock),
    tenants: new CachedRecords(memory, TENANTS, TENANT, clock),
    claim: (tenant, key, forMs) => memory.claim(ONCE + key, '', clock.now() + forMs, orgOf(tenant)),
    giveBack: (key) => memory.remove(ONCE + key),
    forgottenAmong: (tenant, persons) => forgottenAmong(orgOf(tenant), persons),
  };
}

/** Other processes change records, too. */
const CACHE_TTL_MS: Millis = 60_000;
/** Records of each kind, some hundred bytes each. */
const MOST_CACHED = 10_000;

class CachedRecords<T> implements Records<T> {
  readonly #memory: Memory;
  readonly #prefix: string;
  readonly #schema: z.ZodType<T>;
  readonly #clock: Clock;
  /** The library's own lifetimes go by real time: entries carry the injected one. */
  readonly #cache = new LRUCache<string, { value: T | null; readAt: Millis }>({ max: MOST_CACHED });
  readonly #changes = new KeyedMutex();

  constructor(memory: Memory, prefix: string, schema: z.ZodType<T>, clock: Clock) {
    this.#memory = memory;
    this.#prefix = prefix;
    this.#schema = schema;
    this.#clock = clock;
  }

  async get(key: string): Promise<T | null> {
    const cached = this.#cached(key);
    return cached === undefined ? this.#read(key) : cached;
  }

  update(key: string, change: (value: T | null) => T): Promise<T> {
    return this.#changes.run(key, async () => {
      const cached = await this.get(key);
      if (cached !== null && isSame(cached, change(cached))) return cached;
      // Other processes may have written since: the change is made to what is stored now.
      const before = await this.#read(key);
      const next = change(before);
      if (before !== null && isSame(before, next)) return before;
      await this.#memory.put(this.#prefix + key, JSON.stringify(next), null, orgOf(tenantIn(key)));
      this.#keep(key, next);
      return next;
    });
  }

  async remove(key: string): Promise<void> {
    this.#cache.delete(key);
    await this.#memory.remove(this.#prefix + key);
  }

  async list(prefix: string): Promise<{ key: string; value: T }[]> {
    const found = await this.#memory.list(this.#prefix + prefix);
    return found.flatMap(({ key: stored, value: text }) => {
      const key = stored.slice(this.#prefix.length);
      const value = this.#cached(key) ?? this.#parse(text);
      return value === null ? [] : [{ key, value }];
    });
  }

  /** Undefined: not known, or too old. */
  #cached(key: string): T | null | undefined {
    const known = this.#cache.get(key);
    if (!known) return undefined;
    const age = this.#clock.now() - known.readAt;
    return age >= 0 && age < CACHE_TTL_MS ? known.value : undefined;
  }

  async #read(key: string): Promise<T | null> {
    const text = await this.#memory.get(this.#prefix + key);
    return this.#keep(key, text === null ? null : this.#parse(text));
  }

  #keep(key: string, value: T | null): T | null {
    this.#cache.set(key, { value, readAt: this.#clock.now() });
    return value;
  }

  /** Null for what this version of the bot cannot read. */
  #parse(text: string): T | null {
    return this.#schema.safeParse(JSON.parse(text)).data ?? null;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
