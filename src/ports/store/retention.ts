import type { Day, Millis } from '../../domain/time/calendar';

/** What is older than both goes: days before `day`, and what happened before `at` (epoch ms). */
export interface Cutoff {
  day: Day;
  at: Millis;
}

export interface RetentionStore {
  /**
   * Deletes a portion of what is older, at most some hundred rows in one transaction, and resolves with whether more may
   * be left. The counts of polls are written into their books first. Throws a StoreError when the database fails.
   */
  sweep(before: Cutoff): Promise<boolean>;
}
