import type { OrgId, PersonId } from '../../src/domain/people/person';
import { cleanName } from '../../src/domain/text';
import type { Millis } from '../../src/domain/time/calendar';
import type { UserGroup } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import { AgedCache, keyIn } from './aged-cache';
import type { Api } from './api';
import { slackCode } from './errors';

interface Handle {
  id: string;
  handle: string;
}

/** Slack allows twenty calls a minute. */
const CACHE_TTL_MS: Millis = 5 * 60_000;
/** A group that is not in the list may be new: the list is asked for again, but not more often than this. */
const UNKNOWN_GROUP_TTL_MS: Millis = 60_000;
const MAX_CACHED = 2_000;
const URGENT = { urgent: true };
const NOT_ALLOWED = new Set(['missing_scope', 'not_allowed_token_type', 'paid_teams_only']);

/** The user groups of workspaces. */
export class Groups {
  readonly #api: Api;
  readonly #lists: AgedCache<Handle[]>;
  readonly #members: AgedCache<PersonId[]>;

  constructor(api: Api, clock: Clock) {
    this.#api = api;
    this.#lists = new AgedCache(clock, MAX_CACHED);
    this.#members = new AgedCache(clock, MAX_CACHED);
  }

  /**
   * The group by its handle or id, in any case; null where there is none. `unsupported`: this install may not ask.
   * Throws ChatErrors.
   */
  async find(org: OrgId, name: string): Promise<UserGroup | 'unsupported' | null> {
    try {
      const found = await this.#handleOf(org, name);
      if (!found) return null;
      const { id, handle } = found;
      const ask = () => this.#askMembers(org, id);
      const members = await this.#members.load(keyIn(org, id), CACHE_TTL_MS, ask);
      return { name: cleanName(handle), members };
    } catch (error) {
      const code = slackCode(error);
      // Disabled since it was listed.
      if (code === 'no_such_subteam') return null;
      if (code !== null && NOT_ALLOWED.has(code)) return 'unsupported';
      throw error;
    }
  }

  async #handleOf(org: OrgId, name: string): Promise<Handle | null> {
    const wanted = name.toLowerCase();
    const find = (list: readonly Handle[]) =>
      list.find(({ id, handle }) => [id, handle].some((each) => each.toLowerCase() === wanted)) ?? null;
    const ask = () => this.#askList(org);
    const known = find(await this.#lists.load(org, CACHE_TTL_MS, ask));
    return known ?? find(await this.#lists.load(org, UNKNOWN_GROUP_TTL_MS, ask));
  }

  async #askList(org: OrgId): Promise<Handle[]> {
    const { usergroups = [] } = await this.#api.call(
      org,
      'usergroups.list',
      (client, auth) => client.usergroups.list(auth),
      URGENT,
    );
    return usergroups.flatMap(({ id, handle }) => (id && handle ? [{ id, handle }] : []));
  }

  async #askMembers(org: OrgId, usergroup: string): Promise<PersonId[]> {
    const { users = [] } = await this.#api.call(
      org,
      'usergroups.users.list',
      (client, auth) => client.usergroups.users.list({ ...auth, usergroup }),
      URGENT,
    );
    return users;
  }
}
