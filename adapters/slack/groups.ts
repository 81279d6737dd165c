import type { OrgId, PersonId } from '../../src/domain/people/person';
import { cleanName } from '../../src/domain/text';
import type { Millis } from '../../src/domain/time/calendar';
import type { UserGroup } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import type { Api } from './api';
import { slackCode } from './errors';

/** The user groups of workspaces. Slack allows twenty questions a minute: answers are kept for some minutes. */
export interface Groups {
  /** By handle or id, in any case; `unsupported`: this install may not ask. */
  find(org: OrgId, name: string): Promise<UserGroup | 'unsupported' | null>;
}

interface Handle {
  id: string;
  handle: string;
}

const TTL: Millis = 5 * 60_000;
/** A group that is not in the list may be new: the list is asked for again, but not more often than this. */
const NEW_GROUPS: Millis = 60_000;
const MOST_KEPT = 2_000;
const URGENT = { urgent: true };
const NOT_ALLOWED = new Set(['missing_scope', 'not_allowed_token_type', 'paid_teams_only']);

export function createGroups(api: Api, clock: Clock): Groups {
  const lists = createCache<Handle[]>(clock);
  const members = createCache<PersonId[]>(clock);

  async function askList(org: OrgId): Promise<Handle[]> {
    const { usergroups = [] } = await api.call(
      org,
      'usergroups.list',
      (client, auth) => client.usergroups.list(auth),
      URGENT,
    );
    return usergroups.flatMap(({ id, handle }) => (id && handle ? [{ id, handle }] : []));
  }

  async function askMembers(org: OrgId, usergroup: string): Promise<PersonId[]> {
    const { users = [] } = await api.call(
      org,
      'usergroups.users.list',
      (client, auth) => client.usergroups.users.list({ ...auth, usergroup }),
      URGENT,
    );
    return users;
  }

  async function handleOf(org: OrgId, name: string): Promise<Handle | null> {
    const wanted = name.toLowerCase();
    const find = (list: readonly Handle[]) =>
      list.find(({ id, handle }) => [id, handle].some((each) => each.toLowerCase() === wanted)) ?? null;
    const known = find(await lists.get(org, TTL, () => askList(org)));
    return known ?? find(await lists.get(org, NEW_GROUPS, () => askList(org)));
  }

  return {
    async find(org, name) {
      try {
        const found = await handleOf(org, name);
        if (!found) return null;
        const { id, handle } = found;
        const persons = await members.get(`${org} ${id}`, TTL, () => askMembers(org, id));
        return { name: cleanName(handle), members: persons };
      } catch (error) {
        const code = slackCode(error);
        // Disabled since it was listed.
        if (code === 'no_such_subteam') return null;
        if (code !== null && NOT_ALLOWED.has(code)) return 'unsupported';
        throw error;
      }
    },
  };
}

/** What was asked, by key, once at a time; a question that failed is asked again. */
function createCache<T>({ now }: Clock) {
  const kept = new Map<string, { at: Millis; answer: Promise<T> }>();
  return {
    get(key: string, maxAge: Millis, ask: () => Promise<T>): Promise<T> {
      const known = kept.get(key);
      if (known && known.at + maxAge > now()) return known.answer;
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
      const asked = { at: now(), answer: ask() };
      kept.set(key, asked);
      asked.answer.catch(() => {
        if (kept.get(key) === asked) kept.delete(key);
      });
      return asked.answer;
    },
  };
}
