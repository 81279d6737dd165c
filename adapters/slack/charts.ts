import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Memory } from '../../src/ports/store/memory';
import { AgedCache } from './aged-cache';
import { memoryKeys } from './memory-keys';

/** Slack rolls charts out workspace by workspace: a refusal is forgotten after a week. */
const REFUSAL_TTL_MS: Millis = 7 * 24 * 3_600_000;

/** Remembers which workspaces refuse Slack's native charts. */
export class Charts {
  readonly #memory: Memory;
  readonly #clock: Clock;
  readonly #supported: AgedCache<boolean>;

  constructor(memory: Memory, clock: Clock) {
    this.#memory = memory;
    this.#clock = clock;
    this.#supported = new AgedCache(clock);
  }

  /** Whether to try native charts: until the workspace has refused them. Throws where the database cannot be asked. */
  async supported(org: OrgId): Promise<boolean> {
    const ask = async () => (await this.#memory.get(memoryKeys.noCharts(org))) === null;
    return this.#supported.load(org, REFUSAL_TTL_MS, ask);
  }

  /** Throws where the refusal cannot be stored; this process remembers it then, too. */
  async refused(org: OrgId): Promise<void> {
    this.#supported.set(org, false);
    await this.#memory.put(memoryKeys.noCharts(org), '', this.#clock.now() + REFUSAL_TTL_MS, org);
  }
}
