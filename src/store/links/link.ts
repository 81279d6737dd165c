import type { OrgId, PersonId } from '../../domain/people/person';
import type { Trx } from '../schema';
import { merge } from './merge';

/**
 * Records the identity of an id; null: it has none any more. The first id of an identity becomes the person's, and the
 * data of each further id is merged into it.
 */
export async function link(trx: Trx, org: OrgId, alias: PersonId, hash: string | null): Promise<void> {
  const before = await trx
    .selectFrom('links')
    .select('hash')
    .where('org', '=', org)
    .where('alias', '=', alias)
    .executeTakeFirst();
  if (before?.hash === (hash ?? undefined)) return;
  if (before) await leave(trx, org, alias, before.hash);
  if (hash === null) return;
  await trx
    .insertInto('identities')
    .values({ org, hash, person: alias, via: alias })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.insertInto('links').values({ org, alias, hash }).execute();
  const { person } = await trx
    .selectFrom('identities')
    .select('person')
    .where('org', '=', org)
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  if (person !== alias) await merge(trx, org, alias, person);
}

/** Separates the id from its person; past data stays where it is. */
async function leave(trx: Trx, org: OrgId, alias: PersonId, hash: string): Promise<void> {
  await trx.deleteFrom('links').where('org', '=', org).where('alias', '=', alias).execute();
  const heir = await trx
    .selectFrom('links')
    .select('alias')
    .where('org', '=', org)
    .where('hash', '=', hash)
    .orderBy('alias')
    .executeTakeFirst();
  const identity = { org, hash };
  if (!heir) {
    await trx
      .deleteFrom('identities')
      .where(({ and }) => and(identity))
      .execute();
    return;
  }
  for (const column of ['person', 'via'] as const) {
    await trx
      .updateTable('identities')
      .set({ [column]: heir.alias })
      .where(({ and }) => and(identity))
      .where(column, '=', alias)
      .execute();
  }
}
