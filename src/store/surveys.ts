import { sql } from 'kysely';
import type { OrgId, PersonId } from '../domain/people/person';
import type { SurveyStore } from '../ports/store/surveys';
import type { Backend } from './backend';
import { forgottenAmong } from './forgotten';
import type { Trx } from './schema';
import { inTransaction } from './transaction';

export function createSurveys({ db, lock }: Pick<Backend, 'db' | 'lock'>): SurveyStore {
  return {
    async chosen(org) {
      const row = await db.selectFrom('surveys').selectAll().where('org', '=', org).executeTakeFirst();
      if (!row) return null;
      const { preset, moment, team, since, person } = row;
      return { preset, moment, team, since, person };
    },
    choose: (org, survey) =>
      inTransaction(db, async (trx) => {
        await trx.deleteFrom('surveys').where('org', '=', org).execute();
        if (survey)
          await trx
            .insertInto('surveys')
            .values({ org, ...survey })
            .execute();
      }),
    count: (tap) =>
      inTransaction(db, async (trx) => {
        await lock(trx, `survey ${tap.org} ${tap.day} ${tap.item}`);
        return count(trx, tap);
      }),
    async answered(org, day, person) {
      const rows = await db
        .selectFrom('survey_marks')
        .select('item')
        .where('org', '=', org)
        .where('day', '=', day)
        .where('person', '=', person)
        .execute();
      return rows.map(({ item }) => item);
    },
    async days(org) {
      const rows = await db
        .selectFrom('survey_counts')
        .select('day')
        .distinct()
        .where('org', '=', org)
        .orderBy('day', 'desc')
        .execute();
      return rows.map(({ day }) => day);
    },
    async counts(org, day) {
      const rows = await db
        .selectFrom('survey_counts')
        .select(['item', 'choice', 'people'])
        .where('org', '=', org)
        .where('day', '=', day)
        .execute();
      const counts: Record<string, Record<string, number>> = {};
      for (const { item, choice, people } of rows) counts[item] = { ...counts[item], [choice]: people };
      return counts;
    },
    async close(org, day) {
      await db.deleteFrom('survey_marks').where('org', '=', org).where('day', '=', day).execute();
    },
  };
}

/**
 * Writes every counter of the question, not the chosen one alone: otherwise the database's own marks of which rows were
 * written together would tell what the last person chose.
 */
async function count(
  trx: Trx,
  { org, day, person, item, option, options }: Parameters<SurveyStore['count']>[0],
): Promise<boolean> {
  if ((await forgottenAmong(trx, org, [person])).has(person)) return false;
  const mark = await trx
    .insertInto('survey_marks')
    .values({ org, day, item, person })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!mark.numInsertedOrUpdatedRows) return false;
  for (const choice of options) {
    const people = choice === option ? 1 : 0;
    await trx
      .insertInto('survey_counts')
      .values({ org, day, item, choice, people })
      .onConflict((conflict) =>
        conflict
          .columns(['org', 'day', 'item', 'choice'])
          .doUpdateSet({ people: sql<number>`survey_counts.people + ${people}` }),
      )
      .execute();
  }
  return true;
}

/** What they chose is not known any more: only that they answered goes, and them as the one who chose the survey. */
export async function forgetInSurveys(trx: Trx, org: OrgId, person: PersonId): Promise<void> {
  await trx.deleteFrom('survey_marks').where('org', '=', org).where('person', '=', person).execute();
  await trx
    .updateTable('surveys')
    .set({ person: null })
    .where('org', '=', org)
    .where('person', '=', person)
    .execute();
  await trx
    .deleteFrom('tasks')
    .where('org', '=', org)
    .where('kind', '=', 'survey-question')
    .where('subject', '=', person)
    .execute();
}

/** Both are ids of one person. */
export async function mergeSurveys(trx: Trx, org: OrgId, alias: PersonId, person: PersonId): Promise<void> {
  await trx
    .updateTable('surveys')
    .set({ person })
    .where('org', '=', org)
    .where('person', '=', alias)
    .execute();
}

/** The organisation becomes part of another, whose own choice stays; counts are added up. */
export async function adoptSurveys(trx: Trx, from: OrgId, into: OrgId, prefix: string): Promise<void> {
  await trx.deleteFrom('surveys').where('org', '=', from).execute();
  const marks = await trx.deleteFrom('survey_marks').where('org', '=', from).returningAll().execute();
  for (const row of marks) {
    await trx
      .insertInto('survey_marks')
      .values({ ...row, org: into, person: prefix + row.person })
      .execute();
  }
  const counts = await trx.deleteFrom('survey_counts').where('org', '=', from).returningAll().execute();
  for (const row of counts) {
    await trx
      .insertInto('survey_counts')
      .values({ ...row, org: into })
      .onConflict((conflict) =>
        conflict
          .columns(['org', 'day', 'item', 'choice'])
          .doUpdateSet({ people: sql<number>`survey_counts.people + ${row.people}` }),
      )
      .execute();
  }
}
