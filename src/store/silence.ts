import { sql } from 'kysely';
import type { OrgId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import { ANY_TEAM } from '../ports/store/ledger';
import type { SilenceStore, SilentPerson, Unreached } from '../ports/store/silence';
import type { Backend } from './backend';
import type { Db } from './schema';

type Row<Of> = { [Key in keyof Of]: Of[Key] };

export function createSilence({ db }: Pick<Backend, 'db'>): SilenceStore {
  return {
    silent: (org, span, atLeast) => silent(db, org, span, atLeast),
    unreached: (org, from) => unreached(db, org, from),
  };
}

/** Begins with the polls of the span, of which there are few, so that years of members are not read. */
async function silent(
  db: Db,
  org: OrgId,
  { from, until }: { from: Day; until: Day },
  atLeast: number,
): Promise<SilentPerson[]> {
  const { rows } = await sql<Row<SilentPerson>>`
    with last (person, day) as (
      select person, max(day) from answers
      where org = ${org} and day >= ${from} and day <= ${until} group by person
    ),
    polled (team, day) as (
      select team, day from polls where org = ${org} and day >= ${from} and day <= ${until}
    ),
    asked (person, days, silent, last) as (
      select m.person, count(distinct m.day),
        count(distinct case when m.day > coalesce(l.day, '') then m.day end), max(l.day)
      from polled p
      cross join poll_members m
      left join last l on l.person = m.person
      where m.org = ${org} and m.team = p.team and m.day = p.day and m.scheduled = 1
      group by m.person
    )
    select listed.person, coalesce(p.name, '') as name, p.handle, listed.days as asked, listed.silent, listed.last
    from asked listed left join people p on p.org = ${org} and p.id = listed.person
    where listed.silent >= ${atLeast}
      and exists (select 1 from rosters r where r.org = ${org} and r.person = listed.person)
    order by listed.silent desc, p.name, listed.person
  `.execute(db);
  return rows.map((row) => ({ ...row, asked: Number(row.asked), silent: Number(row.silent) }));
}

async function unreached(db: Db, org: OrgId, from: Day): Promise<Unreached[]> {
  const { rows } = await sql<Row<Unreached>>`
    with tried (person, day) as (
      select subject, max(day) from tasks
      where org = ${org} and team = ${ANY_TEAM} and day >= ${from} and kind = 'reminder'
        and state in ('done', 'failed')
      group by subject
    )
    select t.subject as person, coalesce(p.name, '') as name, p.handle, t.day, t.reason
    from tried r
    join tasks t on t.org = ${org} and t.team = ${ANY_TEAM} and t.day = r.day and t.kind = 'reminder'
      and t.subject = r.person
    left join people p on p.org = ${org} and p.id = t.subject
    where t.state = 'failed' and t.reason in ('gone', 'forbidden')
      and exists (select 1 from rosters o where o.org = ${org} and o.person = t.subject)
    order by p.name, t.subject
  `.execute(db);
  return rows;
}
