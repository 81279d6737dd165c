import type { Locale, OrgId, Person, PersonId } from '../../src/domain/people/person';
import { cleanName } from '../../src/domain/text';
import type { Clock } from '../../src/ports/clock';
import type { Identify } from '../../src/ports/store/links';
import type { ForgottenAmong } from '../../src/ports/store/people';
import type { Api } from './api';
import { type Belonging, belongingInPayload, type HomeWorkspace } from './belonging';
import { toChatError } from './errors';
import type { Profile, SlackUser } from './profile';
import { ProfileCache } from './profile-cache';
import { WorkspaceListing } from './workspace-listing';
import { teamIdOf } from './workspaces';

/** The person as the core knows them from before, or null. */
export type Known = (org: OrgId, id: PersonId) => Promise<Person | null>;

export interface DirectoryParts {
  api: Api;
  clock: Clock;
  known: Known;
  /** Only where people are linked by their e-mail addresses, which go no further than here. */
  identify: Identify | null;
  /** Of whom nothing is kept until they act again. */
  forgottenAmong: ForgottenAmong;
}

/** What a request's payload tells of its user. */
export interface Claim {
  username: string;
  /** The workspace of the user; null where the kind of request does not tell it. */
  homeTeamId: string | null;
}

const NO_CLAIM: Claim = { username: '', homeTeamId: null };
/** People refreshed at a time in the background. */
const MAX_REFRESHING = 30;

/** The people of workspaces: asked for once in some hours, and kept up to date by Slack's events. */
export class Directory {
  readonly #api: Api;
  readonly #known: Known;
  readonly #forgottenAmong: ForgottenAmong;
  readonly #profiles: ProfileCache;
  readonly #listing: WorkspaceListing;
  readonly #refreshing = new Set<string>();

  constructor({ api, clock, known, identify, forgottenAmong }: DirectoryParts) {
    this.#forgottenAmong = forgottenAmong;
    this.#api = api;
    this.#known = known;
    this.#profiles = new ProfileCache(clock, identify);
    this.#listing = new WorkspaceListing(api, clock, async (org, users) => {
      const home = await this.#homeOf(org);
      for (const user of users) this.#profiles.keep(org, user, home);
      await this.#drop(
        org,
        users.flatMap(({ id }) => id ?? []),
      );
    });
  }

  /** The person with their present role, at most 15 minutes old. Throws ChatErrors where Slack does not answer. */
  async current(org: OrgId, id: PersonId): Promise<Profile> {
    return this.#profiles.withFreshRole(org, id) ?? this.#ask(org, id, { urgent: true });
  }

  /**
   * The person, as last known where Slack does not answer, or else as their request tells. Throws a ChatError where
   * even their organisation is unknown.
   */
  async find(org: OrgId, id: PersonId, claim: Claim = NO_CLAIM): Promise<Person> {
    try {
      return await this.#asClaimed(org, (await this.current(org, id)).person, claim);
    } catch (error) {
      const known = (await this.#lastKnown(org, id, claim)) ?? (await this.#claimed(org, id, claim));
      if (known) return this.#asClaimed(org, known, claim);
      throw toChatError(error);
    }
  }

  /** The person as last known, at once, else as `find` says; they are refreshed in the background. */
  async findAtOnce(org: OrgId, id: PersonId, claim: Claim): Promise<Person> {
    const cached = this.#profiles.fresh(org, id);
    if (cached) return this.#asClaimed(org, cached.person, claim);
    const before = await this.#lastKnown(org, id, claim);
    if (!before) return this.find(org, id, claim);
    this.#refreshLater(org, id);
    return this.#asClaimed(org, before, claim);
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
  async changed(org: OrgId, user: SlackUser): Promise<Person | null> {
    return this.#profiles.change(org, user, await this.#homeOf(org));
  }

  /** Remembers the language in which the person was answered. */
  spoke(org: OrgId, id: PersonId, locale: Locale): void {
    this.#profiles.setLanguage(org, id, locale);
  }

  /** The language of the last answer, else Slack's; null where neither is known here. */
  languageOf(org: OrgId, id: PersonId): Locale | null {
    return this.#profiles.languageOf(org, id);
  }

  /** Drops the profiles of people who asked to be forgotten. */
  async dropForgotten(org: OrgId): Promise<void> {
    await this.#drop(org, this.#profiles.idsIn(org));
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
    const profile = this.#profiles.keep(org, user ?? { id }, await this.#homeOf(org));
    await this.#drop(org, [id]);
    return profile;
  }

  /** Without the database nothing is known of it; the next look drops them. */
  async #drop(org: OrgId, ids: readonly PersonId[]): Promise<void> {
    const gone = await this.#forgottenAmong(org, ids).catch(() => []);
    for (const id of gone) this.#profiles.forgetPerson(org, id);
  }

  async #askCheaply(org: OrgId, id: PersonId): Promise<Profile> {
    await this.#listing.beforeOne(org);
    return this.#profiles.fresh(org, id) ?? this.#ask(org, id, { urgent: false });
  }

  async #homeOf(org: OrgId): Promise<HomeWorkspace> {
    const { teamId, enterpriseId } = await this.#api.bot(org);
    return { teamId, enterpriseId };
  }

  async #belongingIn(org: OrgId, { homeTeamId }: Claim): Promise<Belonging> {
    const { enterpriseId } = await this.#api.bot(org);
    return belongingInPayload(homeTeamId, { teamId: teamIdOf(org), enterpriseId });
  }

  /** What is remembered may be older than the request, which says that the person belongs to another organisation. */
  async #asClaimed(org: OrgId, person: Person, claim: Claim): Promise<Person> {
    // Hot path: nearly everybody is of the workspace.
    if (claim.homeTeamId === null || claim.homeTeamId === teamIdOf(org)) return person;
    if ((await this.#belongingIn(org, claim)) !== 'outsider') return person;
    const { identity: _, ...known } = person;
    return { ...known, kind: 'outsider' };
  }

  /** Null for people of whom the store knows nothing, or whose request leaves open where they belong. */
  async #lastKnown(org: OrgId, id: PersonId, claim: Claim): Promise<Person | null> {
    const cached = this.#profiles.any(org, id);
    if (cached) return cached.person;
    // Without the database, people known to this process are still answered.
    const before = await this.#known(org, id).catch(() => null);
    if (!before) return null;
    if (claim.homeTeamId !== null && (await this.#belongingIn(org, claim)) !== 'ours') return null;
    const { name, locale, timeZone, kind } = before;
    return { id, name, locale, timeZone, kind };
  }

  async #claimed(org: OrgId, id: PersonId, claim: Claim): Promise<Person | null> {
    const belonging = await this.#belongingIn(org, claim);
    if (belonging === 'unknown') return null;
    const kind = belonging === 'ours' ? 'person' : 'outsider';
    return { id, name: cleanName(claim.username) || id, locale: null, timeZone: null, kind };
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
