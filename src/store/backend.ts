import type { Recorded, Vote } from '../app/ports';
import type { Db } from './schema';

/** What a database gives the store: everything the dialects do differently. */
export interface Backend {
  db: Db;
  /** Records votes in their order, all or none, in one commit: what it resolves with is durable. */
  recordVotes(votes: readonly Vote[]): Promise<Recorded[]>;
  close(): Promise<void>;
}
