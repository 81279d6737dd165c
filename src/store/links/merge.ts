import type { OrgId, PersonId } from '../../domain/people/person';
import type { Day } from '../../domain/time/calendar';
import { endApiTokens } from '../api-tokens';
import { pastChanged } from '../book-version';
import { ALL_DAYS, daysWith } from '../days';
import { endFeeds } from '../feeds';
import { mergeFollows } from '../follows';
import { handOver } from '../hand-over';
import { mergeSafety } from '../safety';
import type { Trx } from '../schema';
import { mergeSurveys } from '../surveys';
import { endWebAccess } from '../web-access';
import { mergeAnswers } from './merge-answers';

/** Merges all data of `alias` into that of `person`: both are ids of one person. */
export async function merge(trx: Trx, org: OrgId, alias: PersonId, person: PersonId): Promise<void> {
  await pastChanged(trx, org);
  await mergeAnswers(trx, org, alias, person);
  for (const day of await daysWith(trx, 'poll_members', org, ALL_DAYS)) {
    await mergeMemberships(trx, org, day, alias, person);
  }
  for (const table of ['rosters', 'preferences', 'safety_contacts', 'survey_marks', 'statuses'] as const)
    await handOver(trx, table, { org, alias, person });
  await mergeFollows(trx, org, alias, person);
  await mergeAgreements(trx, org, alias, person);
  await mergeProfiles(trx, org, alias, person);
  await mergeReminders(trx, org, alias, person);
  await endWebAccess(trx, { org, person: alias });
  await endApiTokens(trx, { org, person: alias });
  await endFeeds(trx, { org, person: alias });
  await mergeSafety(trx, org, alias, person);
  await mergeSurveys(trx, org, alias, person);
  await trx
    .updateTable('contacts')
    .set({ person })
    .where('org', '=', org)
    .where('person', '=', alias)
    .execute();
}

/** A person scheduled under either id is scheduled, and what they agreed to under either stands. */
async function mergeMemberships(
  trx: Trx,
  org: OrgId,
  day: Day,
  alias: PersonId,
  person: PersonId,
): Promise<void> {
  const rows = await trx
    .deleteFrom('poll_members')
    .where('org', '=', org)
    .where('day', '=', day)
    .where('person', '=', alias)
    .returningAll()
    .execute();
  for (const row of rows) {
    await trx
      .insertInto('poll_members')
      .values({ ...row, person })
      .onConflict((conflict) =>
        row.scheduled === 1 || row.here === 1
          ? conflict.columns(['org', 'team', 'day', 'person']).doUpdateSet({
              ...(row.scheduled === 1 && { scheduled: 1 }),
              ...(row.here === 1 && { here: 1 }),
            })
          : conflict.doNothing(),
      )
      .execute();
  }
}

/** What was agreed to under either id is agreed to. */
async function mergeAgreements(trx: Trx, org: OrgId, alias: PersonId, person: PersonId): Promise<void> {
  const rows = await trx
    .deleteFrom('agreements')
    .where('org', '=', org)
    .where('person', '=', alias)
    .returningAll()
    .execute();
  for (const row of rows) {
    await trx
      .insertInto('agreements')
      .values({ ...row, person })
      .onConflict((conflict) =>
        conflict
          .columns(['org', 'team', 'person'])
          .doUpdateSet({ level: row.level })
          .where('agreements.level', '<', row.level),
      )
      .execute();
  }
}

async function mergeProfiles(trx: Trx, org: OrgId, alias: PersonId, person: PersonId): Promise<void> {
  const [row] = await trx
    .deleteFrom('people')
    .where('org', '=', org)
    .where('id', '=', alias)
    .returningAll()
    .execute();
  if (!row) return;
  await trx
    .insertInto('people')
    .values({ ...row, id: person })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One reminder and one private question a day: what is finished under either id is finished. */
async function mergeReminders(trx: Trx, org: OrgId, alias: PersonId, person: PersonId): Promise<void> {
  const rows = await trx
    .deleteFrom('tasks')
    .where('org', '=', org)
    .where('team', '=', '')
    .where('kind', 'in', ['reminder', 'private-poll'])
    .where('subject', '=', alias)
    .returningAll()
    .execute();
  for (const { team, day, kind, state, attempt, again, free_at, post, reason, updated_at } of rows) {
    const rest = { state, attempt, again, free_at, post, reason, updated_at };
    const done = rest.state !== 'claimed' && rest.state !== 'waiting';
    await trx
      .insertInto('tasks')
      .values({ org, team, day, kind, subject: person, ...rest })
      .onConflict((conflict) =>
        done
          ? conflict
              .columns(['org', 'team', 'day', 'kind', 'subject'])
              .doUpdateSet(rest)
              .where('tasks.state', 'in', ['claimed', 'waiting'])
          : conflict.doNothing(),
      )
      .execute();
  }
}
