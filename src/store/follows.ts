import type { OrgId, PersonId } from '../domain/people/person';
import type { FollowStore } from '../ports/store/follows';
import type { Backend } from './backend';
import type { Trx } from './schema';

export function createFollows({ db }: Backend): FollowStore {
  return {
    async of(org, person) {
      const rows = await db
        .selectFrom('follows')
        .select('followed')
        .where('org', '=', org)
        .where('person', '=', person)
        .orderBy('followed')
        .execute();
      return rows.map(({ followed }) => followed);
    },
    async add(org, person, followed) {
      await db
        .insertInto('follows')
        .values({ org, person, followed })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async remove(org, person, followed) {
      if (followed.length === 0) return;
      await db
        .deleteFrom('follows')
        .where('org', '=', org)
        .where('person', '=', person)
        .where('followed', 'in', [...followed])
        .execute();
    },
  };
}

/** Whom the person follows, and who follows them. */
export async function forgetFollows(trx: Trx, org: OrgId, person: PersonId): Promise<void> {
  await trx
    .deleteFrom('follows')
    .where('org', '=', org)
    .where((eb) => eb.or([eb('person', '=', person), eb('followed', '=', person)]))
    .execute();
}

/** Both are ids of one person, who does not follow themselves. */
export async function mergeFollows(trx: Trx, org: OrgId, alias: PersonId, person: PersonId): Promise<void> {
  const of = (row: { person: PersonId; followed: PersonId }) => ({
    org,
    person: row.person === alias ? person : row.person,
    followed: row.followed === alias ? person : row.followed,
  });
  const rows = await trx
    .deleteFrom('follows')
    .where('org', '=', org)
    .where((eb) => eb.or([eb('person', '=', alias), eb('followed', '=', alias)]))
    .returningAll()
    .execute();
  for (const row of rows.map(of).filter((one) => one.person !== one.followed)) {
    await trx
      .insertInto('follows')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
