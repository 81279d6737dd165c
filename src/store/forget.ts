import type { OrgId, PersonId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import { ALL_DAYS, daysWith } from './days';
import type { Trx } from './schema';

interface Forgotten {
  org: OrgId;
  person: PersonId;
  today: Day;
  /** Replaces the person in past answers: random, and the same in all of them. */
  pseudonym: PersonId;
}

/** Deletes a person's data; past tallies keep their numbers. */
export async function forget(trx: Trx, forgotten: Forgotten): Promise<void> {
  const { org, person } = forgotten;
  await forgetDays(trx, 'answers', forgotten);
  await forgetDays(trx, 'poll_members', forgotten);
  await deleteDays(trx, 'answer_history', forgotten, await daysWith(trx, 'answer_history', org, ALL_DAYS));
  await trx.deleteFrom('rosters').where('org', '=', org).where('person', '=', person).execute();
  await trx.deleteFrom('preferences').where('org', '=', org).where('person', '=', person).execute();
  await trx.deleteFrom('people').where('org', '=', org).where('id', '=', person).execute();
  await trx.deleteFrom('contacts').where('org', '=', org).where('person', '=', person).execute();
  await forgetLinks(trx, forgotten);
  await trx
    .deleteFrom('tasks')
    .where('org', '=', org)
    .where('kind', '=', 'reminder')
    .where('subject', '=', person)
    .execute();
}

/** Deletes the identity with the ids that share it. */
async function forgetLinks(trx: Trx, { org, person }: Forgotten): Promise<void> {
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

/** Deletes the person's rows from today on, and gives earlier ones the pseudonym. */
async function forgetDays(trx: Trx, table: 'answers' | 'poll_members', forgotten: Forgotten): Promise<void> {
  const { org, person, today, pseudonym } = forgotten;
  const days = await daysWith(trx, table, org, ALL_DAYS);
  const coming = days.filter((day) => day >= today);
  const past = days.filter((day) => day < today);
  await deleteDays(trx, table, forgotten, coming);
  if (past.length === 0) return;
  await trx
    .updateTable(table)
    .set({ person: pseudonym })
    .where('org', '=', org)
    .where('day', 'in', past)
    .where('person', '=', person)
    .execute();
}

async function deleteDays(trx: Trx, table: Dated, { org, person }: Forgotten, days: readonly Day[]) {
  if (days.length === 0) return;
  await trx
    .deleteFrom(table)
    .where('org', '=', org)
    .where('day', 'in', days)
    .where('person', '=', person)
    .execute();
}
