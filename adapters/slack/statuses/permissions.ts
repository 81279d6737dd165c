import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { OrgId, PersonId } from '../../../src/domain/people/person';
import type { Millis } from '../../../src/domain/time/calendar';
import { ChatError } from '../../../src/ports/chat';
import type { Clock } from '../../../src/ports/clock';
import { parseObject } from '../../../src/ports/post';
import type { Memory } from '../../../src/ports/store/memory';
import type { Leases } from '../install/lease';
import { SealError, type Sealer } from '../install/seal';
import { type UserAccess, type UserGrant, userGrant } from '../install/user-access';
import { memoryKeys } from '../memory-keys';
import { teamIdOf } from '../workspaces';

export interface PermissionParts {
  memory: Memory;
  sealer: Sealer;
  access: UserAccess;
  leases: Leases;
  /** Real time, by which Slack's tokens expire. */
  clock: Clock;
}

/** Whose permission a state asks for. */
export interface Asked {
  org: OrgId;
  person: PersonId;
}

/** A state is valid once, for so long. */
const STATE_TTL_MS: Millis = 10 * 60_000;
const STATE_BYTES = 16;
const STATE = /^[\w-]{22}$/;
/** A token that expires this soon is renewed first. */
const RENEW_BEFORE_MS: Millis = 10 * 60_000;
const LEASE_MAX_WAIT_MS: Millis = 20_000;

const asked = z.object({ org: z.string(), person: z.string() });

/** People's own permissions to set their status: each token encrypted in the database, under a key of its own. */
export class Permissions {
  readonly #parts: PermissionParts;

  constructor(parts: PermissionParts) {
    this.#parts = parts;
  }

  async has(org: OrgId, person: PersonId): Promise<boolean> {
    return (await this.#parts.memory.get(keyOf(org, person))) !== null;
  }

  /** A state that only this person of this workspace can use. */
  async ask(org: OrgId, person: PersonId): Promise<string> {
    const { memory, clock } = this.#parts;
    const id = randomBytes(STATE_BYTES).toString('base64url');
    await memory.put(
      memoryKeys.askedState(id),
      JSON.stringify({ org, person }),
      clock.now() + STATE_TTL_MS,
      org,
    );
    return id;
  }

  /** Uses the state up, for every process. Null: it is not one, is used, or has expired. */
  async redeem(state: string): Promise<Asked | null> {
    const { memory, clock } = this.#parts;
    if (!STATE.test(state)) return null;
    const stored = await memory.get(memoryKeys.askedState(state));
    const { data } = asked.safeParse(parseObject(stored ?? ''));
    if (!data) return null;
    const until = clock.now() + STATE_TTL_MS;
    if (!(await memory.claim(memoryKeys.usedState(state), '', until, data.org))) return null;
    await memory.remove(memoryKeys.askedState(state));
    return data;
  }

  async save(org: OrgId, person: PersonId, grant: UserGrant): Promise<void> {
    await this.#underLease(org, person, (key) => this.#put(key, org, grant));
  }

  /** The person's token, renewed where it is about to expire; null: there is none. Throws ChatErrors. */
  async token(org: OrgId, person: PersonId): Promise<string | null> {
    const known = await this.#find(keyOf(org, person));
    if (!known || (this.#isFresh(known.grant) && !known.old)) return known?.grant.token ?? null;
    return this.#underLease(org, person, async (key) => {
      const now = await this.#find(key);
      if (!now) return null;
      const usable = this.#isFresh(now.grant)
        ? now.grant
        : await this.#parts.access.refresh(now.grant).catch(unlessGone);
      if (usable) await this.#put(key, org, usable);
      else await this.#parts.memory.remove(key);
      return usable?.token ?? null;
    });
  }

  /** Slack accepts the token no more. */
  async lost(org: OrgId, person: PersonId): Promise<void> {
    await this.#parts.memory.remove(keyOf(org, person));
  }

  /** Gives the token back to Slack, and keeps nothing. */
  async drop(org: OrgId, person: PersonId): Promise<void> {
    if (!(await this.has(org, person))) return;
    await this.#underLease(org, person, async (key) => {
      const grant = await this.#read(key);
      await this.#parts.memory.remove(key);
      if (grant) await this.#parts.access.revoke(grant);
    });
  }

  /** True where a token is gone. One that Slack accepts stays: the news is of an earlier one. */
  async revoked(org: OrgId, person: PersonId): Promise<boolean> {
    const key = keyOf(org, person);
    const grant = await this.#read(key);
    if (!grant || (await this.#parts.access.works(grant))) return false;
    await this.#parts.memory.remove(key);
    return true;
  }

  /** The app was removed from the workspace, and all its tokens with it. */
  async forgetAll(org: OrgId): Promise<void> {
    const { memory } = this.#parts;
    for (const { key } of await memory.list(memoryKeys.userGrantsOf(teamIdOf(org)))) await memory.remove(key);
  }

  #isFresh({ expiresAt }: UserGrant): boolean {
    return expiresAt === null || expiresAt - this.#parts.clock.now() > RENEW_BEFORE_MS;
  }

  async #read(key: string): Promise<UserGrant | null> {
    return (await this.#find(key))?.grant ?? null;
  }

  /**
   * A permission that the present keys do not open counts as missing: the person gives it again. `old`: it is encrypted
   * with an older key.
   */
  async #find(key: string): Promise<{ grant: UserGrant; old: boolean } | null> {
    const { memory, sealer } = this.#parts;
    const sealed = await memory.get(key);
    if (sealed === null) return null;
    try {
      const { data } = userGrant.safeParse(parseObject(sealer.open(sealed, key)));
      return data ? { grant: data, old: sealer.isOld(sealed) } : null;
    } catch (error) {
      if (error instanceof SealError) return null;
      throw error;
    }
  }

  async #put(key: string, org: OrgId, grant: UserGrant): Promise<void> {
    const { memory, sealer } = this.#parts;
    await memory.put(key, sealer.seal(JSON.stringify(grant), key), null, org);
  }

  async #underLease<T>(org: OrgId, person: PersonId, work: (key: string) => Promise<T>): Promise<T> {
    const key = keyOf(org, person);
    const held = await this.#parts.leases.hold(key, LEASE_MAX_WAIT_MS, () => work(key));
    if (!held)
      throw new ChatError('unreachable', 'the permission of a person is being changed by another process');
    return held.value;
  }
}

function keyOf(org: OrgId, person: PersonId): string {
  return memoryKeys.userGrantsOf(teamIdOf(org)) + person;
}

function unlessGone(error: unknown): null {
  if (error instanceof ChatError && error.kind === 'gone') return null;
  throw error;
}
