import { sql } from 'kysely';
import type { Visibility } from '../domain/answers/visibility';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Agreement, AgreementStore } from '../ports/store/agreements';
import type { Backend } from './backend';
import { levelOf } from './rows';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';

export function createAgreements({ db }: Pick<Backend, 'db'>): AgreementStore {
  return {
    add: (agreement) => inTransaction(db, (trx) => add(trx, agreement)),
    async of(org, person) {
      const rows = await db
        .selectFrom('agreements')
        .select(['team', 'level'])
        .where('org', '=', org)
        .where('person', '=', person)
        .execute();
      return new Map(rows.map(({ team, level }) => [team, level === levelOf('names') ? 'names' : 'counts']));
    },
    within: (org, team, shows) => within(db, org, team, shows),
  };
}

export async function within(
  db: Db | Trx,
  org: OrgId,
  team: TeamId,
  shows: Visibility,
): Promise<ReadonlySet<PersonId>> {
  const rows = await db
    .selectFrom('agreements')
    .select('person')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('level', '>=', levelOf(shows))
    .execute();
  return new Set(rows.map(({ person }) => person));
}

async function add(trx: Trx, { org, team, person, agrees, day }: Agreement): Promise<void> {
  const level = levelOf(agrees);
  await trx
    .insertInto('agreements')
    .values({ org, team, person, level })
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'team', 'person'])
        .doUpdateSet({ level })
        .where('agreements.level', '<', level),
    )
    .execute();
  if (day === null) return;
  // A person who joins a poll is not scheduled: they count while they have an answer.
  await trx
    .insertInto('poll_members')
    .columns(['org', 'team', 'day', 'person', 'scheduled', 'here'])
    .expression(({ selectFrom, val, lit, cast }) =>
      selectFrom('polls')
        .select(['org', 'team', 'day'])
        .select([cast<string>(val(person), 'text').as('person'), lit(0).as('scheduled'), lit(1).as('here')])
        .where('org', '=', org)
        .where('team', '=', team)
        .where('day', '=', day)
        .where(sql<boolean>`names < ${level}`),
    )
    .onConflict((conflict) => conflict.columns(['org', 'team', 'day', 'person']).doUpdateSet({ here: 1 }))
    .execute();
}
