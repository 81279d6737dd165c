import type { OrgId, PersonId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';

/** What is older than both goes: days before `day`, and what happened before `at` (epoch ms). */
export interface Cutoff {
  day: Day;
  at: Millis;
}

/** A person who is on no roster, and was not seen for as long as the retention lasts. */
export interface Departed {
  org: OrgId;
  person: PersonId;
}

export interface RetentionStore {
  /**
   * Deletes a portion of what is older, at most some hundred rows in one transaction, and resolves with whether more may
   * be left. The counts of polls are written into their books first. Throws a StoreError when the database fails.
   */
  sweep(before: Cutoff): Promise<boolean>;
  /** Some of the people who were not seen since `before.at`; empty: there are none. Throws a StoreError. */
  departed(before: Cutoff): Promise<Departed[]>;
  /** Deletes all that is kept of such a person, unless they were seen meanwhile. Throws a StoreError. */
  remove(departed: Departed, before: Cutoff): Promise<void>;
}
