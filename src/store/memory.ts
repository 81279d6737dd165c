import { type ExpressionBuilder, sql } from 'kysely';
import type { Memory } from '../ports/store/memory';
import type { Backend, Now } from './backend';
import type { Schema, Trx } from './schema';
import { inTransaction } from './transaction';

type Means = Pick<Backend, 'db' | 'now' | 'alone'>;

/** How many expired entries one sweep deletes, so that no claim takes long. */
const MAX_SWEPT = 100;
/** A claim is one statement, as each press makes one; every so many sweep, which is faster than entries expire. */
const CLAIMS_PER_SWEEP = 16;

/** One owner's memory. Expired entries are not returned; later claims delete them. */
export function createMemory({ db, now, alone }: Means, owner: string): Memory {
  let claims = 0;
  const own = () => db.selectFrom('memories').where('owner', '=', owner).where(alive(now()));
  return {
    async get(key) {
      const row = await own().select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },
    async put(key, value, until, org) {
      await db
        .insertInto('memories')
        .values({ owner, key, value, until, org })
        .onConflict((conflict) => conflict.columns(['owner', 'key']).doUpdateSet({ value, until, org }))
        .execute();
    },
    async claim(key, value, until, org) {
      const { numInsertedOrUpdatedRows: claimed } = await db
        .insertInto('memories')
        .values({ owner, key, value, until, org })
        .onConflict((conflict) => {
          const taken = conflict.columns(['owner', 'key']).doUpdateSet({ value, until, org });
          return taken.where('memories.until', '<=', now());
        })
        .executeTakeFirstOrThrow();
      if (claims++ % CLAIMS_PER_SWEEP === 0) await inTransaction(db, (trx) => sweep(trx, { now, alone }));
      return claimed === 1n;
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

/** Skips rows that another session is deleting, so that it never waits. */
async function sweep(trx: Trx, { now, alone }: Pick<Means, 'now' | 'alone'>): Promise<void> {
  const expired = trx
    .selectFrom('memories')
    .select(['owner', 'key'])
    .where('until', '<=', now())
    .limit(sql.lit(MAX_SWEPT));
  const free = alone ? expired : expired.forUpdate().skipLocked();
  await trx
    .deleteFrom('memories')
    .where(({ eb, refTuple }) => eb(refTuple('owner', 'key'), 'in', free.$asTuple('owner', 'key')))
    .execute();
}

function alive(now: ReturnType<Now>) {
  return (eb: ExpressionBuilder<Schema, 'memories'>) =>
    eb.or([eb('until', 'is', null), eb('until', '>', now)]);
}
