import type { OrgId, PersonId } from '../domain/people/person';

export interface IdentityTable {
  org: OrgId;
  /** A keyed hash, which does not reveal the person. */
  hash: string;
  /** The id under which the person's data is kept. */
  person: PersonId;
  /** The id the person used last. */
  via: PersonId;
}

export interface LinkTable {
  org: OrgId;
  /** One of the person's ids; each id has one hash. */
  alias: PersonId;
  hash: string;
}
