import type { Locale, OrgId, Person, PersonId } from '../../src/domain/people/person';
import type { Clock } from '../../src/ports/clock';
import type { Identify } from '../../src/ports/store/links';
import type { Api } from './api';
import { type Profile, profileOf, type SlackUser } from './profile';
import { ProfileCache } from './profile-cache';
import { WorkspaceListing } from './workspace-listing';

/** The person as the core knows them from before, or null. */
export type Known = (org: OrgId, id: PersonId) => Promise<Person | null>;

export interface DirectoryParts {
  api: Api;
  clock: Clock;
  known: Known;
  /** Only where people are linked by their e-mail addresses, which go no further than here. */
  identify: Identify | null;
}

/** People refreshed at a time in the background. */
const MAX_REFRESHING = 30;

/** The people of workspaces: asked for once in some hours, and kept up to date by Slack's events. */
export class Directory {
  readonly #api: Api;
  readonly #known: Known;
  readonly #profiles: ProfileCache;
  readonly #listing: WorkspaceListing;
  readonly #refreshing = new Set<string>();

  constructor({ api, clock, known, identify }: DirectoryParts) {
    this.#api = api;
    this.#known = known;
    this.#profiles = new ProfileCache(clock, identify);
    this.#listing = new WorkspaceListing(api, clock, (org, user) => void this.#profiles.keep(org, user));
  }

  /** The person with their present role. Never throws: `username` names them where nothing else is known. */
  async find(org: OrgId, id: PersonId, username = ''): Promise<Profile> {
    const cached = this.#profiles.withFreshRole(org, id);
    if (cached) return cached;
    try {
      return await this.#ask(org, id, { urgent: true });
    } catch {
      return (await this.#lastKnown(org, id)) ?? profileOf({ id, name: username });
    }
  }

  /** The person as last known, where their role does not matter; they are refreshed in the background. Never throws. */
  async findAtOnce(org: OrgId, id: PersonId, username?: string): Promise<Profile> {
    const cached = this.#profiles.fresh(org, id);
    if (cached) return cached;
    const before = await this.#lastKnown(org, id);
    if (!before) return this.find(org, id, username);
    this.#refreshLater(org, id);
    return before;
  }

  /** Many people, in the order of `ids`: from a list of the workspace if that costs fewer calls. Throws ChatErrors. */
  async findAll(org: OrgId, ids: readonly PersonId[]): Promise<Person[]> {
    await this.#listing.beforeMany(org, ids.filter((id) => !this.#profiles.fresh(org, id)).length);
    const persons: Person[] = [];
    for (const id of ids) {
      const { person } = this.#profiles.fresh(org, id) ?? (await this.#askCheaply(org, id));
      persons.push(person);
    }
    return persons;
  }

  /** Follows a change that Slack reports. Returns the person if they were known and teams would notice the change. */
  changed(org: OrgId, user: SlackUser): Person | null {
    return this.#profiles.change(org, user);
  }

  /** Remembers the language in which the person was answered. */
  spoke(org: OrgId, id: PersonId, locale: Locale): void {
    this.#profiles.setLanguage(org, id, locale);
  }

  /** The language of the last answer, else Slack's; null where neither is known here. */
  languageOf(org: OrgId, id: PersonId): Locale | null {
    return this.#profiles.languageOf(org, id);
  }

  forgetPerson(org: OrgId, id: PersonId): void {
    this.#profiles.forgetPerson(org, id);
  }

  /** For a workspace that the bot has left. */
  forget(org: OrgId): void {
    this.#profiles.forget(org);
  }

  async #ask(org: OrgId, id: PersonId, { urgent }: { urgent: boolean }): Promise<Profile> {
    const { user } = await this.#api.call(
      org,
      'users.info',
      (client, { token }) => client.users.info({ token, user: id, include_locale: true }),
      { urgent },
    );
    return this.#profiles.keep(org, user ?? { id });
  }

  async #askCheaply(org: OrgId, id: PersonId): Promise<Profile> {
    await this.#listing.beforeOne(org);
    return this.#profiles.fresh(org, id) ?? this.#ask(org, id, { urgent: false });
  }

  async #lastKnown(org: OrgId, id: PersonId): Promise<Profile | null> {
    const cached = this.#profiles.any(org, id);
    if (cached) return cached;
    // Without the database, people known to this process are still answered.
    const before = await this.#known(org, id).catch(() => null);
    if (!before) return null;
    const { name, locale, timeZone, kind } = before;
    return { person: { id, name, locale, timeZone, kind }, admin: false };
  }

  #refreshLater(org: OrgId, id: PersonId): void {
    const key = `${org} ${id}`;
    if (this.#refreshing.size >= MAX_REFRESHING || this.#refreshing.has(key)) return;
    this.#refreshing.add(key);
    void this.#askCheaply(org, id)
      .catch(() => undefined)
      .finally(() => this.#refreshing.delete(key));
  }
}
