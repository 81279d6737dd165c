import { sql } from 'kysely';
import type { OrgId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { Cutoff, Departed, RetentionStore } from '../ports/store/retention';
import { sweepActivity } from './activity';
import type { Backend } from './backend';
import { sweepCalendars } from './calendars';
import { type Closing, closeDay, closingOf, unbooked } from './close-books';
import { forgetFollows } from './follows';
import { forgetLinks } from './forget';
import { countLeaving } from './leaving';
import { sealBook } from './poll-books';
import { pollOf } from './rows';
import { safetyCutoff } from './safety';
import type { Schema, Trx } from './schema';
import { inTransaction } from './transaction';

/** Rows a portion deletes, so that none takes long. */
const PORTION = 500;
/** People of a portion: adapters look through their records for each. */
const DEPARTED = 50;

/** Deletes some rows that are too old; false: there are none. */
type Step = (trx: Trx, before: Cutoff, now: Millis) => Promise<boolean>;

export function createRetention(backend: Pick<Backend, 'db' | 'lock'>, clock: () => Millis): RetentionStore {
  const { db } = backend;
  const closing = closingOf(backend);
  return {
    async sweep(before) {
      if (await closeOld(closing, before, clock())) return true;
      for (const step of STEPS) {
        if (await inTransaction(db, (trx) => step(trx, before, clock()))) return true;
      }
      return inTransaction(db, (trx) => stampUnseen(trx, clock()));
    },
    departed: (before) => inTransaction(db, (trx) => departed(trx, before)),
    remove: (person, before) => inTransaction(db, (trx) => remove(trx, person, before)),
  };
}

/** Members of polls go before the answers that their counts are made from. */
const STEPS: readonly Step[] = [
  sweepMembers,
  (trx, before) => sweepDated(trx, 'answers', before),
  (trx, before) => sweepDated(trx, 'answer_history', before),
  sweepTasks,
  (trx, { at }) => deleted(trx, 'audit', ['seq'], sql`at < ${at}`),
  (trx, { at }) => deleted(trx, 'channel_failures', ['org', 'team', 'channel'], sql`since < ${at}`),
  (trx, { at }) => deleted(trx, 'binding_codes', ['code'], sql`until < ${at}`),
  (trx, { at }) => deleted(trx, 'web_links', ['hash'], sql`until < ${at}`),
  (trx, { at }) => deleted(trx, 'web_sessions', ['hash'], sql`until < ${at}`),
  (trx, { at }) => deleted(trx, 'api_tokens', ['hash'], sql`until < ${at}`),
  (trx, { at }) => deleted(trx, 'api_writes', ['org', 'person', 'key'], sql`until < ${at}`),
  sweepCalendars,
  (trx, _before, now) => deleted(trx, 'safety_answers', ['seq'], sql`at < ${safetyCutoff(now)}`),
  sweepActivity,
  (trx, { day }) => deleted(trx, 'survey_marks', ['org', 'day', 'item', 'person'], sql`day < ${day}`),
  (trx, { day }) => deleted(trx, 'edits', ['org', 'team', 'day'], sql`day < ${day}`),
];

/** Closes a day that is too old and has no book yet; false: there is none. */
async function closeOld(closing: Closing, { day }: Cutoff, now: Millis): Promise<boolean> {
  const old = await unbooked(closing.db)
    .select(['org', 'day'])
    .where('day', '<', day)
    .limit(1)
    .executeTakeFirst();
  return old !== undefined && (await closeDay(closing, old, now));
}

/** For rows of old versions the time until people have departed begins now. */
async function stampUnseen(trx: Trx, now: Millis): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update people set seen_at = ${now} where (org, id) in (
      select org, id from people where seen_at = 0 limit ${sql.lit(PORTION)})`.execute(trx);
  return numAffectedRows > 0n;
}

async function sweepMembers(trx: Trx, before: Cutoff, now: Millis): Promise<boolean> {
  const oldest = await oldestDay(trx, 'poll_members', before);
  if (!oldest) return false;
  const { org, day } = oldest;
  const { team } = await trx
    .selectFrom('poll_members')
    .select('team')
    .where('org', '=', org)
    .where('day', '=', day)
    .limit(1)
    .executeTakeFirstOrThrow();
  const poll = await trx
    .selectFrom('polls')
    .selectAll()
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  await sealBook(trx, pollOf(poll), now);
  const rows = await trx
    .selectFrom('poll_members as m')
    .leftJoin('answers as a', (join) =>
      join.onRef('a.org', '=', 'm.org').onRef('a.day', '=', 'm.day').onRef('a.person', '=', 'm.person'),
    )
    .select(['m.person', 'm.here', 'a.style'])
    .where('m.org', '=', org)
    .where('m.team', '=', team)
    .where('m.day', '=', day)
    .orderBy('m.person')
    .limit(PORTION)
    .execute();
  const leaving = rows.flatMap(({ person, here, style }) =>
    style ? [{ person, team, day, here: here === 1, style }] : [],
  );
  await countLeaving(trx, org, leaving, false);
  const persons = rows.map(({ person }) => person);
  await trx
    .deleteFrom('poll_members')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('day', '=', day)
    .where('person', 'in', persons)
    .execute();
  return true;
}

type Dated = 'answers' | 'answer_history' | 'poll_members';

/** An organisation with a day that is too old, and its oldest day; null: there is none. */
async function oldestDay(trx: Trx, table: Dated, { day }: Cutoff): Promise<{ org: OrgId; day: Day } | null> {
  const rows = sql.table(table);
  const { rows: found } = await sql<{ org: OrgId; day: Day | null }>`
    select org, (select min(t.day) from ${rows} as t where t.org = o.org) as day
    from (select distinct org from teams) as o`.execute(trx);
  const old = found.find((one) => one.day !== null && one.day < day);
  return old?.day ? { org: old.org, day: old.day } : null;
}

async function sweepDated(trx: Trx, table: 'answers' | 'answer_history', before: Cutoff): Promise<boolean> {
  const oldest = await oldestDay(trx, table, before);
  if (!oldest) return false;
  const { org, day } = oldest;
  const key = table === 'answers' ? ['org', 'day', 'person'] : ['seq'];
  return deleted(trx, table, key, sql`org = ${org} and day = ${day}`);
}

/** Along the keys of each team, and of reminders, which belong to no team. */
async function sweepTasks(trx: Trx, { day }: Cutoff): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from tasks where (org, team, day, kind, subject) in (
      select t.org, t.team, t.day, t.kind, t.subject
      from (select org, id as team from teams union select org, '' from teams) as o
      cross join tasks as t
      where t.org = o.org and t.team = o.team and t.day < ${day} limit ${sql.lit(PORTION)})`.execute(trx);
  return numAffectedRows > 0n;
}

