import type { NewPublications, Publications } from '../../domain/figures/publication';
import type { OrgId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';

/** What left the organisation, kept as it was: a later question gets the same figures. */
export interface PublicationStore {
  /** What was published of these days, and the final reports of all campaigns. Throws a StoreError when the database fails. */
  read(org: OrgId, days: readonly Day[]): Promise<Publications>;
  /**
   * Reads what was published of these days, lets `plan` decide what is published besides, writes that, and resolves
   * with both. One at a time for each organisation, in one transaction; `plan` may be called again and must be pure.
   * Throws a StoreError when the database fails.
   */
  publish(
    org: OrgId,
    days: readonly Day[],
    now: Millis,
    plan: (published: Publications) => NewPublications,
  ): Promise<Publications>;
}
