import { sql } from 'kysely';
import type { OrgId } from '../domain/people/person';
import type { OwnedData, RowCounts } from '../ports/store/erasure';
import type { Backend } from './backend';
import { ALL_DAYS, daysWith } from './days';
import type { Schema, Trx } from './schema';
import { inTransaction } from './transaction';

/** Tables whose rows belong to an organisation: the compiler reports one that is missing here. */
type Owned = { [T in keyof Schema]: Schema[T] extends { org: OrgId | null } ? T : never }[keyof Schema];
const OWNED = {
  teams: true,
  calendars: true,
  structures: true,
  roll_ups: true,
  people: true,
  preferences: true,
  rosters: true,
  campaigns: true,
  answers: true,
  answer_history: true,
  polls: true,
  poll_members: true,
  agreements: true,
  tasks: true,
  edits: true,
  identities: true,
  links: true,
  contacts: true,
  channel_failures: true,
  binding_codes: true,
  web_links: true,
  web_sessions: true,
  api_tokens: true,
  api_writes: true,
  feeds: true,
  published_days: true,
  published_campaigns: true,
  forgotten: true,
  poll_books: true,
  day_books: true,
  campaign_people: true,
  book_versions: true,
  audit: true,
  effects: true,
  activity: true,
  memories: true,
  safety_answers: true,
  safety_contacts: true,
  surveys: true,
  survey_counts: true,
  survey_marks: true,
  statuses: true,
  follows: true,
} satisfies Record<Owned, true>;

/** Large tables, with one statement per day, so that none takes long. */
const DAILY = ['answers', 'answer_history', 'poll_members'] as const;
const WHOLE = (Object.keys(OWNED) as Owned[]).filter((table) => !DAILY.some((daily) => daily === table));

type Found = (trx: Trx, rows: Rows) => Promise<number>;

/** Some rows of a table. */
interface Rows {
  table: keyof Schema;
  where: ReturnType<typeof sql<boolean>>;
}

/** Erases all data of one organisation, or only counts it, in one transaction. */
export async function eraseOrg(
  { db }: Pick<Backend, 'db'>,
  org: OrgId,
  owned: OwnedData,
  what: 'erase' | 'count',
): Promise<RowCounts> {
  const found = what === 'erase' ? erase : count;
  return inTransaction(db, async (trx) => {
    const counts: RowCounts = {};
    for (const rows of await rowsOf(trx, org, owned)) {
      counts[rows.table] = (counts[rows.table] ?? 0) + (await found(trx, rows));
    }
    return counts;
  });
}

async function rowsOf(trx: Trx, org: OrgId, { parts, lanes }: OwnedData): Promise<Rows[]> {
  const ofOrg = sql<boolean>`org in (${sql.join([org, ...parts])})`;
  const days = await Promise.all(
    DAILY.map(async (table) => {
      const all = await daysWith(trx, table, org, ALL_DAYS);
      return all.map((day): Rows => ({ table, where: sql`org = ${org} and day = ${day}` }));
    }),
  );
  return [
    ...days.flat(),
    ...WHOLE.map((table): Rows => ({ table, where: ofOrg })),
    ...lanes.map(({ key, all }): Rows => ({ table: 'lanes', where: named('name', key, all) })),
  ];
}

/** Matches the key, or every key that begins with it. */
function named(column: string, key: string, all: boolean) {
  const name = sql.ref(column);
  return all
    ? sql<boolean>`${name} >= ${key} and ${name} < ${`${key}\u{10ffff}`}`
    : sql<boolean>`${name} = ${key}`;
}

const erase: Found = async (trx, { table, where }) => {
  const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where ${where}`.execute(trx);
  return Number(numAffectedRows);
};

const count: Found = async (trx, { table, where }) => {
  const counted = sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)} where ${where}`;
  const { rows } = await counted.execute(trx);
  return Number(rows[0]?.rows ?? 0);
};
