import { sql } from 'kysely';
import type { Millis } from '../domain/time/calendar';
import type { Backend } from './backend';

/** No lease lasts so long, and hardly any wait. */
const TOO_LONG: Millis = 15 * 60_000;

/** What ends so far away was set by a clock which is right no more. */
export async function clockWentBack({ db, now }: Pick<Backend, 'db' | 'now'>): Promise<void> {
  const tooFar = sql<Millis>`${now()} + ${TOO_LONG}`;
  await db
    .updateTable('tasks')
    .set({ free_at: now() })
    .where('state', 'in', ['claimed', 'waiting'])
    .where('free_at', '>', tooFar)
    .execute();
  await db.updateTable('teams').set({ looked_until: 0 }).where('looked_until', '>', tooFar).execute();
  await db.updateTable('edits').set({ free_at: now() }).where('free_at', '>', tooFar).execute();
  await db.deleteFrom('lanes').where('full_at', '>', tooFar).execute();
}
