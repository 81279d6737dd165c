import {
  type Locale,
  localeFor,
  type OrgId,
  type Person,
  type PersonId,
  type PersonKind,
} from '../../src/domain/people/person';
import { cleanName } from '../../src/domain/text';
import { isZone, type Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Identify } from '../../src/ports/store/links';
import type { Api } from './api';
import { slackPages } from './pages';

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
  is_email_confirmed?: boolean | undefined;
  locale?: string | undefined;
  tz?: string | undefined;
  profile?:
    | { display_name?: string | undefined; real_name?: string | undefined; email?: string | undefined }
    | undefined;
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
  /** The language in which they were answered. */
  spoke(org: OrgId, id: PersonId, locale: Locale): void;
  /** The language of the last answer, else the one Slack tells; null: neither is known here. */
  languageOf(org: OrgId, id: PersonId): Locale | null;
  forgetPerson(org: OrgId, id: PersonId): void;
  /** The bot has left the workspace. */
  forget(org: OrgId): void;
}

interface Entry extends Profile {
  until: Millis;
}

const TTL: Millis = 24 * 3_600_000;
/** Whether somebody administers the workspace: another process may have been told that this has changed. */
const ROLE_TTL: Millis = 15 * 60_000;
const MOST_KEPT = 200_000;
/** More unknown people than this cost less as a list, whether they are asked for together or one after the other. */
const ONE_BY_ONE = 15;
/** Who is not in the list, as people of another organisation in a shared channel, is asked for alone. */
const LIST_AGAIN: Millis = 3_600_000;
const PAGE = 500;
/** People asked for anew at a time, beside what they wait for. */
const MOST_REFRESHING = 30;
const SLACKBOT = 'USLACKBOT';

/** The person as the core knows them from before, or null. */
export type Known = (org: OrgId, id: PersonId) => Promise<Person | null>;

/** `identify`: only where people are linked by their e-mail address, which then goes no further than here. */
export function createDirectory(
  api: Api,
  clock: Clock,
  known: Known,
  identify: Identify | null = null,
): Directory {
  const refreshing = new Set<string>();
  const entries = new Map<string, Entry>();
  /** Languages that are not the one Slack tells: chosen with the bot, or of the team. */
  const chosen = new Map<string, Locale>();
  const listings = new Map<OrgId, Promise<void>>();
  const asked = new Map<OrgId, { since: Millis; count: number }>();

  function keep(org: OrgId, user: SlackUser, until: Millis = clock.now() + TTL): Profile {
    const key = `${org} ${user.id}`;
    const { admin, person } = profileOf(user);
    const profile = { admin, person: { ...person, ...identityOf(user, person.kind) } };
    entries.delete(key);
    if (entries.size >= MOST_KEPT) entries.delete(entries.keys().next().value ?? '');
    entries.set(key, { ...profile, until });
    return profile;
  }

  /** Guests come from elsewhere: who has verified their address is not for this workspace to say. */
  function identityOf(user: SlackUser, kind: PersonKind): Pick<Person, 'identity'> {
    if (!identify || !user.profile) return {};
    const { email } = user.profile;
    const verified = kind === 'person' && user.is_email_confirmed === true && email !== undefined;
    return { identity: verified ? identify(email) : null };
  }

  function fresh(org: OrgId, id: PersonId): Entry | null {
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
    const pages = slackPages((from) =>
      api.call(org, 'users.list', (client, auth) =>
        client.users.list({ ...auth, include_locale: true, limit: PAGE, ...from }),
      ),
    );
    for await (const { members } of pages) for (const user of members ?? []) keep(org, user);
  }

  /** Many channels ask at seven o'clock: the workspace is listed once for all of them. */
  function listOnce(org: OrgId): Promise<void> {
    const running = listings.get(org) ?? list(org).finally(() => listings.delete(org));
    listings.set(org, running);
    asked.set(org, { since: clock.now(), count: 0 });
    return running;
  }

  /** Counts somebody to be asked for; false: they are too many lately, and the list costs less. */
  function mayAskAlone(org: OrgId): boolean {
    const before = asked.get(org);
    const count = (before?.count ?? 0) + 1;
    asked.set(org, { since: before?.since ?? Number.NEGATIVE_INFINITY, count });
    return count <= ONE_BY_ONE || clock.now() < (before?.since ?? 0) + LIST_AGAIN;
  }

  /** Nobody waits for it in front of a screen. */
  async function askCheaply(org: OrgId, id: PersonId): Promise<Profile> {
    if (listings.has(org) || !mayAskAlone(org)) await listOnce(org);
    return fresh(org, id) ?? ask(org, id, false);
  }

  async function remembered(org: OrgId, id: PersonId): Promise<Profile | null> {
    // While the database is away, who is known here is still to hear so.
    const before = await known(org, id).catch(() => null);
    if (!before) return null;
    const { name, locale, timeZone, kind } = before;
    return { person: { id, name, locale, timeZone, kind }, admin: false };
  }

  async function find(org: OrgId, id: PersonId, username = ''): Promise<Profile> {
    const cached = fresh(org, id);
    if (cached && cached.until - TTL + ROLE_TTL > clock.now()) return cached;
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
    void askCheaply(org, id)
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
      for (const id of ids) persons.push((fresh(org, id) ?? (await askCheaply(org, id))).person);
      return persons;
    },
    spoke(org, id, locale) {
      const key = `${org} ${id}`;
      if (entries.get(key)?.person.locale === locale) chosen.delete(key);
      else if (chosen.size < MOST_KEPT) chosen.set(key, locale);
    },
    languageOf(org, id) {
      const key = `${org} ${id}`;
      return chosen.get(key) ?? entries.get(key)?.person.locale ?? null;
    },
    forgetPerson(org, id) {
      for (const map of [entries, chosen]) map.delete(`${org} ${id}`);
    },
    changed(org, user) {
      if (!user.id) return null;
      const before = entries.get(`${org} ${user.id}`);
      if (!before) return null;
      const person = { ...profileOf(user).person, locale: before.person.locale };
      // Events need not tell the address: what is asked next does.
      const { is_email_confirmed: _, profile: __, ...rest } = user;
      keep(
        org,
        { ...rest, real_name: person.name, locale: user.locale ?? person.locale ?? undefined },
        clock.now(),
      );
      return differs(before.person, person) ? person : null;
    },
    forget(org) {
      for (const map of [entries, chosen])
        for (const key of map.keys()) if (key.startsWith(`${org} `)) map.delete(key);
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
