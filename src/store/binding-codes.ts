import { sql } from 'kysely';
import type { Millis } from '../domain/time/calendar';
import type { BindingCodeStore } from '../ports/store/binding-codes';
import type { Backend } from './backend';
import { inTransaction } from './transaction';

export function createBindingCodes({ db, now }: Pick<Backend, 'db' | 'now'>): BindingCodeStore {
  return {
    async offer(code, org, team, lifeMs) {
      await inTransaction(db, async (trx) => {
        // Few are offered: the expired ones go when the next one comes.
        await trx.deleteFrom('binding_codes').where('until', '<=', now()).execute();
        const until = sql<Millis>`${now()} + ${lifeMs}`;
        await trx.insertInto('binding_codes').values({ code, org, team, until, used: 0 }).execute();
      });
    },
    async find(code) {
      const row = await db
        .selectFrom('binding_codes')
        .select(['org', 'team'])
        .where('code', '=', code)
        .where('until', '>', now())
        .where('used', '=', 0)
        .executeTakeFirst();
      return row ?? null;
    },
    async use(code) {
      const { numUpdatedRows } = await db
        .updateTable('binding_codes')
        .set({ used: 1 })
        .where('code', '=', code)
        .where('until', '>', now())
        .where('used', '=', 0)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
