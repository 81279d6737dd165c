import type { OrgId } from '../../domain/people/person';
import type { Millis } from '../../domain/time/calendar';

/**
 * What an adapter keeps across restarts: installations, addresses, events already received. It chooses keys and values.
 * `until`: when the entry expires (epoch ms, by the database's time); null: never. Expired entries are not returned.
 * `org`: the organisation as the adapter calls it, with whose erasure the entry goes; null: the entry names none.
 * Every method throws a StoreError when the database fails.
 */
export interface Memory {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, until: Millis | null, org: OrgId | null): Promise<void>;
  /** Puts the entry unless the key has one; resolves with true for one caller among all processes. */
  claim(key: string, value: string, until: Millis, org: OrgId | null): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** All entries whose key begins with the prefix, by key. */
  list(prefix: string): Promise<{ key: string; value: string }[]>;
}
