import type { Visibility } from '../../domain/answers/visibility';
import type { OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { Day } from '../../domain/time/calendar';

/** What a person agrees to in a team; `day`: they count in its poll of that day, if they agree to what it shows. */
export interface Agreement {
  org: OrgId;
  team: TeamId;
  person: PersonId;
  agrees: Visibility;
  day: Day | null;
}

/** In which teams people agreed to be counted or named. Every method throws a StoreError when the database fails. */
export interface AgreementStore {
  /** What was agreed to before stays where it is more. */
  add(agreement: Agreement): Promise<void>;
  /** What the person agreed to, by team. */
  of(org: OrgId, person: PersonId): Promise<ReadonlyMap<TeamId, Visibility>>;
  /** Who agreed to what the team shows, or to more. */
  within(org: OrgId, team: TeamId, shows: Visibility): Promise<ReadonlySet<PersonId>>;
}
