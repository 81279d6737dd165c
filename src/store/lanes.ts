import { sql } from 'kysely';
import { NEARLY, pausedDebt, reserveOf } from '../limits/token-bucket';
import type { Grant, Lanes, Wanted } from '../ports/rate-limiter';
import type { Backend } from './backend';

/** How many calls of one process pass between two sweeps of lanes that are full again. */
const SWEEP_EVERY = 1_000;

/**
 * Lanes which all processes on a PostgreSQL share: a row each, which says when the lane will be full again, by the
 * database's time. Taking is one statement, whose arithmetic is that of the lanes in memory: the row's lock elects.
 */
export function createSharedLanes({ db, now }: Pick<Backend, 'db' | 'now'>): Lanes {
  let calls = 0;

  async function sweep(): Promise<void> {
    calls += 1;
    if (calls % SWEEP_EVERY === 0) await db.deleteFrom('lanes').where('full_at', '<=', now()).execute();
  }

  return {
    async take(name, rate, wanted) {
      await sweep();
      const { burst, everyMs } = rate;
      const free = sql`floor(${burst}::float8 - greatest(l.full_at - ${now()}, 0) / ${everyMs}::float8 + ${NEARLY}::float8)`;
      const taken = takenOf(free, wanted, reserveOf(rate));
      const first = takenOf(sql`${burst}::float8`, wanted, reserveOf(rate));
      const { rows } = await sql<Grant>`
        insert into lanes as l (name, full_at, granted)
        values (${name}, ${now()} + ${first} * ${everyMs}::float8, ${first})
        on conflict (name) do update set
          full_at = greatest(l.full_at, ${now()}) + ${taken} * ${everyMs}::float8, granted = ${taken}
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

/** As `grantedAt`: the urgent take all that is free, the others leave the reserve. */
function takenOf(free: ReturnType<typeof sql>, { urgent, other }: Wanted, reserve: number) {
  return sql`greatest(0, least(${urgent + other}::float8,
    greatest(least(${urgent}::float8, ${free}), ${free} - ${reserve}::float8)))`;
}
