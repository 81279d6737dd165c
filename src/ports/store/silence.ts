import type { OrgId, PersonId } from '../../domain/people/person';
import type { Day } from '../../domain/time/calendar';

/** A member of a team who has not answered for some polled days. */
export interface SilentPerson {
  person: PersonId;
  name: string;
  /** Null: there is none. */
  handle: string | null;
  /** On how many days of the span a poll asked them. */
  asked: number;
  /** On how many of those since their last answer. */
  silent: number;
  /** The last day of the span that they answered; null: none. */
  last: Day | null;
}

/** Whom a private message did not reach when it was last tried, and why. */
export interface Unreached {
  person: PersonId;
  name: string;
  handle: string | null;
  day: Day;
  reason: 'gone' | 'forbidden';
}

/** Who does not answer, and who cannot be asked. Every method throws a StoreError when the database fails. */
export interface SilenceStore {
  /**
   * Those on a roster who answered none of the last polled days that asked them, `atLeast` of them, the longest first.
   * An answer counts wherever it was given, and none of them is told.
   */
  silent(org: OrgId, span: { from: Day; until: Day }, atLeast: number): Promise<SilentPerson[]>;
  /** Those on a roster whose last reminder from `from` on the platform refused for good, by name. */
  unreached(org: OrgId, from: Day): Promise<Unreached[]>;
}
