import type { Member, OrgId, Person, PersonId, Preferences, TeamId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';

/** `org` may be named as its platform names it, or as the one that it is joined to. */
export type ForgottenAmong = (org: OrgId, persons: readonly PersonId[]) => Promise<ReadonlySet<PersonId>>;

/** People, their preferences, and the teams' rosters. People who asked to be forgotten stay away until they act. Every method throws a StoreError when the database fails. */
export interface PeopleStore {
  /**
   * Inserts or updates profiles; of a person given twice the last profile counts. Preferences stay as they are, and a
   * handle until another one is told.
   */
  save(org: OrgId, persons: readonly Person[]): Promise<void>;
  get(org: OrgId, person: PersonId): Promise<Member | null>;
  /**
   * Reads and saves the preferences in one transaction, and resolves with the new ones; a person without any begins
   * with the defaults. `apply` must be pure, as it may run more than once.
   */
  changePreferences(
    org: OrgId,
    person: PersonId,
    apply: (preferences: Preferences) => Preferences,
  ): Promise<Preferences>;
  /**
   * Replaces the team's roster with these persons, and saves their profiles. Of the team's polls whose day still lasts
   * all others leave the denominator, unless they have answered there. Resolves with the days of the polls it changed.
   */
  setRoster(org: OrgId, team: TeamId, persons: readonly Person[]): Promise<Day[]>;
  /**
   * Adds the person to the roster. If they have agreed with the team before, they count in its polls whose day still
   * lasts, while an answer of theirs stands. Resolves as `setRoster` does.
   */
  join(org: OrgId, team: TeamId, person: PersonId): Promise<Day[]>;
  /** Takes the person from the roster, and from the denominators as `setRoster` does. Resolves as it does. */
  leave(org: OrgId, team: TeamId, person: PersonId): Promise<Day[]>;
  /** The team's roster, by name. */
  roster(org: OrgId, team: TeamId): Promise<Member[]>;
  /** How many the roster lists. */
  countRoster(org: OrgId, team: TeamId): Promise<number>;
  /** Whether the roster lists a person who wants to be asked in private. */
  asksPrivately(org: OrgId, team: TeamId): Promise<boolean>;
  /** The teams whose roster lists the person, by id. */
  teamsOf(org: OrgId, person: PersonId): Promise<TeamId[]>;
  /**
   * Deletes everything of the person: profile, preferences, identities, rosters, answers and their history. Polls that
   * are over at `now` (epoch ms) keep their counts in books; running and coming ones lose the person. From then on no
   * roster, profile or identity brings the person back: `save`, `setRoster`, `join` and polls leave them out.
   */
  forget(org: OrgId, person: PersonId, now: Millis): Promise<void>;
  /** Those of the persons who are forgotten, by the ids of their platform, too. */
  forgottenAmong: ForgottenAmong;
  /** A person who was forgotten acts again: from now on they are saved like anybody. */
  comeBack(org: OrgId, person: PersonId): Promise<void>;
}
