import { sql } from 'kysely';
import type { OrgId } from '../../domain/people/person';
import { endApiTokens } from '../api-tokens';
import { pastChanged } from '../book-version';
import { adoptDays } from '../day-books';
import { endFeeds } from '../feeds';
import { adoptPeople } from '../leaving';
import type { Schema, Trx } from '../schema';
import { adoptSurveys } from '../surveys';
import { endWebAccess } from '../web-access';

interface Adoption {
  from: OrgId;
  into: OrgId;
  /** Put before every address and person id, so that none collides with one that is already there. */
  prefix: string;
}

/** The column of each table that holds an address or a person id; nulls stay null. */
const ADDRESSED = {
  teams: 'place',
  people: 'id',
  preferences: 'person',
  rosters: 'person',
  answers: 'person',
  answer_history: 'person',
  poll_members: 'person',
  contacts: 'person',
  audit: 'person',
  agreements: 'person',
  safety_answers: 'person',
  safety_contacts: 'person',
  statuses: 'person',
  follows: 'person',
  tasks: 'post',
} as const satisfies Partial<Record<keyof Schema, string>>;

/** Tables without an address; ids of teams are unique over all organisations. */
const MOVED = ['channel_failures', 'binding_codes', 'forgotten', 'poll_books'] as const;

/** Messages to single persons, whose tasks begin with the person's id. */
const TO_PERSONS = [
  ...(['reminder', 'follow-up-reminder', 'private-poll', 'snoozed'] as const),
  ...(['safety-call', 'safety-list', 'survey-question'] as const),
];

const POLL = [
  ...(['team', 'day', 'zone', 'window_from', 'window_until', 'opens_at', 'closes_at', 'ends_at'] as const),
  ...(['remind_at', 'remind_now_at', 'campaign', 'core', 'drill', 'names'] as const),
  ...(['opened_at', 'away_since', 'round', 'emergency', 'peak_until', 'booked', 'safety_since'] as const),
];

/**
 * Moves all data of an organisation into another one, and resolves with the number of teams moved, which may be 0. A
 * campaign that exists in both stays as it is in the target.
 */
export async function adopt(trx: Trx, { from, into, prefix }: Adoption): Promise<number> {
  const { length } = await trx.selectFrom('teams').select('id').where('org', '=', from).execute();
  await moveKept(trx, from, into);
  await endWebAccess(trx, { org: from, person: null });
  await endApiTokens(trx, { org: from, person: null });
  await endFeeds(trx, { org: from, person: null });
  await movePublications(trx, from, into);
  await moveRollUps(trx, from, into);
  await adoptDays(trx, from, into);
  await adoptPeople(trx, from, into);
  await copyPolls(trx, from, into);
  await adoptSurveys(trx, from, into, prefix);
  await trx
    .updateTable('tasks')
    .set({ subject: sql<string>`${prefix} || subject` })
    .where('org', '=', from)
    .where('kind', 'in', TO_PERSONS)
    .execute();
  await trx
    .updateTable('teams')
    .set({ also_at: sql<string>`${prefix} || also_at` })
    .where('org', '=', from)
    .execute();
  await trx
    .updateTable('follows')
    .set({ followed: sql<string>`${prefix} || followed` })
    .where('org', '=', from)
    .execute();
  for (const [table, name] of Object.entries(ADDRESSED)) {
    const column = sql.ref(name);
    await sql`
      update ${sql.table(table)} set org = ${into}, ${column} = ${prefix} || ${column} where org = ${from}
    `.execute(trx);
  }
  for (const table of MOVED) {
    await trx.updateTable(table).set({ org: into }).where('org', '=', from).execute();
  }
  await pastChanged(trx, into);
  await trx.deleteFrom('book_versions').where('org', '=', from).execute();
  await trx.deleteFrom('polls').where('org', '=', from).execute();
  // Without their edits, all moved polls are edited again.
  await trx.deleteFrom('edits').where('org', '=', from).execute();
  await trx.deleteFrom('links').where('org', '=', from).execute();
  await trx.deleteFrom('identities').where('org', '=', from).execute();
  return length;
}

/** As with publications, a day that either has told stays as it was. */
async function moveRollUps(trx: Trx, from: OrgId, into: OrgId): Promise<void> {
  const told = await trx.selectFrom('roll_ups').select('day').where('org', '=', into).execute();
  const known = new Set(told.map(({ day }) => day));
  const rows = await trx.deleteFrom('roll_ups').where('org', '=', from).returningAll().execute();
  for (const row of rows.filter(({ day }) => !known.has(day)))
    await trx
      .insertInto('roll_ups')
      .values({ ...row, org: into })
      .execute();
}

/** Tables whose rows of the target stay where both have one of the same key. */
const KEPT_BY_TARGET = ['calendars', 'campaigns', 'structures', 'effects', 'activity'] as const;

async function moveKept(trx: Trx, from: OrgId, into: OrgId): Promise<void> {
  for (const table of KEPT_BY_TARGET) {
    const rows = await trx.deleteFrom(table).where('org', '=', from).returningAll().execute();
    for (const row of rows) {
      await trx
        .insertInto(table)
        .values({ ...row, org: into })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }
}

/**
 * A day that either has published stays as it was published: a figure of both together would tell of the other, by the
 * difference.
 */
async function movePublications(trx: Trx, from: OrgId, into: OrgId): Promise<void> {
  const published = await trx.selectFrom('published_days').select('day').where('org', '=', into).execute();
  const known = new Set(published.map(({ day }) => day));
  const days = await trx.deleteFrom('published_days').where('org', '=', from).returningAll().execute();
  for (const row of days.filter(({ day }) => !known.has(day)))
    await trx
      .insertInto('published_days')
      .values({ ...row, org: into })
      .execute();
  const reports = await trx
    .deleteFrom('published_campaigns')
    .where('org', '=', from)
    .returningAll()
    .execute();
  for (const row of reports) {
    await trx
      .insertInto('published_campaigns')
      .values({ ...row, org: into })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Copies, because the members still refer to the old polls. */
async function copyPolls(trx: Trx, from: OrgId, into: OrgId): Promise<void> {
  await trx
    .insertInto('polls')
    .columns(['org', ...POLL])
    .expression(({ selectFrom }) =>
      selectFrom('polls')
        .select(sql<string>`cast(${into} as text)`.as('org'))
        .select(POLL)
        .where('org', '=', from),
    )
    .execute();
}
