import type { Clock } from '../../src/app/ports';
import { isZone, type Millis } from '../../src/domain/calendar';
import { localeFor, type OrgId, type Person, type PersonId, type PersonKind } from '../../src/domain/people';
import { cleanName } from '../../src/domain/text';
import type { Api } from './api';

/** A person of a workspace, as Slack tells of them; every field may be missing. */
export interface SlackUser {
  id?: string | undefined;
  team_id?: string | undefined;
  name?: string | undefined;
  real_name?: string | undefined;
  deleted?: boolean | undefined;
  is_bot?: boolean | undefined;
  is_workflow_bot?: boolean | undefined;
  is_admin?: boolean | undefined;
  is_owner?: boolean | undefined;
  is_restricted?: boolean | undefined;
  is_ultra_restricted?: boolean | undefined;
  is_stranger?: boolean | undefined;
  locale?: string | undefined;
  tz?: string | undefined;
  profile?: { display_name?: string | undefined; real_name?: string | undefined } | undefined;
}

/** A person, and whether they administer the workspace. */
export interface Profile {
  person: Person;
  admin: boolean;
}

/** Who is in a workspace. What was asked once is kept for hours, and follows what Slack tells of changes. */
export interface Directory {
  /** The person; `username` names them where Slack cannot be asked now. */
  find(org: OrgId, id: PersonId, username?: string): Promise<Profile>;
  /** The person as last known, at once, where their role does not matter: after a start many come at a time. */
  findAtOnce(org: OrgId, id: PersonId, username?: string): Promise<Profile>;
  /** Many at once: by the list of the whole workspace where that costs less than one call a person. */
  findAll(org: OrgId, ids: readonly PersonId[]): Promise<Person[]>;
  /**
   * Somebody changed: their language is asked again when they next do something. The person, where the change
   * matters and they were known.
   */
  changed(org: OrgId, user: SlackUser): Person | null;
}

interface Entry extends Profile {
  until: Millis;
}

const TTL: Millis = 24 * 3_600_000;
const MOST_KEPT = 200_000;
/** More unknown people than this cost less as a list. */
const ONE_BY_ONE = 15;
const PAGE = 500;
/** People asked for anew at a time, beside what they wait for. */
const MOST_REFRESHING = 30;
const SLACKBOT = 'USLACKBOT';

/** The person as the core knows them from before, or null. */
export type Known = (org: OrgId, id: PersonId) => Promise<Person | null>;

export function createDirectory(api: Api, clock: Clock, known: Known): Directory {
  const refreshing = new Set<string>();
  const entries = new Map<string, Entry>();
  const listings = new Map<OrgId, Promise<void>>();

  function keep(org: OrgId, user: SlackUser, until: Millis = clock.now() + TTL): Profile {
    const key = `${org} ${user.id}`;
    const profile = profileOf(user);
    entries.delete(key);
    if (entries.size >= MOST_KEPT) entries.delete(entries.keys().next().value ?? '');
    entries.set(key, { ...profile, until });
    return profile;
  }

  function fresh(org: OrgId, id: PersonId): Profile | null {
    const entry = entries.get(`${org} ${id}`);
    return entry && entry.until > clock.now() ? entry : null;
  }

  async function ask(org: OrgId, id: PersonId, urgent: boolean): Promise<Profile> {
    const { user } = await api.call(
      org,
      'users.info',
      (client, { token }) => client.users.info({ token, user: id, include_locale: true }),
      { urgent },
    );
    return keep(org, user ?? { id });
  }

  async function list(org: OrgId): Promise<void> {
    let cursor = '';
    do {
      const page = await api.call(org, 'users.list', (client, auth) =>
        client.users.list({ ...auth, include_locale: true, limit: PAGE, ...(cursor ? { cursor } : {}) }),
      );
      for (const user of page.members ?? []) keep(org, user);
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
  }

  /** Many channels ask at seven o'clock: the workspace is listed once for all of them. */
  function listOnce(org: OrgId): Promise<void> {
    const running = listings.get(org) ?? list(org).finally(() => listings.delete(org));
    listings.set(org, running);
    return running;
  }

  async function remembered(org: OrgId, id: PersonId): Promise<Profile | null> {
    const before = await known(org, id);
    if (!before) return null;
    const { name, locale, timeZone, kind } = before;
    return { person: { id, name, locale, timeZone, kind }, admin: false };
  }

  async function find(org: OrgId, id: PersonId, username = ''): Promise<Profile> {
    const cached = fresh(org, id);
    if (cached) return cached;
    try {
      return await ask(org, id, true);
    } catch {
      const stale = entries.get(`${org} ${id}`) ?? (await remembered(org, id));
      return stale ?? profileOf({ id, name: username });
    }
  }

  function refreshLater(org: OrgId, id: PersonId): void {
    const key = `${org} ${id}`;
    if (refreshing.size >= MOST_REFRESHING || refreshing.has(key)) return;
    refreshing.add(key);
    void ask(org, id, false)
      .catch(() => undefined)
      .finally(() => refreshing.delete(key));
  }

  return {
    find,
    async findAtOnce(org, id, username) {
      const cached = fresh(org, id);
      if (cached) return cached;
      const before = entries.get(`${org} ${id}`) ?? (await remembered(org, id));
      if (!before) return find(org, id, username);
      refreshLater(org, id);
      return before;
    },
    async findAll(org, ids) {
      const missing = () => ids.filter((id) => !fresh(org, id));
      if (missing().length > ONE_BY_ONE) await listOnce(org);
      const persons: Person[] = [];
      for (const id of ids) persons.push((fresh(org, id) ?? (await ask(org, id, false))).person);
      return persons;
    },
    changed(org, user) {
      if (!user.id) return null;
      const before = entries.get(`${org} ${user.id}`);
      if (!before) return null;
      const person = { ...profileOf(user).person, locale: before.person.locale };
      keep(org, { ...user, locale: user.locale ?? person.locale ?? undefined }, clock.now());
      return differs(before.person, person) ? person : null;
    },
  };
}

function differs(one: Person, other: Person): boolean {
  return (['name', 'timeZone', 'kind'] as const).some((key) => one[key] !== other[key]);
}

export function profileOf(user: SlackUser): Profile {
  const { id = '', profile, locale, tz } = user;
  const name = [profile?.display_name, profile?.real_name, user.real_name, user.name, id]
    .map((each) => cleanName(each ?? ''))
    .find((each) => each !== '');
  const timeZone = tz !== undefined && isZone(tz) ? tz : null;
  const person = { id, name: name ?? id, locale: localeFor(locale), timeZone, kind: kindOf(user) };
  return { person, admin: user.is_admin === true || user.is_owner === true };
}

function kindOf(user: SlackUser): PersonKind {
  if (user.deleted) return 'deactivated';
  if (user.is_bot || user.is_workflow_bot || user.id === SLACKBOT) return 'bot';
  return user.is_restricted || user.is_ultra_restricted || user.is_stranger ? 'guest' : 'person';
}
