import { sql } from 'kysely';
import type { Reason } from '../ports/reasons';
import type { LedgerEntry } from '../ports/store/ledger';
import type { TaskTable } from './schema';

/* What a task had posted before it was opened again, as the text of a column: `time:attempt`, with commas in between. */

/** A message that a person deleted had been posted, too. */
export const withPost = sql<
  string | null
>`case when tasks.state = 'done' or tasks.reason = ${sql.lit('deleted' satisfies Reason)}
  then coalesce(tasks.earlier || ',', '') || cast(tasks.updated_at as text) || ':' || cast(tasks.attempt as text)
  else tasks.earlier end`;

export function earlierOf({ earlier }: Pick<TaskTable, 'earlier'>): LedgerEntry['earlier'] {
  return (earlier?.split(',') ?? []).map((text) => {
    const [at, attempt] = text.split(':');
    return { at: Number(at), attempt: Number(attempt) };
  });
}
