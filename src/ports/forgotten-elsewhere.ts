import type { OrgId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import type { After, Clock } from './clock';
import type { Log } from './log';
import type { Memory } from './store/memory';

export interface ForgottenElsewhereParts {
  memory: Memory;
  clock: Clock;
  after: After;
  log: Log;
  /** Drops what this process caches of people of the organisation who asked to be forgotten. */
  drop: (org: OrgId) => Promise<void>;
}

const PREFIX = 'forgot:';
const LOOK_MS: Millis = 60_000;
/** Longer than any process goes without a look. */
const TOLD_FOR_MS: Millis = 48 * 3_600_000;

/**
 * Tells the other processes that a person of an organisation asked to be forgotten, so that their caches drop that person
 * within a minute. What is told names the organisation alone.
 */
export class ForgottenElsewhere {
  readonly #parts: ForgottenElsewhereParts;
  readonly #seen = new Map<string, string>();
  #cancel: (() => void) | null = null;

  constructor(parts: ForgottenElsewhereParts) {
    this.#parts = parts;
  }

  /** Throws a StoreError when the database fails. */
  async tell(org: OrgId): Promise<void> {
    const now = this.#parts.clock.now();
    await this.#parts.memory.put(PREFIX + org, String(now), now + TOLD_FOR_MS, org);
  }

  /** Looks once a minute, until `stop`. */
  start(): void {
    this.#cancel = this.#parts.after(LOOK_MS, () => {
      void this.#look().finally(() => this.#cancel && this.start());
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async #look(): Promise<void> {
    const { memory, log, drop } = this.#parts;
    try {
      for (const { key, value } of await memory.list(PREFIX)) {
        if (this.#seen.get(key) === value) continue;
        await drop(key.slice(PREFIX.length));
        this.#seen.set(key, value);
      }
    } catch (err) {
      log.warn({ err }, 'not known who was forgotten by other processes; asking again in a minute');
    }
  }
}
