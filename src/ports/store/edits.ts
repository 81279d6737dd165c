import type { OrgId, TeamId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';

/** A poll, whose messages are edited as answers arrive. */
export interface PollKey {
  org: OrgId;
  team: TeamId;
  day: Day;
}

/**
 * `yours`: the edit may begin, under this number. `shown`: a later edit is done, so the change is visible. `taken`: edit
 * `latest` is running, or its pause; try again after `waitMs`.
 */
type EditTurn =
  | { is: 'yours'; edit: number }
  | { is: 'shown' }
  | { is: 'taken'; latest: number; waitMs: Millis };

/**
 * Lets one process at a time edit a poll's messages, among all processes on the database. Every method throws a
 * StoreError when the database fails.
 */
export interface EditTurns {
  /**
   * Begins an edit, which may take until the lease of `leaseMs` expires. `shown`: the number of the latest edit when
   * the change was made; once a later one is done, the change is visible. Null: that number is not known.
   */
  begin(poll: PollKey, leaseMs: Millis, shown: number | null): Promise<EditTurn>;
  /**
   * Ends the edit; the next one may begin after a pause of `restMs`. `done`: the platform has the new state. Resolves
   * with false when the lease expired and another edit has begun since, whose newer state this one may have overwritten.
   */
  end(poll: PollKey, edit: number, done: boolean, restMs: Millis): Promise<boolean>;
  /**
   * Polls whose local day has not ended at `now`, with answers that no finished edit has shown. Only history entries
   * numbered above `after`, up to `until` (null: the last one), are considered. `latest`: the last number there is.
   */
  unseen(now: Millis, after: number, until: number | null): Promise<{ polls: PollKey[]; latest: number }>;
}
