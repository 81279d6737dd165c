import type { OrgId } from '../domain/people/person';
import type { Db, Trx } from './schema';

/*
 * Books of many people are counted in portions, with other work in between. Whatever changes a past day raises a number;
 * what was counted is written only where the number is still that of the beginning.
 */

export async function versionOf(db: Db | Trx, org: OrgId): Promise<number> {
  const row = await db
    .selectFrom('book_versions')
    .select('version')
    .where('org', '=', org)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Past days of the organisation change with this transaction. */
export async function pastChanged(trx: Trx, org: OrgId): Promise<void> {
  await raise(trx, org, 1);
}

/** Whether past days are as they were at this version; they stay so until the transaction ends. */
export async function isUnchanged(trx: Trx, org: OrgId, version: number): Promise<boolean> {
  return (await raise(trx, org, 0)) === version;
}

/** Writing the row also locks it: of two sessions one waits for the other. */
async function raise(trx: Trx, org: OrgId, by: 0 | 1): Promise<number> {
  const { version } = await trx
    .insertInto('book_versions')
    .values({ org, version: by })
    .onConflict((conflict) =>
      conflict.column('org').doUpdateSet(({ eb }) => ({ version: eb('book_versions.version', '+', by) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
