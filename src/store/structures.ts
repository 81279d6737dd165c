import type { OrgId } from '../domain/people/person';
import { isRefusal } from '../domain/refusal';
import { NO_STRUCTURE, type Structure } from '../domain/teams/structure';
import type { Millis } from '../domain/time/calendar';
import type { StructureStore } from '../ports/store/structures';
import type { Backend } from './backend';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';
import { wakeTeams } from './wake-queue';

export function createStructures({ db, lock }: Backend, now: () => Millis): StructureStore {
  return {
    get: (org) => structureOf(db, org),
    change: (org, apply) =>
      inTransaction(db, async (trx) => {
        await lock(trx, JSON.stringify(['structure', org]));
        const changed = apply(await structureOf(trx, org));
        if (isRefusal(changed)) return changed;
        const values = { structure: JSON.stringify(changed) };
        await trx
          .insertInto('structures')
          .values({ org, ...values })
          .onConflict((conflict) => conflict.column('org').doUpdateSet(values))
          .execute();
        await wakeTeams(trx, org, now());
        return changed;
      }),
  };
}

/** How the organisation is built by now. */
export async function structureOf(db: Db | Trx, org: OrgId): Promise<Structure> {
  const row = await db.selectFrom('structures').select('structure').where('org', '=', org).executeTakeFirst();
  return row ? JSON.parse(row.structure) : NO_STRUCTURE;
}
