import type { OrgId, TeamId } from '../../domain/people/person';
import type { Team } from '../../domain/teams/settings';
import type { Millis } from '../../domain/time/calendar';
import type { Place } from '../chat';

export interface TeamStore {
  /** Inserts or replaces; the team is looked at again at the next tick. */
  save(team: Team): Promise<void>;
  /** Inserts the team unless its place has one already; resolves with the team the place has now. */
  create(team: Team): Promise<Team>;
  /**
   * Changes the team as it is now: reading and saving are one transaction, so that nothing saved meanwhile is
   * lost. `apply` is pure; null from it writes nothing. Resolves with what was saved; null: nothing, or no such team.
   */
  change(org: OrgId, team: TeamId, apply: (team: Team) => Team | null): Promise<Team | null>;
  get(org: OrgId, team: TeamId): Promise<Team | null>;
  at(org: OrgId, place: Place): Promise<Team | null>;
  list(org: OrgId): Promise<Team[]>;
  /**
   * Makes the place the team's second one. A team that was there is removed, and its roster joins: past polls stay.
   * Null: no such team.
   */
  bind(org: OrgId, team: TeamId, place: Place): Promise<Team | null>;
  remove(org: OrgId, team: TeamId): Promise<void>;
  /**
   * Teams whose next task is due, the organisations taking turns, the earliest first. They are the caller's to look
   * at: nobody else is given them until `sleep`, or until a minute has passed. Costs what is handed out, not what is
   * due or exists; so of many hundreds of organisations behind one with a long queue only some have their turn each time.
   */
  due(now: Millis, limit: number): Promise<Team[]>;
  /** How many teams have something due now, whoever looks at them: counted up to the limit. */
  countDue(now: Millis, limit: number): Promise<number>;
  /**
   * Ends the look, and says when the team must be looked at next. A wake-up set meanwhile by `wake` or `save` that is
   * earlier wins.
   */
  sleep(org: OrgId, team: TeamId, wakeAt: Millis, lookedAt: Millis): Promise<void>;
  /** Looks at every team of the organisation (of all, when null) again: campaigns or the clock changed. */
  wake(org: OrgId | null): Promise<void>;
  /** Whether teams of more than one organisation are served. */
  several(): Promise<boolean>;
  /** The earliest wake-up of all, or null when no team has one. */
  nextWake(): Promise<Millis | null>;
}
