import type { OrgId, PersonId } from '../../domain/people/person';
import type { Millis } from '../../domain/time/calendar';

/** What a token may be used for: reading, its person's own answers and week, and what administrators import. */
export const SCOPES = ['read', 'me:write', 'org:write'] as const;
export type Scope = (typeof SCOPES)[number];

/** A token of a person, without its secret. */
export interface ApiToken {
  id: string;
  org: OrgId;
  person: PersonId;
  /** What the person calls it. */
  name: string;
  scopes: Scope[];
  /** Epoch ms, as `until` and `usedAt`. */
  madeAt: Millis;
  until: Millis;
  /** Null: it was never used; else to the minute. */
  usedAt: Millis | null;
}

/** What became of a write that a program may send again. */
export type EarlierWrite =
  /** It is the first of its key, and is the caller's to do. */
  | { state: 'new' }
  /** Another request with this key is being done. */
  | { state: 'running' }
  /** The key was used for another request. */
  | { state: 'other' }
  | { state: 'done'; status: number; body: string };

/** A write by its key, which is the program's own, and a mark of what it asks. */
export interface KeyedWrite {
  org: OrgId;
  person: PersonId;
  key: string;
  request: string;
}

/**
 * Tokens for programs, of which only hashes are kept, and the answers to their writes. Times are the database's. Every
 * method throws a StoreError when the database fails.
 */
export interface ApiTokenStore {
  add(secret: string, token: Omit<ApiToken, 'madeAt' | 'until' | 'usedAt'>, lifeMs: Millis): Promise<void>;
  /** The token of this secret; null: there is none, or its time is over. Notes that it was used. */
  use(secret: string): Promise<ApiToken | null>;
  /** Those of the person, or of everybody in the organisation, the newest first, with those whose time is over. */
  list(org: OrgId, person: PersonId | null): Promise<ApiToken[]>;
  /** Ends one of the person's, or of anybody's in the organisation. False: there is none. */
  revoke(org: OrgId, person: PersonId | null, id: string): Promise<boolean>;
  /** Claims a write for a minute. */
  beginWrite(write: KeyedWrite): Promise<EarlierWrite>;
  /** Keeps the answer for a day. */
  endWrite(write: KeyedWrite, answer: { status: number; body: string }): Promise<void>;
  /** Forgets a write that was not done, so that it can be sent again. */
  dropWrite(write: KeyedWrite): Promise<void>;
}
