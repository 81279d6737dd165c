import type { OrgId, PersonId } from '../../domain/people/person';
import type { Day } from '../../domain/time/calendar';
import { ALL_DAYS, daysWith } from '../days';
import type { AnswerTable, Trx } from '../schema';

/**
 * Merges answers and histories of two ids of one person. For each day the last answer counts, an answer taken back
 * included; an answer from a default week counts only in the absence of others.
 */
export async function mergeAnswers(trx: Trx, org: OrgId, alias: PersonId, person: PersonId): Promise<void> {
  const days = new Set([
    ...(await daysWith(trx, 'answers', org, ALL_DAYS)),
    ...(await daysWith(trx, 'answer_history', org, ALL_DAYS)),
  ]);
  for (const day of days) await mergeDay(trx, { org, day }, alias, person);
}

interface Of {
  org: OrgId;
  day: Day;
}

async function mergeDay(trx: Trx, of: Of, alias: PersonId, person: PersonId): Promise<void> {
  const given = await trx
    .deleteFrom('answers')
    .where('org', '=', of.org)
    .where('day', '=', of.day)
    .where('person', '=', alias)
    .returningAll()
    .executeTakeFirst();
  const winner = await lastSpeaker(trx, of, [alias, person]);
  await trx
    .updateTable('answer_history')
    .set({ person })
    .where('org', '=', of.org)
    .where('day', '=', of.day)
    .where('person', '=', alias)
    .execute();
  if (winner === alias) await replace(trx, of, person, given);
  else if (given) await keepFirst(trx, of, person, given);
}

/** The id with the last entry for the day; entries of default weeks count only in the absence of others. */
async function lastSpeaker(trx: Trx, { org, day }: Of, ids: PersonId[]): Promise<PersonId | null> {
  const entries = await trx
    .selectFrom('answer_history')
    .select(['person', 'source'])
    .where('org', '=', org)
    .where('day', '=', day)
    .where('person', 'in', ids)
    .orderBy('seq')
    .execute();
  const said = entries.filter(({ source }) => source !== 'default-week');
  return (said.at(-1) ?? entries.at(-1))?.person ?? null;
}

/** Replaces the person's answer; `given` undefined: the last entry took the answer back. */
async function replace(trx: Trx, of: Of, person: PersonId, given: AnswerTable | undefined): Promise<void> {
  const own = await trx
    .deleteFrom('answers')
    .where('org', '=', of.org)
    .where('day', '=', of.day)
    .where('person', '=', person)
    .returning('first_at')
    .executeTakeFirst();
  if (!given) return;
  const first_at = Math.min(given.first_at, own?.first_at ?? given.first_at);
  await trx
    .insertInto('answers')
    .values({ ...given, person, first_at })
    .execute();
}

async function keepFirst(trx: Trx, of: Of, person: PersonId, given: AnswerTable): Promise<void> {
  await trx
    .updateTable('answers')
    .set({ first_at: given.first_at })
    .where('org', '=', of.org)
    .where('day', '=', of.day)
    .where('person', '=', person)
    .where('first_at', '>', given.first_at)
    .execute();
}
