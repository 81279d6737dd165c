import type { ContactStore } from '../ports/store/contacts';
import type { Backend } from './backend';
import { forgottenAmong } from './forgotten';

export function createContacts({ db }: Pick<Backend, 'db'>): ContactStore {
  return {
    async get(org, team) {
      const row = await db
        .selectFrom('contacts')
        .select('person')
        .where('org', '=', org)
        .where('team', '=', team)
        .executeTakeFirst();
      return row?.person ?? null;
    },
    async current(org, team) {
      const row = await db
        .selectFrom('contacts')
        .select(['person', 'since'])
        .where('org', '=', org)
        .where('team', '=', team)
        .executeTakeFirst();
      return row ?? null;
    },
    async set(org, team, person, since) {
      await db
        .insertInto('contacts')
        .values({ org, team, person, since })
        .onConflict((conflict) =>
          conflict
            .columns(['org', 'team'])
            .doUpdateSet({ person, since })
            .where('contacts.person', '!=', person),
        )
        .execute();
    },
    async suggest(org, team, person, since) {
      if ((await forgottenAmong(db, org, [person])).has(person)) return false;
      const made = await db
        .insertInto('contacts')
        .values({ org, team, person, since })
        .onConflict((conflict) => conflict.columns(['org', 'team']).doNothing())
        .executeTakeFirst();
      return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
