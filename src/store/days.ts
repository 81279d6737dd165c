import { sql } from 'kysely';
import type { OrgId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import type { Db, Trx } from './schema';

/** Sorts before and after every date. */
export const ALL_DAYS = { from: '', until: '~' } as const;

/**
 * The days from `from` to `until`, both included, for which the organisation has rows, ascending. Keys begin with
 * organisation and day, so a query for one person must name its days; this query jumps along the index from day to day.
 */
export async function daysWith(
  db: Db | Trx,
  table: 'answers' | 'answer_history' | 'poll_members',
  org: OrgId,
  { from, until }: { from: Day; until: Day },
): Promise<Day[]> {
  const rows = sql.table(table);
  const { rows: found } = await sql<{ day: Day }>`
    with recursive hops (day) as (
      select min(day) from ${rows} where org = ${org} and day >= ${from} and day <= ${until}
      union all
      select (select min(t.day) from ${rows} as t where t.org = ${org} and t.day > hops.day and t.day <= ${until})
      from hops where hops.day is not null
    )
    select day from hops where day is not null`.execute(db);
  return found.map(({ day }) => day);
}
