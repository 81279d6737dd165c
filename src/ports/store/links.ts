import type { Identity, OrgId, PersonId } from '../../domain/people/person';

/** Hashes a verified e-mail address, which never leaves the adapter; null: the text is not an address. */
export type Identify = (email: string) => Identity | null;

/** A person's id on one platform, with the hash that identifies the person; null: there is none. */
export interface Identified {
  id: PersonId;
  identity: Identity | null;
}

/**
 * Ids of the same identity are one person, whose data is kept under one of the ids. Every method throws a StoreError
 * when the database fails.
 */
export interface LinkStore {
  /** The person an id stands for, and the id they used last (`via`); null: the id stands for itself. */
  find(org: OrgId, id: PersonId): Promise<{ person: PersonId; via: PersonId; hash: Identity } | null>;
  /**
   * Records the identities of ids, and resolves with the person each id stands for. The data of ids that turn out to be
   * one person is merged in the same transaction; the last answer for a day wins. An id whose identity has changed is
   * separated from now on; its past data stays where it is.
   */
  identify(org: OrgId, ids: readonly Identified[]): Promise<Map<PersonId, PersonId>>;
  /** All ids of a person, the one used last first; empty if the person has no identity. */
  ids(org: OrgId, person: PersonId): Promise<PersonId[]>;
  /** Notes that the person used this id. */
  use(org: OrgId, id: PersonId): Promise<void>;
  /** Deletes all identities, for when linking is turned off; merged data stays merged. */
  clear(): Promise<void>;
  /**
   * Moves all data of one organisation into another, and puts the prefix before each address and person id. A campaign
   * that exists in both stays as it is in `into`. Resolves with the number of teams moved, which may be 0.
   */
  adopt(from: OrgId, into: OrgId, prefix: string): Promise<number>;
}
