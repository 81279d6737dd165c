import type { OrgId } from '../../domain/people/person';
import type { Refusal } from '../../domain/refusal';
import type { Structure } from '../../domain/teams/structure';

/** How each organisation is built. Every method throws a StoreError when the database fails. */
export interface StructureStore {
  /** Without departments where nothing was set. */
  get(org: OrgId): Promise<Structure>;
  /**
   * Reads and saves the structure in one transaction, so that no concurrent change is lost, and makes every team of the
   * organisation due. `apply` must be pure, as it may run more than once; if it returns a refusal, nothing is written.
   * Resolves with what `apply` returned.
   */
  change(org: OrgId, apply: (structure: Structure) => Structure | Refusal): Promise<Structure | Refusal>;
}
