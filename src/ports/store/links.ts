import type { Identity, OrgId, PersonId } from '../../domain/people/person';

/**
 * What a verified e-mail address becomes before the core hears of it; null for what is no address. The address itself
 * goes no further than the adapter.
 */
export type Identify = (email: string) => Identity | null;

/** An id of a person on some platform, and what tells who they are; null: nothing does. */
export interface Identified {
  id: PersonId;
  identity: Identity | null;
}

/** Which ids are one person: those of the same identity. Their answers, rosters and choices are kept under one id. */
export interface LinkStore {
  /** Whom an id stands for, and the id under which they did something last; null: it stands for itself. */
  find(org: OrgId, id: PersonId): Promise<{ person: PersonId; via: PersonId; hash: Identity } | null>;
  /**
   * Says whose ids these are, and resolves with whom each stands for. What two ids of one person have recorded is
   * merged in the same transaction: the last answer for a day wins. An identity that changed parts them from now on.
   */
  identify(org: OrgId, ids: readonly Identified[]): Promise<Map<PersonId, PersonId>>;
  /** All ids of a person, the one they used last first; none for somebody without an identity. */
  ids(org: OrgId, person: PersonId): Promise<PersonId[]>;
  /** They did something under this id. */
  use(org: OrgId, id: PersonId): Promise<void>;
  /** Forgets every identity: linking was turned off. */
  clear(): Promise<void>;
  /**
   * Moves everything of one organisation into another, putting the prefix before each address and person's id.
   * Resolves with how many teams came; there may be nothing to move.
   */
  adopt(from: OrgId, into: OrgId, prefix: string): Promise<number>;
}
