import type { OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { Millis } from '../../domain/time/calendar';

/** Whom to tell when a team's channel cannot be reached: one person a team. */
export interface ContactStore {
  /** Null: the team has no contact. */
  get(org: OrgId, team: TeamId): Promise<PersonId | null>;
  /** The same, with the instant from which the person is it; 0: from before that was kept. */
  current(org: OrgId, team: TeamId): Promise<{ person: PersonId; since: Millis } | null>;
  /** Makes the person the team's contact from `since` on, in place of any other. */
  set(org: OrgId, team: TeamId, person: PersonId, since: Millis): Promise<void>;
  /** Makes the person the team's contact unless it has one. Resolves with whether they are from now on. */
  suggest(org: OrgId, team: TeamId, person: PersonId, since: Millis): Promise<boolean>;
}
