import {
  ANY_TEAM,
  type LedgerEntry,
  type PrivatePollEntry,
  type ReminderEntry,
  type TaskKey,
} from '../ports/store/ledger';
import { earlierOf } from './earlier-posts';
import type { Db, TaskTable } from './schema';
import { taskKeyOf } from './task-key';

type OfPoll = Pick<TaskKey, 'org' | 'team' | 'day'>;

export function entryOf(row: TaskTable): LedgerEntry {
  const { state, attempt, post, shown, reason, updated_at: updatedAt, free_at: freeAt } = row;
  const told = { state, attempt, post, shown, reason, updatedAt, freeAt, earlier: earlierOf(row) };
  return { ...taskKeyOf(row), ...told };
}

/** The reminders of those whom the team's poll lists. */
export async function reminders(db: Db, poll: OfPoll): Promise<ReminderEntry[]> {
  const entries = await toMembers(db, poll, 'reminder');
  return entries.filter((entry) => entry.kind === 'reminder');
}

/** The same of the questions in private. */
export async function privatePolls(db: Db, poll: OfPoll): Promise<PrivatePollEntry[]> {
  const entries = await toMembers(db, poll, 'private-poll');
  return entries.filter((entry) => entry.kind === 'private-poll');
}

/** Private messages of a kind. SQLite begins a cross join with its first table: those to others cost nothing. */
async function toMembers(db: Db, { org, team, day }: OfPoll, kind: TaskKey['kind']): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('poll_members as m')
    .crossJoin('tasks as t')
    .whereRef('t.org', '=', 'm.org')
    .whereRef('t.day', '=', 'm.day')
    .whereRef('t.subject', '=', 'm.person')
    .where('t.team', '=', ANY_TEAM)
    .where('t.kind', '=', kind)
    .where('m.org', '=', org)
    .where('m.team', '=', team)
    .where('m.day', '=', day)
    .selectAll('t')
    .orderBy('t.subject')
    .execute();
  return rows.map(entryOf);
}
