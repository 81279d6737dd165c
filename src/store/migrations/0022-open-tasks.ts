import { sql } from 'kysely';
import type { Migration } from './migration';

/** An index of the tasks that are not finished; tasks of teams that were removed go. */
export const openTasks: Migration = {
  number: 22,
  name: 'open-tasks',
  async up(trx) {
    await sql`delete from tasks where team <> '' and (org, team) not in (select org, id from teams)`.execute(
      trx,
    );
    await sql`create index tasks_open on tasks (org, team, day) where state in ('claimed', 'waiting')`.execute(
      trx,
    );
  },
};
