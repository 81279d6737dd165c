import type { TaskKey } from '../ports/store/ledger';
import type { Db } from './schema';
import { rowKeyOf } from './task-key';

/** Whether the ledger holds the task. */
export async function isKnown(db: Db, task: TaskKey): Promise<boolean> {
  const { org, team, day, kind, subject } = rowKeyOf(task);
  const row = await db
    .selectFrom('tasks')
    .select('kind')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row !== undefined;
}
