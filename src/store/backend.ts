import type { RawBuilder } from 'kysely';
import type { Recorded, Vote } from '../app/ports';
import type { Millis } from '../domain/calendar';
import type { Db } from './schema';

/** Milliseconds of the epoch, as a term of a query. */
export type Now = () => RawBuilder<Millis>;

/** What a database gives the store: everything the dialects do differently. */
export interface Backend {
  db: Db;
  /** The database's time in a query: every lease and expiry is judged by it. */
  now: Now;
  /** Whether no other process uses this database: what a dead one left claimed is then free at once. */
  alone: boolean;
  /** Records votes in their order, all or none, in one commit: what it resolves with is durable. */
  recordVotes(votes: readonly Vote[]): Promise<Recorded[]>;
  close(): Promise<void>;
}
