import type { OrgId, PersonId } from '../../domain/people/person';
import type { Millis } from '../../domain/time/calendar';

/** For whom a link to the pages or a session there is. */
export interface WebPerson {
  org: OrgId;
  person: PersonId;
}

/**
 * Links by which people sign in to the pages, and their sessions. Codes and tokens are long random texts; only their hashes
 * are kept. Times are the database's.
 */
export interface WebAccessStore {
  /** Keeps a code for so long. The person's earlier ones end. */
  offer(code: string, to: WebPerson, lifeMs: Millis): Promise<void>;
  /** For whom a code is; it stays good. Null: there is no such code, or it has expired or was used. */
  offered(code: string): Promise<WebPerson | null>;
  /**
   * Uses the code up and begins a session of so long, both or neither. Null: as above. Of several callers, among all
   * processes, one gets in.
   */
  enter(code: string, token: string, lifeMs: Millis): Promise<WebPerson | null>;
  /** Whose session it is; null: there is none, or it is over. */
  session(token: string): Promise<WebPerson | null>;
  /** Ends one session. */
  end(token: string): Promise<void>;
  /** Ends all sessions and links of a person, or of everybody in the organisation; returns how many sessions. */
  endAll(of: WebPerson | { org: OrgId; person: null }): Promise<number>;
}
