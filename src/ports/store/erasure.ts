import type { OrgId } from '../../domain/people/person';

export interface Erasure {
  /**
   * Erases all data of one organisation in one transaction, past answers included, or only counts it. `owned` names
   * what adapters keep of it outside the core's tables. Throws a StoreError when the database fails; then nothing was
   * erased.
   */
  eraseOrg(org: OrgId, owned: OwnedData, what: 'erase' | 'count'): Promise<RowCounts>;
}

/** Number of rows by table. */
export type RowCounts = Record<string, number>;

/** `all`: every lane whose name begins with `key`; otherwise exactly that one. */
export interface OwnedData {
  /** The organisations joined to it: adapters keep their entries under these names. */
  parts: readonly OrgId[];
  lanes: readonly { key: string; all: boolean }[];
}
