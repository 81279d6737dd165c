import type { OrgId, TeamId } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import type { Millis } from '../../domain/time/calendar';

/** The wake-up time of a team that was woken. */
export const AT_ONCE: Millis = 0;

/** A team that is to be checked; `woken`: because something changed, and not because its time has come. */
export type DueTeam = Team & { woken?: true };

/**
 * When each team is checked for due tasks. Each team has at most one wake-up time, in epoch ms by the core's clock;
 * leases run by the database's time. Every method throws a StoreError when the database fails.
 */
export interface WakeQueue {
  /**
   * Leases up to `limit` teams whose wake-up time has come, and resolves with them. Organisations take turns, the
   * earliest team first. No other caller gets a leased team before `sleep` ends the lease, or before it expires after
   * 60 s. The cost depends on the number of teams returned, not on how many are due or exist; if many hundreds of
   * organisations are due behind one with a long queue, each call therefore serves only some of them.
   */
  due(now: Millis, limit: number): Promise<DueTeam[]>;
  /** Counts the teams whose wake-up time has come, leased or not; stops counting at `limit`. */
  countDue(now: Millis, limit: number): Promise<number>;
  /**
   * Ends the lease and sets the next wake-up time; `AT_ONCE`: it stays woken, `Infinity`: none. `lookedAt` is when the check began. A wake-up
   * set during the check by `wake`, or by a change of the team or of a campaign, is kept.
   */
  sleep(org: OrgId, team: TeamId, wakeAt: Millis, lookedAt: Millis): Promise<void>;
  /** Makes every team of the organisation due now, or one of them; null: the teams of all organisations. */
  wake(org: OrgId | null, team?: TeamId): Promise<void>;
  /** Whether the database holds teams of more than one organisation. */
  several(): Promise<boolean>;
  /** The earliest wake-up time of all teams; 0: at once, null: no team has one. */
  nextWake(): Promise<Millis | null>;
}
