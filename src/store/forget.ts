import type { Poll } from '../domain/answers/poll';
import type { OrgId, PersonId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import { TO_CONTACT } from '../ports/store/ledger';
import { endApiTokens } from './api-tokens';
import type { Backend } from './backend';
import { pastChanged } from './book-version';
import { keepForgotten } from './day-books';
import { ALL_DAYS, daysWith } from './days';
import { endFeeds } from './feeds';
import { forgetFollows } from './follows';
import { leaveMarks, markOf, markOfIdentity } from './forgotten';
import { countLeaving } from './leaving';
import { closeBook, sealBook } from './poll-books';
import { pollOf } from './rows';
import { forgetSafety } from './safety';
import type { Db, Trx } from './schema';
import { forgetInSurveys } from './surveys';
import { inTransaction } from './transaction';
import { endWebAccess } from './web-access';

interface Forgotten {
  org: OrgId;
  person: PersonId;
  now: Millis;
  /** Names the group of the person's marks: random. */
  group: string;
}

/**
 * Deletes a person's data. The counts of polls that are over are written down first, so that past tallies keep their
 * numbers; nothing of the answers behind them is kept.
 */
export async function forget({ db }: Pick<Backend, 'db'>, forgotten: Forgotten): Promise<void> {
  for (const { booked, poll } of await pastPolls(db, forgotten)) {
    // One short transaction each: years of large teams would keep votes waiting.
    if (booked === 0) await inTransaction(db, (trx) => closeBook(trx, poll, forgotten.now));
  }
  // Works on one snapshot, so that an answer given concurrently stays complete, with its history.
  await inTransaction(db, (trx) => forgetNow(trx, forgotten), 'repeatable read');
}

async function forgetNow(trx: Trx, forgotten: Forgotten): Promise<void> {
  const { org, person, now } = forgotten;
  await pastChanged(trx, org);
  const past = await pastPolls(trx, forgotten);
  for (const { poll } of past) await sealBook(trx, poll, now);
  for (const day of new Set(past.map(({ poll }) => poll.day))) await keepForgotten(trx, { org, day, person });
  await countInCampaigns(trx, forgotten);
  await leaveMarks(trx, org, forgotten.group, await marksOf(trx, org, person));
  for (const table of ['answers', 'poll_members', 'answer_history'] as const) {
    await deleteDays(trx, table, org, person);
  }
  for (const table of ['agreements', 'rosters', 'preferences', 'contacts', 'statuses'] as const) {
    await trx.deleteFrom(table).where('org', '=', org).where('person', '=', person).execute();
  }
  await trx.deleteFrom('people').where('org', '=', org).where('id', '=', person).execute();
  await forgetLinks(trx, org, person);
  await forgetFollows(trx, org, person);
  await forgetSafety(trx, org, person);
  await forgetInSurveys(trx, org, person);
  await endWebAccess(trx, { org, person });
  await endApiTokens(trx, { org, person });
  await endFeeds(trx, { org, person });
  await trx
    .deleteFrom('tasks')
    .where('org', '=', org)
    .where('kind', 'in', ['reminder', 'private-poll', 'snoozed'])
    .where('subject', '=', person)
    .execute();
  // Where a team's contact was written to, which may have been this person: it is not written to again.
  await trx
    .updateTable('tasks')
    .set({ post: null })
    .where('org', '=', org)
    .where('kind', 'in', TO_CONTACT)
    .where('post', 'is not', null)
    .execute();
}

/** The polls that list the person and are over. */
async function pastPolls(
  db: Db | Trx,
  { org, person, now }: Forgotten,
): Promise<{ booked: number; poll: Poll }[]> {
  const days = await daysWith(db, 'poll_members', org, ALL_DAYS);
  if (days.length === 0) return [];
  const rows = await listed(db, org, person, days).where('p.ends_at', '<=', now).selectAll('p').execute();
  return rows.map((row) => ({ booked: row.booked, poll: pollOf(row) }));
}

function listed(db: Db | Trx, org: OrgId, person: PersonId, days: readonly Day[]) {
  return db
    .selectFrom('poll_members as m')
    .crossJoin('polls as p')
    .whereRef('p.org', '=', 'm.org')
    .whereRef('p.team', '=', 'm.team')
    .whereRef('p.day', '=', 'm.day')
    .where('m.org', '=', org)
    .where('m.day', 'in', days)
    .where('m.person', '=', person);
}

/** A person who took part in a campaign goes on counting there, as a number alone. */
async function countInCampaigns(trx: Trx, { org, person, now }: Forgotten): Promise<void> {
  const days = await daysWith(trx, 'answers', org, ALL_DAYS);
  if (days.length === 0) return;
  const answers = await listed(trx, org, person, days)
    .innerJoin('answers as a', (join) =>
      join.onRef('a.org', '=', 'm.org').onRef('a.day', '=', 'm.day').onRef('a.person', '=', 'm.person'),
    )
    .where('p.ends_at', '<=', now)
    .select(['m.team', 'm.day', 'm.here', 'a.style'])
    .execute();
  const leaving = answers.map(({ team, day, here, style }) => {
    return { person, team, day, here: here === 1, style };
  });
  await countLeaving(trx, org, leaving, true);
}

/** The marks of all ids by which the person may come again. */
async function marksOf(trx: Trx, org: OrgId, person: PersonId): Promise<string[]> {
  const rows = await trx
    .selectFrom('identities as i')
    .innerJoin('links as l', (join) => join.onRef('l.org', '=', 'i.org').onRef('l.hash', '=', 'i.hash'))
    .where('i.org', '=', org)
    .where('i.person', '=', person)
    .select(['l.alias', 'i.hash'])
    .execute();
  return [
    markOf(org, person),
    ...rows.flatMap(({ alias, hash }) => [markOf(org, alias), markOfIdentity(org, hash)]),
  ];
}

/** Deletes the identity with the ids that share it. */
export async function forgetLinks(trx: Trx, org: OrgId, person: PersonId): Promise<void> {
  const hashes = await trx
    .deleteFrom('identities')
    .where('org', '=', org)
    .where('person', '=', person)
    .returning('hash')
    .execute();
  for (const { hash } of hashes) {
    await trx.deleteFrom('links').where('org', '=', org).where('hash', '=', hash).execute();
  }
}

type Dated = 'answers' | 'poll_members' | 'answer_history';

async function deleteDays(trx: Trx, table: Dated, org: OrgId, person: PersonId): Promise<void> {
  const days = await daysWith(trx, table, org, ALL_DAYS);
  if (days.length === 0) return;
  await trx
    .deleteFrom(table)
    .where('org', '=', org)
    .where('day', 'in', days)
    .where('person', '=', person)
    .execute();
}
