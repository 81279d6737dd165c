import { sql } from 'kysely';
import type { OrgId, PersonId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import type { Feed, FeedStore } from '../ports/store/feeds';
import type { Backend } from './backend';
import { hashOf } from './hash';
import type { Trx } from './schema';
import { inTransaction } from './transaction';

/** The column of the team for a person's own days. */
const OWN = '';

export function createFeeds({ db, now }: Pick<Backend, 'db' | 'now'>): FeedStore {
  const end = (trx: Trx, { org, person, team }: Omit<Feed, 'madeAt'>) =>
    trx
      .deleteFrom('feeds')
      .where('org', '=', org)
      .where('person', '=', person)
      .where('team', '=', team ?? OWN)
      .execute();
  return {
    offer: (secret, feed) =>
      inTransaction(db, async (trx) => {
        await end(trx, feed);
        const { org, person, team } = feed;
        await trx
          .insertInto('feeds')
          .values({ hash: hashOf(secret), org, person, team: team ?? OWN, made_at: sql<Millis>`${now()}` })
          .execute();
      }),
    async find(secret) {
      const row = await db
        .selectFrom('feeds')
        .selectAll()
        .where('hash', '=', hashOf(secret))
        .executeTakeFirst();
      return row ? feedOf(row) : null;
    },
    async list(org, person) {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('org', '=', org)
        .where('person', '=', person)
        .orderBy('team')
        .execute();
      return rows.map(feedOf);
    },
    end: (feed) => inTransaction(db, async (trx) => void (await end(trx, feed))),
  };
}

/** Ends the calendars of the person, or of everybody in the organisation. */
export async function endFeeds(
  trx: Trx,
  { org, person }: { org: OrgId; person: PersonId | null },
): Promise<void> {
  await trx
    .deleteFrom('feeds')
    .where('org', '=', org)
    .$if(person !== null, (query) => query.where('person', '=', person ?? ''))
    .execute();
}

function feedOf({
  org,
  person,
  team,
  made_at,
}: {
  org: OrgId;
  person: PersonId;
  team: string;
  made_at: Millis;
}): Feed {
  return { org, person, team: team === OWN ? null : team, madeAt: made_at };
}
