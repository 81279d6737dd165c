import type { Locale, OrgId, Person, PersonId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Identify } from '../../src/ports/store/links';
import { AgedCache, keyIn } from './aged-cache';
import type { HomeWorkspace } from './belonging';
import { isNotable, type Profile, profileOf, type SlackUser } from './profile';

const CACHE_TTL_MS: Millis = 24 * 3_600_000;
/** Another process may have received the event that a role or a membership has changed. */
export const ROLE_TTL_MS: Millis = 15 * 60_000;

/** The profiles of this process, and the languages in which people were answered. */
export class ProfileCache {
  readonly #identify: Identify | null;
  readonly #profiles: AgedCache<Profile>;
  /** Only languages that differ from Slack's: chosen with the bot, or the team's. */
  readonly #languages: AgedCache<Locale>;

  constructor(clock: Clock, identify: Identify | null) {
    this.#identify = identify;
    this.#profiles = new AgedCache(clock);
    this.#languages = new AgedCache(clock);
  }

  keep(org: OrgId, user: SlackUser, home: HomeWorkspace): Profile {
    return this.#store(org, profileOf(user, home, this.#identify), 0);
  }

  /** The profile, if it is younger than a day. */
  fresh(org: OrgId, id: PersonId): Profile | undefined {
    return this.#profiles.get(keyIn(org, id), CACHE_TTL_MS);
  }

  /** The profile, if its role is to be relied upon. */
  withFreshRole(org: OrgId, id: PersonId): Profile | undefined {
    return this.#profiles.get(keyIn(org, id), ROLE_TTL_MS);
  }

  /** The profile, of whatever age. */
  any(org: OrgId, id: PersonId): Profile | undefined {
    return this.#profiles.get(keyIn(org, id));
  }

  /**
   * Follows a change that Slack reports. Returns the person if they were known and teams would notice the change. The
   * profile is then asked for at its next use: events lack the language, and may lack the address.
   */
  change(org: OrgId, user: SlackUser, home: HomeWorkspace): Person | null {
    const before = user.id ? this.any(org, user.id)?.person : undefined;
    if (!before) return null;
    const person = { ...profileOf(user, home).person, locale: before.locale };
    const { is_email_confirmed: _, profile: __, ...rest } = user;
    const locale = user.locale ?? person.locale ?? undefined;
    const changed = profileOf({ ...rest, real_name: person.name, locale }, home, this.#identify);
    this.#store(org, changed, CACHE_TTL_MS);
    return isNotable(before, person) ? person : null;
  }

  setLanguage(org: OrgId, id: PersonId, locale: Locale): void {
    const key = keyIn(org, id);
    if (this.any(org, id)?.person.locale === locale) this.#languages.delete(key);
    else this.#languages.set(key, locale);
  }

  languageOf(org: OrgId, id: PersonId): Locale | null {
    return this.#languages.get(keyIn(org, id)) ?? this.any(org, id)?.person.locale ?? null;
  }

  /** Of whom something is kept. */
  idsIn(org: OrgId): PersonId[] {
    const profiles = this.#profiles.entriesIn(org);
    return [...profiles, ...this.#languages.entriesIn(org)].map(([id]) => id);
  }

  forgetPerson(org: OrgId, id: PersonId): void {
    for (const cache of [this.#profiles, this.#languages]) cache.delete(keyIn(org, id));
  }

  forget(org: OrgId): void {
    for (const cache of [this.#profiles, this.#languages]) cache.deleteIn(org);
  }

  #store(org: OrgId, profile: Profile, ageMs: Millis): Profile {
    this.#profiles.set(keyIn(org, profile.person.id), profile, ageMs);
    return profile;
  }
}
