import { sql } from 'kysely';
import type { Migration } from './migration';

/**
 * Only answers of people who agreed with a team count in it. Before the schema knew that, every answer counted: on days
 * that were over by then it goes on to, as it was shown. People who have only ever been in one team have answered there,
 * and agree to counts.
 */
export const agreements: Migration = {
  number: 15,
  name: 'agreements',
  async up(trx) {
    await sql`update poll_members set here = 1
      where here = 0
      and exists (select 1 from answers a
        where a.org = poll_members.org and a.day = poll_members.day and a.person = poll_members.person)
      and exists (select 1 from polls p
        where p.org = poll_members.org and p.team = poll_members.team and p.day = poll_members.day
        and p.ends_at <= (select applied_at from migrations where number = 14))`.execute(trx);
    await sql`insert into agreements (org, team, person, level)
      select distinct m.org, m.team, m.person, 1
      from poll_members m join answers a on a.org = m.org and a.day = m.day and a.person = m.person
      where (m.org, m.person) in (${OF_ONE_TEAM})
      on conflict do nothing`.execute(trx);
    await sql`update poll_members set here = 1
      where here = 0
      and exists (select 1 from agreements g
        where g.org = poll_members.org and g.team = poll_members.team and g.person = poll_members.person)
      and exists (select 1 from polls p
        where p.org = poll_members.org and p.team = poll_members.team and p.day = poll_members.day and p.names = 0)
      and (org, person) in (${OF_ONE_TEAM})`.execute(trx);
  },
};

/** People whom the polls and rosters of one team alone have ever listed. */
const OF_ONE_TEAM = sql`select org, person
  from (select org, team, person from poll_members union select org, team, person from rosters) as listed
  group by org, person having count(*) = 1`;
