import type { Millis } from '../../../src/domain/time/calendar';
import { ChatError } from '../../../src/ports/chat';
import type { After, Clock } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import type { Memory } from '../../../src/ports/store/memory';
import type { BotInstallation, InstallationQuery, Installations } from '../installations';
import type { Access } from './access';
import { type Grant, type Grants, grantKey } from './grants';
import { createLeases } from './lease';
import { SealError } from './seal';

/** Installations by OAuth, kept in the database. */
export interface StoredInstallations extends Installations {
  /** Keeps a new install; an earlier one in the same place is replaced. */
  save(grant: Grant): Promise<void>;
  /** How many there are. Throws a SealError, which names ENCRYPTION_KEY, when one of them cannot be read. */
  verify(): Promise<number>;
}

export interface StoredParts {
  grants: Grants;
  access: Access;
  memory: Memory;
  /** Real time: Slack's tokens know no other. */
  clock: Clock;
  after: After;
  newId: () => string;
  log: Log;
}

/** Tokens live for twelve hours; they are renewed so long before their end. */
const RENEW_BEFORE: Millis = 2 * 3_600_000;
/** A token which ends this soon is not used any more. */
const TOO_LATE: Millis = 30_000;
/** After a renewal that failed, the next is not tried sooner. */
const PAUSE: Millis = 60_000;
const PATIENCE: Millis = 20_000;

export function createStoredInstallations(parts: StoredParts): StoredInstallations {
  const { grants, access, memory, clock, log } = parts;
  const leases = createLeases(parts);
  const renewing = new Map<string, Promise<Grant | null>>();
  const lastRead = new Map<string, Grant>();

  const left = ({ expiresAt }: Grant) => (expiresAt ?? Number.POSITIVE_INFINITY) - clock.now();
  const isUsable = (grant: Grant) => left(grant) > TOO_LATE;
  const isFresh = (grant: Grant) => left(grant) > RENEW_BEFORE;

  /** Under the lease: what another process has renewed meanwhile is not renewed again. */
  async function renewNow(key: string): Promise<Grant | null> {
    const stored = await grants.get(key);
    if (!stored) return null;
    if (isFresh(stored.grant) && !stored.old) return stored.grant;
    const renewed = isFresh(stored.grant) ? stored.grant : await access.refresh(stored.grant);
    await grants.put(key, renewed);
    return renewed;
  }

  async function renew(key: string, grant: Grant): Promise<Grant | null> {
    const usable = isUsable(grant);
    if (usable && (await memory.get(`pause:${key}`)) !== null) return grant;
    try {
      const held = await leases.hold(key, usable ? 0 : PATIENCE, () => renewNow(key));
      if (held) return held.value;
      if (usable) return grant;
      throw new ChatError('unreachable', 'the token is being renewed by another process');
    } catch (error) {
      if (!(error instanceof ChatError) || !usable) throw error;
      await memory.put(`pause:${key}`, '', clock.now() + PAUSE);
      log.warn({ kind: error.kind }, `a Slack token was not renewed: ${error.message}`);
      return grant;
    }
  }

  function renewOnce(key: string, grant: Grant): Promise<Grant | null> {
    const running = renewing.get(key) ?? renew(key, grant).finally(() => renewing.delete(key));
    renewing.set(key, running);
    return running;
  }

  /** Removes the grant unless it surely works: then the news is of an install before the last one. */
  async function forgetNow(key: string): Promise<void> {
    const stored = await readable(() => grants.get(key));
    if (!stored) return grants.remove(key);
    const grant = isUsable(stored.grant) ? stored.grant : await renewNow(key).catch(unlessFault);
    if (grant && (await access.works(grant))) return;
    await grants.remove(key);
    log.info({}, 'a Slack install was removed, and its token forgotten');
  }

  async function underLease(key: string, work: () => Promise<void>): Promise<void> {
    const held = await leases.hold(key, PATIENCE, work);
    if (!held) throw new ChatError('unreachable', 'the install is being changed by another process');
  }

  async function readOnce(key: string): ReturnType<Grants['get']> {
    const stored = await grants.get(key);
    if (stored) lastRead.set(key, stored.grant);
    else lastRead.delete(key);
    return stored;
  }

  /** While the database is away people are still to hear, in their language, that nothing was recorded. */
  async function read(key: string): ReturnType<Grants['get']> {
    try {
      return await readOnce(key);
    } catch (error) {
      const before = lastRead.get(key);
      if (error instanceof SealError || !before || !isFresh(before)) return closed(error);
      return { grant: before, old: false };
    }
  }

  return {
    async botFor(query) {
      const key = grantKey(query);
      const stored = key === null ? null : await read(key);
      if (key === null || !stored) return null;
      const fine = isFresh(stored.grant) && !stored.old;
      const grant = fine ? stored.grant : await renewOnce(key, stored.grant);
      return grant && botOf(grant);
    },
    async forget(query) {
      const key = grantKey(query);
      if (key !== null) await underLease(key, () => forgetNow(key));
    },
    async save(grant) {
      const key = grantKey(queryOf(grant));
      if (key === null) throw new ChatError('invalid', 'this install is for no place');
      await underLease(key, async () => {
        await grants.put(key, grant);
        await memory.remove(`pause:${key}`);
      });
    },
    async verify() {
      const keys = await grants.keys();
      // SealErrors come through; what is read is kept for while the database is away.
      for (const key of keys) await readOnce(key);
      return keys.length;
    },
  };
}

function queryOf({ teamId, enterpriseId }: Grant): InstallationQuery {
  return { teamId, enterpriseId, isEnterpriseInstall: teamId === null };
}

function botOf({ botToken, botId, botUserId, teamId, enterpriseId }: Grant): BotInstallation {
  return { botToken, botId, botUserId, teamId, enterpriseId };
}

/** Nothing is sent with a token that cannot be read: once the key is right, what waits goes on. */
function closed(error: unknown): never {
  if (error instanceof SealError) throw new ChatError('unreachable', error.message, null, { cause: error });
  throw error;
}

async function readable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

function unlessFault(error: unknown): null {
  if (error instanceof ChatError) return null;
  throw error;
}
