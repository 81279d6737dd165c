import type { Millis } from '../../../src/domain/time/calendar';
import { ChatError } from '../../../src/ports/chat';
import type { Clock } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import type { Memory } from '../../../src/ports/store/memory';
import { memoryKeys } from '../memory-keys';
import type { Access } from './access';
import type { Grant, Grants } from './grants';
import type { Leases } from './lease';

export interface RenewalParts {
  grants: Grants;
  access: Pick<Access, 'refresh'>;
  memory: Memory;
  clock: Clock;
  log: Log;
}

/** Tokens live for twelve hours; they are renewed so long before they expire. */
const RENEW_BEFORE_MS: Millis = 2 * 3_600_000;
/** A token that expires this soon is not used any more. */
const UNUSABLE_BEFORE_MS: Millis = 30_000;
/** After a renewal that failed, the next is not tried sooner. */
const PAUSE_MS: Millis = 60_000;
const LEASE_MAX_WAIT_MS: Millis = 20_000;

/** Renews grants whose tokens expire soon, or that are encrypted with an older key: one process at a time. */
export class GrantRenewal {
  readonly #parts: RenewalParts;
  readonly #leases: Leases;
  readonly #running = new Map<string, Promise<Grant | null>>();

  constructor(parts: RenewalParts, leases: Leases) {
    this.#parts = parts;
    this.#leases = leases;
  }

  isDue({ grant, old }: { grant: Grant; old: boolean }): boolean {
    return old || !this.isFresh(grant);
  }

  isFresh(grant: Grant): boolean {
    return this.#lifeOf(grant) > RENEW_BEFORE_MS;
  }

  /**
   * The renewed grant, or the old one while it can be used and a renewal is not possible now; null where there is no grant
   * any more. Throws ChatErrors.
   */
  renew(key: string, grant: Grant): Promise<Grant | null> {
    const running =
      this.#running.get(key) ?? this.#renew(key, grant).finally(() => this.#running.delete(key));
    this.#running.set(key, running);
    return running;
  }

  /** A grant whose token can be used. Only to be called under the lease. */
  async usable(key: string, grant: Grant): Promise<Grant | null> {
    return this.#isUsable(grant) ? grant : this.#renewNow(key);
  }

  /** Ends the pause after a renewal that failed. */
  async allow(key: string): Promise<void> {
    await this.#parts.memory.remove(memoryKeys.renewalPause(key));
  }

  async #renew(key: string, grant: Grant): Promise<Grant | null> {
    const { memory, clock, log } = this.#parts;
    const usable = this.#isUsable(grant);
    const pause = memoryKeys.renewalPause(key);
    if (usable && (await memory.get(pause)) !== null) return grant;
    try {
      const held = await this.#leases.hold(key, usable ? 0 : LEASE_MAX_WAIT_MS, () => this.#renewNow(key));
      if (held) return held.value;
      if (usable) return grant;
      throw new ChatError('unreachable', 'the token is being renewed by another process');
    } catch (error) {
      if (!(error instanceof ChatError) || !usable) throw error;
      await memory.put(pause, '', clock.now() + PAUSE_MS, memoryKeys.orgOfInstall(key));
      log.warn({ kind: error.kind }, `a Slack token was not renewed: ${error.message}`);
      return grant;
    }
  }

  /** Under the lease: reads again, since another process may have renewed the grant. */
  async #renewNow(key: string): Promise<Grant | null> {
    const { grants, access } = this.#parts;
    const stored = await grants.get(key);
    if (!stored) return null;
    if (!this.isDue(stored)) return stored.grant;
    const renewed = this.isFresh(stored.grant) ? stored.grant : await access.refresh(stored.grant);
    await grants.put(key, renewed);
    return renewed;
  }

  #isUsable(grant: Grant): boolean {
    return this.#lifeOf(grant) > UNUSABLE_BEFORE_MS;
  }

  #lifeOf({ expiresAt }: Grant): Millis {
    return (expiresAt ?? Number.POSITIVE_INFINITY) - this.#parts.clock.now();
  }
}
