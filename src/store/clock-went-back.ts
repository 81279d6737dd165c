import { sql } from 'kysely';
import type { Millis } from '../domain/time/calendar';
import type { Backend } from './backend';

/** Longer than any lease, and than nearly every wait. */
const TOO_LONG: Millis = 15 * 60_000;

/** Ends every lease and wait whose end lies further ahead: the clock was wrong when it was set. */
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
