import type { Millis } from '../../domain/time/calendar';

/**
 * What an adapter must remember beyond its process: installations, addresses, what it has received already. Keys and
 * values are its own. `until`: when it is forgotten (epoch ms, by the database's time); null: never.
 */
export interface Memory {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, until: Millis | null): Promise<void>;
  /** Puts it unless the key is there; true for the one caller, among all processes, whose value it is. */
  claim(key: string, value: string, until: Millis): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Entries whose key begins with the prefix, by key. */
  list(prefix: string): Promise<{ key: string; value: string }[]>;
}
