import type { RawBuilder } from 'kysely';
import type { Millis } from '../domain/time/calendar';
import type { Recorded, Vote } from '../ports/store/answers';
import type { Connections } from '../ports/store/database';
import type { Db, Trx } from './schema';

/** Epoch milliseconds, as a term of a query. */
export type Now = () => RawBuilder<Millis>;

/** Everything the two databases do differently, as the repositories use it. */
export interface Backend {
  db: Db;
  /** The database's time in a query, by which leases and entries expire. */
  now: Now;
  /**
   * Whether no other process uses this database. If so, claims of a dead process are free at once, and transactions
   * run one at a time; otherwise a transaction must lock the rows it reads in order to change them.
   */
  alone: boolean;
  /** Whether each query costs a network round trip, which concurrent reads should share. */
  remote: boolean;
  /** Takes a lock by name until the transaction ends: for rows that do not exist yet. */
  lock(trx: Trx, name: string): Promise<void>;
  /** Makes later queries of this transaction read along indexes, whatever the database's statistics suggest. */
  keepToIndexes(trx: Trx): Promise<void>;
  /** Records votes in their order in one durable commit, all or none. */
  recordVotes(votes: readonly Vote[]): Promise<Recorded[]>;
  /** Records one vote within the transaction. */
  recordVote(trx: Trx, vote: Vote): Promise<Recorded>;
  /** Throws the database's fault when another program keeps it from being written. Writes nothing. */
  mayWrite(): Promise<void>;
  connections(): Connections | null;
  close(): Promise<void>;
}
