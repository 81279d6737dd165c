import { sql } from 'kysely';
import { EPSILON, pausedDebt, reserveOf } from '../limits/token-bucket';
import type { Allowance, Demand, TokenBuckets } from '../ports/rate-limiter';
import type { Backend } from './backend';

/** Calls of one process between two sweeps of buckets that are full again. */
const SWEEP_EVERY = 1_000;

/**
 * Token buckets that all processes on a PostgreSQL share: a row each, with the time at which the bucket is full again,
 * by the database's clock. Taking is one statement with the same arithmetic as in memory; the row's lock keeps two
 * processes from taking the same token.
 */
export function createSharedTokenBuckets({ db, now }: Pick<Backend, 'db' | 'now'>): TokenBuckets {
  let calls = 0;

  async function sweep(): Promise<void> {
    calls += 1;
    if (calls % SWEEP_EVERY === 0) await db.deleteFrom('lanes').where('full_at', '<=', now()).execute();
  }

  return {
    async take(name, rate, demand) {
      await sweep();
      const { burst, everyMs } = rate;
      const free = sql`floor(${burst}::float8 - greatest(l.full_at - ${now()}, 0) / ${everyMs}::float8 + ${EPSILON}::float8)`;
      const granted = grantedOf(free, demand, reserveOf(rate));
      const first = grantedOf(sql`${burst}::float8`, demand, reserveOf(rate));
      const { rows } = await sql<Allowance>`
        insert into lanes as l (name, full_at, granted)
        values (${name}, ${now()} + ${first} * ${everyMs}::float8, ${first})
        on conflict (name) do update set
          full_at = greatest(l.full_at, ${now()}) + ${granted} * ${everyMs}::float8, granted = ${granted}
        returning granted, greatest(full_at - ${now()}, 0) as "debtMs"`.execute(db);
      return rows[0] ?? { granted: 0, debtMs: 0 };
    },
    async pause(name, rate, ms) {
      const until = sql`${now()} + ${pausedDebt(rate, ms)}::float8`;
      await sql`
        insert into lanes as l (name, full_at, granted) values (${name}, ${until}, 0)
        on conflict (name) do update set full_at = greatest(l.full_at, ${until})`.execute(db);
    },
  };
}

/** As `grantedAt` in memory: urgent calls may take every free token, the others leave the reserve. */
function grantedOf(free: ReturnType<typeof sql>, { urgent, other }: Demand, reserve: number) {
  return sql`greatest(0, least(${urgent + other}::float8,
    greatest(least(${urgent}::float8, ${free}), ${free} - ${reserve}::float8)))`;
}
