import { sql } from 'kysely';
import type { OrgId, PersonId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import type { WebAccessStore } from '../ports/store/web-access';
import type { Backend } from './backend';
import { hashOf } from './hash';
import type { Trx } from './schema';
import { inTransaction } from './transaction';

export function createWebAccess({ db, now }: Pick<Backend, 'db' | 'now'>): WebAccessStore {
  const after = (lifeMs: Millis) => sql<Millis>`${now()} + ${lifeMs}`;
  return {
    offer: (code, { org, person }, lifeMs) =>
      inTransaction(db, async (trx) => {
        // Few are offered: the expired ones go when the next one comes.
        await trx.deleteFrom('web_links').where('until', '<=', now()).execute();
        await trx.deleteFrom('web_links').where('org', '=', org).where('person', '=', person).execute();
        await trx
          .insertInto('web_links')
          .values({ hash: hashOf(code), org, person, until: after(lifeMs) })
          .execute();
      }),
    async offered(code) {
      const row = await db
        .selectFrom('web_links')
        .select(['org', 'person'])
        .where('hash', '=', hashOf(code))
        .where('until', '>', now())
        .executeTakeFirst();
      return row ?? null;
    },
    enter: (code, token, lifeMs) =>
      inTransaction(db, async (trx) => {
        const used = await trx
          .deleteFrom('web_links')
          .where('hash', '=', hashOf(code))
          .where('until', '>', now())
          .returning(['org', 'person'])
          .executeTakeFirst();
        if (!used) return null;
        await trx.deleteFrom('web_sessions').where('until', '<=', now()).execute();
        await trx
          .insertInto('web_sessions')
          .values({ hash: hashOf(token), ...used, until: after(lifeMs) })
          .execute();
        return used;
      }),
    async session(token) {
      const row = await db
        .selectFrom('web_sessions')
        .select(['org', 'person'])
        .where('hash', '=', hashOf(token))
        .where('until', '>', now())
        .executeTakeFirst();
      return row ?? null;
    },
    async end(token) {
      await db.deleteFrom('web_sessions').where('hash', '=', hashOf(token)).execute();
    },
    endAll: (of) => inTransaction(db, (trx) => endWebAccess(trx, of)),
  };
}

/** Ends the links and sessions of a person, or of everybody in the organisation; returns how many sessions. */
export async function endWebAccess(
  trx: Trx,
  { org, person }: { org: OrgId; person: PersonId | null },
): Promise<number> {
  const ended = async (table: 'web_links' | 'web_sessions') => {
    const { numDeletedRows } = await trx
      .deleteFrom(table)
      .where('org', '=', org)
      .$if(person !== null, (query) => query.where('person', '=', person ?? ''))
      .executeTakeFirst();
    return Number(numDeletedRows);
  };
  await ended('web_links');
  return ended('web_sessions');
}
