import type { RawBuilder } from 'kysely';
import type { Millis } from '../domain/time/calendar';
import type { Recorded, Vote } from '../ports/store/answers';
import type { Connections } from '../ports/store/database';
import type { Db, Trx } from './schema';

/** Milliseconds of the epoch, as a term of a query. */
export type Now = () => RawBuilder<Millis>;

/** What a database gives the store: everything the dialects do differently. */
export interface Backend {
  db: Db;
  /** The database's time in a query: every lease and expiry is judged by it. */
  now: Now;
  /**
   * Whether no other process uses this database. Then what a dead one left claimed is free at once, and a
   * transaction is alone, too; else the rows it read to change them must be locked.
   */
  alone: boolean;
  /** Whether each query costs a round trip, so that reads of one moment had better share one. */
  remote: boolean;
  /** Holds back every other transaction that asks for the same name, until this one ends: for rows not there yet. */
  lock(trx: Trx, name: string): Promise<void>;
  /** Lets no later query of this transaction sort what an index has in order, whatever the database thinks it will find. */
  keepToIndexes(trx: Trx): Promise<void>;
  /** Records votes in their order, all or none, in one commit: what it resolves with is durable. */
  recordVotes(votes: readonly Vote[]): Promise<Recorded[]>;
  connections(): Connections | null;
  close(): Promise<void>;
}