/** People on no roster who were not seen since; rows of old versions have been stamped before. */
async function departed(trx: Trx, { at }: Cutoff): Promise<Departed[]> {
  return departedRows(trx, at).limit(DEPARTED).execute();
}

function departedRows(trx: Trx, at: Millis) {
  return trx
    .selectFrom('people as p')
    .select(['p.org', 'p.id as person'])
    .where('p.seen_at', '<', at)
    .where('p.seen_at', '>', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('rosters as r')
            .select('r.person')
            .whereRef('r.org', '=', 'p.org')
            .whereRef('r.person', '=', 'p.id'),
        ),
      ),
    );
}

async function remove(trx: Trx, { org, person }: Departed, { at }: Cutoff): Promise<void> {
  const still = departedRows(trx, at).where('p.org', '=', org).where('p.id', '=', person);
  if (!(await still.executeTakeFirst())) return;
  await trx.deleteFrom('people').where('org', '=', org).where('id', '=', person).execute();
  for (const table of ['preferences', 'contacts', 'agreements', 'safety_contacts', 'statuses'] as const) {
    await trx.deleteFrom(table).where('org', '=', org).where('person', '=', person).execute();
  }
  await forgetFollows(trx, org, person);
  await forgetLinks(trx, org, person);
}

/** Deletes a portion of the rows that match, by their key. */
async function deleted(
  trx: Trx,
  table: keyof Schema,
  key: readonly string[],
  where: ReturnType<typeof sql>,
): Promise<boolean> {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where (${columns}) in (
      select ${columns} from ${sql.table(table)} where ${where} limit ${sql.lit(PORTION)})`.execute(trx);
  return numAffectedRows > 0n;
}
