import type { OrgId, TeamId } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import type { Place } from '../chat';
import type { Readdress } from '../inbox';

/**
 * Teams and their channels. Every write makes the team due in the wake queue. Every method throws a StoreError when
 * the database fails; of kind `constraint` when a place would belong to two teams.
 */
export interface TeamStore {
  /** Inserts the team unless its place already has one; resolves with the team the place now has. */
  create(team: Team): Promise<Team>;
  /**
   * Reads and saves the team in one transaction, so that no concurrent change is lost. `apply` must be pure, as it
   * may run more than once; if it returns null, nothing is written. Resolves with the team that was saved; null: nothing
   * was written, or the team does not exist.
   */
  change(org: OrgId, team: TeamId, apply: (team: Team) => Team | null): Promise<Team | null>;
  get(org: OrgId, team: TeamId): Promise<Team | null>;
  /** The team whose first or second place this is. */
  at(org: OrgId, place: Place): Promise<Team | null>;
  /** All teams of the organisation, by id. */
  list(org: OrgId): Promise<Team[]>;
  /**
   * Moves the team of the place `from` to the place `to`, with the addresses of what was posted there, in one
   * transaction. If another team has the place `to`, that team is removed and its roster joins this one; a team
   * that has it as its second place goes on in its first. Resolves with the team; null: no team is at `from`.
   */
  move(org: OrgId, from: Place, to: Place, readdress: Readdress): Promise<Team | null>;
  /**
   * Makes the place the team's second one. If another team has the place, that team is removed and its roster joins
   * this one; its past polls stay. A team that has it as its second place goes on in its first. Resolves with the team; null: it does not exist.
   */
  bind(org: OrgId, team: TeamId, place: Place): Promise<Team | null>;
}
