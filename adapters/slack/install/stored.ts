import type { Millis } from '../../../src/domain/time/calendar';
import { ChatError } from '../../../src/ports/chat';
import type { After, Clock } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import type { Memory } from '../../../src/ports/store/memory';
import type { BotInstallation, InstallationQuery, Installations } from '../installations';
import { memoryKeys } from '../memory-keys';
import type { Access } from './access';
import { type AllowedTeams, isAllowed } from './allowed';
import { type Grant, type Grants, grantKey } from './grants';
import { createLeases, type Leases } from './lease';
import { GrantRenewal } from './renewal';
import { SealError } from './seal';

export interface StoredParts {
  grants: Grants;
  access: Access;
  allowedTeams?: AllowedTeams;
  memory: Memory;
  /** Real time, by which Slack's tokens expire. */
  clock: Clock;
  after: After;
  newId: () => string;
  log: Log;
}

/** A change of an install waits this long for another process that changes the same one. */
const LEASE_MAX_WAIT_MS: Millis = 20_000;

/** Installations by OAuth, kept in the database. */
export class StoredInstallations implements Installations {
  readonly #grants: Grants;
  readonly #access: Access;
  readonly #allowed: AllowedTeams;
  readonly #log: Log;
  readonly #leases: Leases;
  readonly #renewal: GrantRenewal;
  /** For while the database is away: people are then still answered that nothing was recorded. */
  readonly #lastRead = new Map<string, Grant>();

  constructor(parts: StoredParts) {
    this.#grants = parts.grants;
    this.#access = parts.access;
    this.#allowed = parts.allowedTeams ?? null;
    this.#log = parts.log;
    this.#leases = createLeases(parts);
    this.#renewal = new GrantRenewal(parts, this.#leases);
  }

  async botFor(query: InstallationQuery): Promise<BotInstallation | null> {
    const key = grantKey(query);
    const stored = key === null ? null : await this.#read(key);
    if (key === null || !stored) return null;
    if (!isAllowed(this.#allowed, query) && !isAllowed(this.#allowed, stored.grant)) throw notServed();
    const grant = this.#renewal.isDue(stored) ? await this.#renewal.renew(key, stored.grant) : stored.grant;
    return grant && botOf(grant);
  }

  async forget(query: InstallationQuery): Promise<void> {
    const key = grantKey(query);
    if (key !== null) await this.#underLease(key, () => this.#forgetNow(key));
  }

  /** Keeps a new install; an earlier one in the same place is replaced. Resolves with whether there was none. */
  async save(grant: Grant): Promise<boolean> {
    const key = grantKey(queryOf(grant));
    if (key === null) throw new ChatError('invalid', 'this install is for no place');
    let isFirst = false;
    await this.#underLease(key, async () => {
      isFirst = !(await this.#grants.keys()).includes(key);
      await this.#grants.put(key, grant);
      await this.#renewal.allow(key);
    });
    return isFirst;
  }

  /**
   * The number of installs that can be read; each other one is logged, and its workspace is not served. Throws a
   * SealError, which names ENCRYPTION_KEY, when that key opens none of them.
   */
  async verify(): Promise<number> {
    const keys = await this.#grants.keys();
    const faults: SealError[] = [];
    for (const key of keys) {
      const fault = await this.#readNow(key).then(() => null, sealFault);
      if (!fault) continue;
      faults.push(fault);
      const team = memoryKeys.idOfInstall(key);
      this.#log.error(
        { team },
        `the stored install of ${team} cannot be read, so it is not served: ${fault.message}`,
      );
    }
    const [first] = faults;
    if (first && faults.length === keys.length && faults.every(({ kind }) => kind === 'other-key'))
      throw first;
    return keys.length - faults.length;
  }

  /** Removes the grant unless Slack says that it works: then the event is about an install before the present one. */
  async #forgetNow(key: string): Promise<void> {
    const stored = await this.#grants.get(key).catch(unlessSealed);
    if (!stored) return this.#grants.remove(key);
    const grant = await this.#renewal.usable(key, stored.grant).catch(unlessChatFault);
    if (grant && (await this.#access.works(grant))) return;
    await this.#grants.remove(key);
    this.#log.info({}, 'a Slack install was removed, and its token forgotten');
  }

  async #underLease(key: string, work: () => Promise<void>): Promise<void> {
    const held = await this.#leases.hold(key, LEASE_MAX_WAIT_MS, work);
    if (!held) throw new ChatError('unreachable', 'the install is being changed by another process');
  }

  async #read(key: string): ReturnType<Grants['get']> {
    try {
      return await this.#readNow(key);
    } catch (error) {
      const before = this.#lastRead.get(key);
      // Nothing is sent with a token that cannot be read: once the key is right, what waits goes on.
      if (error instanceof SealError)
        throw new ChatError('unreachable', error.message, null, { cause: error });
      if (!before || !this.#renewal.isFresh(before)) throw error;
      return { grant: before, old: false };
    }
  }

  async #readNow(key: string): ReturnType<Grants['get']> {
    const stored = await this.#grants.get(key);
    if (stored) this.#lastRead.set(key, stored.grant);
    else this.#lastRead.delete(key);
    return stored;
  }
}

function queryOf({ teamId, enterpriseId }: Grant): InstallationQuery {
  return { teamId, enterpriseId, isEnterpriseInstall: teamId === null };
}

function botOf({ botToken, botId, botUserId, teamId, enterpriseId }: Grant): BotInstallation {
  return { botToken, botId, botUserId, teamId, enterpriseId };
}

function notServed(): ChatError {
  return new ChatError('gone', 'The workspace is not served: SLACK_ALLOWED_TEAMS does not name it.');
}

function sealFault(error: unknown): SealError {
  if (error instanceof SealError) return error;
  throw error;
}

function unlessSealed(error: unknown): null {
  if (error instanceof SealError) return null;
  throw error;
}

function unlessChatFault(error: unknown): null {
  if (error instanceof ChatError) return null;
  throw error;
}
