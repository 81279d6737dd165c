import type { OrgId, PersonId } from '../../domain/people/person';

/** Whose days people want to see in their own panel; nobody else is told. Every method throws a StoreError when the database fails. */
export interface FollowStore {
  /** Whom the person follows, by id. */
  of(org: OrgId, person: PersonId): Promise<PersonId[]>;
  add(org: OrgId, person: PersonId, followed: PersonId): Promise<void>;
  remove(org: OrgId, person: PersonId, followed: readonly PersonId[]): Promise<void>;
}
