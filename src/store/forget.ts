import type { Poll } from '../domain/answers/poll';
import { isTelework, WORK_STYLES } from '../domain/answers/work-style';
import type { OrgId, PersonId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { Backend } from './backend';
import { campaignDays, closeBook, countPeople } from './books';
import { ALL_DAYS, daysWith } from './days';
import { leaveMarks, markOf, markOfIdentity } from './forgotten';
import { pollOf } from './rows';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';

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
  for (const poll of await pastPolls(db, forgotten)) {
    // One short transaction each: years of large teams would keep votes waiting.
    await inTransaction(db, (trx) => closeBook(trx, poll));
  }
  // Works on one snapshot, so that an answer given concurrently stays complete, with its history.
  await inTransaction(db, (trx) => forgetNow(trx, forgotten), 'repeatable read');
}

async function forgetNow(trx: Trx, forgotten: Forgotten): Promise<void> {
  const { org, person } = forgotten;
  for (const poll of await pastPolls(trx, forgotten)) await closeBook(trx, poll);
  await countInCampaigns(trx, forgotten);
  await leaveMarks(trx, org, forgotten.group, await marksOf(trx, org, person));
  for (const table of ['answers', 'poll_members', 'answer_history'] as const) {
    await deleteDays(trx, table, org, person);
  }
  for (const table of ['agreements', 'rosters', 'preferences', 'contacts'] as const) {
    await trx.deleteFrom(table).where('org', '=', org).where('person', '=', person).execute();
  }
  await trx.deleteFrom('people').where('org', '=', org).where('id', '=', person).execute();
  await forgetLinks(trx, org, person);
  await trx
    .deleteFrom('tasks')
    .where('org', '=', org)
    .where('kind', '=', 'reminder')
    .where('subject', '=', person)
    .execute();
  // Where a team's contact was written to, which may have been this person: it is not written to again.
  await trx
    .updateTable('tasks')
    .set({ post: null })
    .where('org', '=', org)
    .where('kind', 'in', ['trouble', 'sharing'])
    .where('post', 'is not', null)
    .execute();
}

/** The polls that list the person, are over, and have no book yet. */
async function pastPolls(db: Db | Trx, { org, person, now }: Forgotten): Promise<Poll[]> {
  const days = await daysWith(db, 'poll_members', org, ALL_DAYS);
  if (days.length === 0) return [];
  const rows = await listed(db, org, person, days)
    .where('p.ends_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('books as b')
            .select('b.day')
            .whereRef('b.org', '=', 'p.org')
            .whereRef('b.team', '=', 'p.team')
            .whereRef('b.day', '=', 'p.day'),
        ),
      ),
    )
    .selectAll('p')
    .execute();
  return rows.map(pollOf);
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

/** A person who teleworked in a campaign goes on counting there, as a number alone. */
async function countInCampaigns(trx: Trx, { org, person, now }: Forgotten): Promise<void> {
  const days = await daysWith(trx, 'answers', org, ALL_DAYS);
  if (days.length === 0) return;
  const teleworked = await listed(trx, org, person, days)
    .innerJoin('answers as a', (join) =>
      join.onRef('a.org', '=', 'm.org').onRef('a.day', '=', 'm.day').onRef('a.person', '=', 'm.person'),
    )
    .where('p.ends_at', '<=', now)
    .where('m.here', '=', 1)
    .where('a.style', 'in', WORK_STYLES.filter(isTelework))
    .select(['m.team', 'm.day'])
    .execute();
  for (const { id, days: own } of await campaignDays(trx, org)) {
    const teams = new Set(teleworked.filter(({ day }) => own.has(day)).map(({ team }) => team));
    for (const team of teams) await countPeople(trx, org, team, id, 1);
  }
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
