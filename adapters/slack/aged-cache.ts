import { LRUCache } from 'lru-cache';
import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';

interface Entry<Value> {
  value: Value;
  storedAt: Millis;
}

const DEFAULT_MAX_ENTRIES = 200_000;

/**
 * Values by key, with their ages. The entry that was not read for the longest time goes first. lru-cache measures ages
 * by the process's own timer; here they go by the injected clock.
 */
export class AgedCache<Value extends {}> {
  readonly #clock: Clock;
  readonly #entries: LRUCache<string, Entry<Value>>;
  readonly #loading = new Map<string, Promise<Value>>();

  constructor(clock: Clock, maxEntries = DEFAULT_MAX_ENTRIES) {
    this.#clock = clock;
    // With `max` instead, lru-cache allocates the memory of all entries at once.
    this.#entries = new LRUCache({ maxSize: maxEntries, sizeCalculation: () => 1 });
  }

  /** The value, if it is younger than `maxAgeMs`. */
  get(key: string, maxAgeMs: Millis = Number.POSITIVE_INFINITY): Value | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.storedAt + maxAgeMs > this.#clock.now() ? entry.value : undefined;
  }

  /** `ageMs`: how old the value is already. */
  set(key: string, value: Value, ageMs: Millis = 0): void {
    this.#entries.set(key, { value, storedAt: this.#clock.now() - ageMs });
  }

  /** The value, if it is younger than `maxAgeMs`; else loads it. */
  async load(key: string, maxAgeMs: Millis, ask: () => Promise<Value>): Promise<Value> {
    return this.get(key, maxAgeMs) ?? this.reload(key, ask);
  }

  /** Loads the value, once at a time for each key. A failure is not remembered. */
  reload(key: string, ask: () => Promise<Value>): Promise<Value> {
    const running = this.#loading.get(key) ?? this.#load(key, ask);
    this.#loading.set(key, running);
    return running;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** Deletes what is stored by keys of `keyIn(org, …)`. */
  deleteIn(org: OrgId): void {
    for (const [id] of this.entriesIn(org)) this.delete(keyIn(org, id));
  }

  /** What is stored by keys of `keyIn(org, …)`, by the id within the organisation. */
  entriesIn(org: OrgId): [id: string, value: Value][] {
    const prefix = keyIn(org, '');
    return [...this.#entries.entries()].flatMap(([key, { value }]): [string, Value][] =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    );
  }

  async #load(key: string, ask: () => Promise<Value>): Promise<Value> {
    try {
      const value = await ask();
      this.set(key, value);
      return value;
    } finally {
      this.#loading.delete(key);
    }
  }
}

/** The key of something within an organisation: of a person, a channel or a group. */
export function keyIn(org: OrgId, id: string): string {
  return `${org} ${id}`;
}
