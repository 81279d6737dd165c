import type { Millis } from '../domain/time/calendar';
import type { ContactStore } from '../ports/store/contacts';
import type { Backend } from './backend';
import { forgottenAmong } from './forgotten';

export function createContacts({ db }: Pick<Backend, 'db'>, clock: () => Millis): ContactStore {
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
    async set(org, team, person) {
      const since = clock();
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
    async suggest(org, team, person) {
      if ((await forgottenAmong(db, org, [person])).has(person)) return;
      await db
        .insertInto('contacts')
        .values({ org, team, person, since: clock() })
        .onConflict((conflict) => conflict.columns(['org', 'team']).doNothing())
        .execute();
    },
  };
}
