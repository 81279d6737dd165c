import type { OrgId, TeamId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';

/** One poll, whose messages are edited as its answers come in. */
export interface PollKey {
  org: OrgId;
  team: TeamId;
  day: Day;
}

/**
 * `shown`: an edit that began after the one named is done. `taken`: another is under way, or its rest; `latest` is
 * its number, and it may end after `waitMs`.
 */
export type EditTurn =
  | { is: 'yours'; edit: number }
  | { is: 'shown' }
  | { is: 'taken'; latest: number; waitMs: Millis };

/** Who edits a poll's messages: one at a time, among all processes on the database. */
export interface EditTurns {
  /**
   * Begins an edit that may take as long as the lease. `shown`: the latest edit at the time of the change, if that is
   * known: a later one has shown it.
   */
  begin(poll: PollKey, leaseMs: Millis, shown: number | null): Promise<EditTurn>;
  /**
   * Ends it; the next one begins after the rest. False: the lease ran out and another began meanwhile, whose later
   * state may have been overwritten.
   */
  end(poll: PollKey, edit: number, done: boolean, restMs: Millis): Promise<boolean>;
  /**
   * Unfinished polls with answers that no edit has shown, among the history after the one number and up to the other
   * (null: all of it). `latest`: the last number of all.
   */
  unseen(now: Millis, after: number, until: number | null): Promise<{ polls: PollKey[]; latest: number }>;
}
