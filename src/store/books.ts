import { askedFrom, lateFrom, type Poll, respondedFrom } from '../domain/answers/poll';
import { responseCurve } from '../domain/answers/tally';
import type { Counted } from '../domain/answers/visibility';
import type { Campaign, CampaignId } from '../domain/campaigns/campaign';
import type { OrgId, TeamId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import type { Book } from '../ports/store/polls';
import type { Backend } from './backend';
import type { BookTable } from './kept-tables';
import { firstAnswers, type PollKey, prepareCount } from './poll-counts';
import { lookup } from './prepared';
import { campaignOf } from './rows';
import type { Db, Trx } from './schema';

/*
 * The book of a poll holds its counts once the answers behind them go, because of a person who is forgotten or because
 * of their age. From then on its counts are read from the book alone.
 */

export function bookOf({ members, groups, curve }: Pick<BookTable, 'members' | 'groups' | 'curve'>): Book {
  return { members, groups: JSON.parse(groups), curve: JSON.parse(curve) };
}

export function countsIn({ members, groups }: Book): Counted {
  return { members, groups, unheard: 0 };
}

/** Finds the book of a poll; null: it has none. */
export function lookUpBook(backend: Backend): (poll: PollKey) => Promise<Book | null> {
  const books = lookup<PollKey, Pick<BookTable, 'members' | 'groups' | 'curve'>>(
    backend,
    ['org', 'team', 'day'],
    (value) =>
      backend.db
        .selectFrom('books')
        .select(['members', 'groups', 'curve'])
        .where('org', '=', value('org'))
        .where('team', '=', value('team'))
        .where('day', '=', value('day')),
  );
  return async ({ org, team, day }) => {
    const [row] = await books({ org, team, day });
    return row ? bookOf(row) : null;
  };
}

/** Writes down the counts of a poll that is over. A book that exists stays as it is. */
export async function closeBook(trx: Trx, poll: Poll): Promise<void> {
  const { org, team, day } = poll;
  const known = await bookRows(trx, org, team).where('day', '=', day).executeTakeFirst();
  if (known) return;
  const { members, groups } = await prepareCount(trx)({ org, team, day, lateFrom: lateFrom(poll) });
  const curve = responseCurve(await firstAnswers(trx, poll, respondedFrom(poll)), askedFrom(poll));
  await trx
    .insertInto('books')
    .values({ org, team, day, members, groups: JSON.stringify(groups), curve: JSON.stringify(curve) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function bookRows(db: Db | Trx, org: OrgId, team: TeamId) {
  return db
    .selectFrom('books')
    .select(['day', 'members', 'groups', 'curve'])
    .where('org', '=', org)
    .where('team', '=', team);
}

/** Adds people who teleworked on a day of the campaign, and whose answers are going. */
export async function countPeople(
  trx: Trx,
  org: OrgId,
  team: TeamId,
  campaign: CampaignId,
  people: number,
): Promise<void> {
  if (people === 0) return;
  await trx
    .insertInto('campaign_books')
    .values({ org, team, campaign, people })
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'team', 'campaign'])
        .doUpdateSet(({ eb }) => ({ people: eb('campaign_books.people', '+', people) })),
    )
    .execute();
}

/** The organisation's campaigns, with the days of each. */
export async function campaignDays(
  trx: Trx,
  org: OrgId,
): Promise<{ id: CampaignId; days: ReadonlySet<Day> }[]> {
  const rows = await trx.selectFrom('campaigns').selectAll().where('org', '=', org).execute();
  return rows.map(campaignOf).map(({ id, days }: Campaign) => {
    return { id, days: new Set(days.map(({ day }) => day)) };
  });
}
