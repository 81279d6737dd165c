import type { ExpressionBuilder } from 'kysely';
import type { Memory } from '../app/ports';
import type { Now } from './backend';
import type { Db, Schema } from './schema';

/** One owner's memory; what has expired is gone for every reader, and deleted by the next claim. */
export function createMemory(db: Db, owner: string, now: Now): Memory {
  const own = () => db.selectFrom('memories').where('owner', '=', owner).where(alive(now()));
  return {
    async get(key) {
      const row = await own().select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },
    async put(key, value, until) {
      await db
        .insertInto('memories')
        .values({ owner, key, value, until })
        .onConflict((conflict) => conflict.columns(['owner', 'key']).doUpdateSet({ value, until }))
        .execute();
    },
    async claim(key, value, until) {
      return db.transaction().execute(async (trx) => {
        await trx.deleteFrom('memories').where('until', '<=', now()).execute();
        const inserted = await trx
          .insertInto('memories')
          .values({ owner, key, value, until })
          .onConflict((conflict) => conflict.columns(['owner', 'key']).doNothing())
          .executeTakeFirst();
        return Number(inserted.numInsertedOrUpdatedRows ?? 0) === 1;
      });
    },
    async remove(key) {
      await db.deleteFrom('memories').where('owner', '=', owner).where('key', '=', key).execute();
    },
    async list(prefix) {
      return own()
        .select(['key', 'value'])
        .where('key', '>=', prefix)
        .where('key', '<', `${prefix}\u{10ffff}`)
        .orderBy('key')
        .execute();
    },
  };
}

function alive(now: ReturnType<Now>) {
  return (eb: ExpressionBuilder<Schema, 'memories'>) =>
    eb.or([eb('until', 'is', null), eb('until', '>', now)]);
}
