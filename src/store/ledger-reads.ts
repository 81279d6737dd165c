import { sql } from 'kysely';
import type { Day } from '../domain/time/calendar';
import type { Reason } from '../ports/reasons';
import type { AnnouncementEntry, Ledger, LedgerEntry, TaskKey } from '../ports/store/ledger';
import { entryOf } from './ledger-entries';
import { prepared } from './prepared';
import type { Db, TaskTable } from './schema';
import { type RowKey, taskKeyOf } from './task-key';

export const WITHDRAWN: Reason = 'withdrawn';

/** Entries of one look. */
const PORTION = 100;

/** Said in this way, the index of these tasks is used: there are few of them. */
const IS_OPEN = sql<boolean>`state in ('claimed', 'waiting')`;

/** What `claim` finds neither new nor free again, whatever the time. */
const IS_ENDED = sql<boolean>`(state in ('done', 'failed', 'unknown') or
  (state = 'skipped' and (reason is null or reason <> ${sql.lit(WITHDRAWN)})))`;

/** What checks of teams and edits of messages read of the ledger, time and again. */
export function ledgerReads(db: Db): Pick<Ledger, 'announcements' | 'ended' | 'list' | 'open'> {
  const ended = prepareEnded(db);
  const announcements = prepareAnnouncements(db);
  const ofDay = prepareDay(db);
  return {
    open: (org, team, before) => open(db, { org, team, before }),
    async announcements(org, team, from) {
      const rows = await announcements({ org, team, from });
      return rows.map(entryOf).filter((entry): entry is AnnouncementEntry => entry.kind === 'announce');
    },
    async ended(org, team, from) {
      const rows = await ended({ org, team, from });
      return rows.map(taskKeyOf);
    },
    async list(org, team, day, kind) {
      const key = { org, team, day };
      return (await (kind === null ? ofDay(key) : ofKind(db, { ...key, kind }))).map(entryOf);
    },
  };
}

type Since = Pick<TaskKey, 'org' | 'team'> & { from: Day };

function prepareEnded(db: Db) {
  return prepared<Since, RowKey>(db, (value) =>
    db
      .selectFrom('tasks')
      .select(['org', 'team', 'day', 'kind', 'subject'])
      .where('org', '=', value('org'))
      .where('team', '=', value('team'))
      .where('day', '>=', value('from'))
      .where(IS_ENDED),
  );
}

function prepareAnnouncements(db: Db) {
  return prepared<Since, TaskTable>(db, (value) =>
    db
      .selectFrom('tasks')
      .selectAll()
      .where('org', '=', value('org'))
      .where('team', '=', value('team'))
      .where('day', '>=', value('from'))
      .where('kind', '=', 'announce')
      .where('post', 'is not', null)
      .orderBy('day')
      .orderBy('subject'),
  );
}

function prepareDay(db: Db) {
  return prepared<Pick<TaskKey, 'org' | 'team' | 'day'>, TaskTable>(db, (value) =>
    db
      .selectFrom('tasks')
      .selectAll()
      .where('org', '=', value('org'))
      .where('team', '=', value('team'))
      .where('day', '=', value('day'))
      .orderBy('kind')
      .orderBy('subject'),
  );
}

async function ofKind(
  db: Db,
  { org, team, day, kind }: Pick<TaskKey, 'org' | 'team' | 'day' | 'kind'>,
): Promise<TaskTable[]> {
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('kind', '=', kind)
    .orderBy('subject')
    .execute();
}

async function open(
  db: Db,
  { org, team, before }: Pick<TaskKey, 'org' | 'team'> & { before: Day | null },
): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('tasks')
    .selectAll()
    .where('org', '=', org)
    .where('team', '=', team)
    .where(IS_OPEN)
    .$if(before !== null, (query) => query.where('day', '<', before ?? ''))
    .orderBy('day')
    .limit(PORTION)
    .execute();
  return rows.map(entryOf);
}
