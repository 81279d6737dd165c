import type { Member, OrgId, Person, PersonId, Preferences, TeamId } from '../../domain/people/person';
import type { Day } from '../../domain/time/calendar';

/** People, their preferences, and the teams' rosters. Every method throws a StoreError when the database fails. */
export interface PeopleStore {
  /** Inserts or updates profiles; of a person given twice the last profile counts. Preferences stay as they are. */
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
  /** Replaces the team's roster with these persons, and saves their profiles. */
  setRoster(org: OrgId, team: TeamId, persons: readonly Person[]): Promise<void>;
  join(org: OrgId, team: TeamId, person: PersonId): Promise<void>;
  leave(org: OrgId, team: TeamId, person: PersonId): Promise<void>;
  /** The team's roster, by name. */
  roster(org: OrgId, team: TeamId): Promise<Member[]>;
  /** The teams whose roster lists the person, by id. */
  teamsOf(org: OrgId, person: PersonId): Promise<TeamId[]>;
  /**
   * Deletes profile, preferences, identities, history, and the answers for `today` and later. Earlier answers stay
   * under a random pseudonym, so that published tallies remain true.
   */
  forget(org: OrgId, person: PersonId, today: Day): Promise<void>;
}
