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
    async set(org, team, person) {
      await db
        .insertInto('contacts')
        .values({ org, team, person })
        .onConflict((conflict) => conflict.columns(['org', 'team']).doUpdateSet({ person }))
        .execute();
    },
    async suggest(org, team, person) {
      if ((await forgottenAmong(db, org, [person])).has(person)) return;
      await db
        .insertInto('contacts')
        .values({ org, team, person })
        .onConflict((conflict) => conflict.columns(['org', 'team']).doNothing())
        .execute();
    },
  };
}
