import type { Member, OrgId, Person, PersonId, Preferences, TeamId } from '../../domain/people/person';
import type { Day } from '../../domain/time/calendar';

export interface PeopleStore {
  /** Inserts or updates profiles; preferences stay. */
  save(org: OrgId, persons: readonly Person[]): Promise<void>;
  get(org: OrgId, person: PersonId): Promise<Member | null>;
  /** Changes the preferences as they are now, in one transaction, and resolves with the new ones. `apply` is pure. */
  changePreferences(
    org: OrgId,
    person: PersonId,
    apply: (preferences: Preferences) => Preferences,
  ): Promise<Preferences>;
  /** Makes the roster exactly these persons. */
  setRoster(org: OrgId, team: TeamId, persons: readonly Person[]): Promise<void>;
  join(org: OrgId, team: TeamId, person: PersonId): Promise<void>;
  leave(org: OrgId, team: TeamId, person: PersonId): Promise<void>;
  roster(org: OrgId, team: TeamId): Promise<Member[]>;
  teamsOf(org: OrgId, person: PersonId): Promise<TeamId[]>;
  /**
   * Deletes profile, preferences, history, and answers from `today` on; past answers stay under a random
   * pseudonym, so that published tallies stay true.
   */
  forget(org: OrgId, person: PersonId, today: Day): Promise<void>;
}
