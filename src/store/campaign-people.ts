import { sql } from 'kysely';
import type { Campaign, CampaignId } from '../domain/campaigns/campaign';
import type { OrgId, TeamId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { CampaignPeople } from '../ports/store/books';
import type { CampaignPeopleTable } from './kept-tables';
import { TELEWORK } from './poll-counts';
import { campaignOf } from './rows';
import type { Db, Trx } from './schema';

/*
 * The distinct people of a campaign, per team and for the whole organisation, written down when the campaign is over.
 * People of whom no answers are kept are counted as they go, in the row numbered 0: before and after the closing.
 */

/** Whose people: the organisation's (`team` null), or those who count in a team. */
export interface Part {
  org: OrgId;
  campaign: CampaignId;
  team: TeamId | null;
}

const NOBODY: CampaignPeople = { teleworked: 0, tookPart: 0 };

/** The people over these days: from the book, once it has the same days. */
export async function peopleOf(db: Db | Trx, part: Part, days: readonly Day[]): Promise<CampaignPeople> {
  const last = (await rowsOf(db, part).orderBy('number', 'desc').limit(1).execute())[0];
  if (last && last.number > 0 && last.days === JSON.stringify(days)) return peopleIn(last);
  return counted(db, part, days);
}

/** The people whose answers are kept, and those who are gone. */
async function counted(db: Db | Trx, part: Part, days: readonly Day[]): Promise<CampaignPeople> {
  const gone = await rowsOf(db, part).where('number', '=', 0).executeTakeFirst();
  const kept = await keptPeople(db, part, days);
  const before = gone ? peopleIn(gone) : NOBODY;
  return {
    teleworked: kept.teleworked + before.teleworked,
    tookPart: kept.tookPart + before.tookPart,
  };
}

function peopleIn({ teleworked, took_part }: Pick<CampaignPeopleTable, 'teleworked' | 'took_part'>) {
  return { teleworked, tookPart: took_part };
}

/** The book's entries, and the row of those who are gone. */
export function rowsOf(db: Db | Trx, { org, campaign, team }: Part) {
  const { scope, part } = placeOf(team);
  return db
    .selectFrom('campaign_people')
    .selectAll()
    .where('org', '=', org)
    .where('campaign', '=', campaign)
    .where('scope', '=', scope)
    .where('part', '=', part);
}

export function placeOf(team: TeamId | null): Pick<CampaignPeopleTable, 'scope' | 'part'> {
  return team === null ? { scope: 'org', part: '' } : { scope: 'team', part: team };
}

async function keptPeople(
  db: Db | Trx,
  { org, team }: Pick<Part, 'org' | 'team'>,
  days: readonly Day[],
): Promise<CampaignPeople> {
  if (days.length === 0) return NOBODY;
  const { teleworked, tookPart } = await answersOf(db, { org, team }, days)
    .select(({ fn }) => [
      fn.count<number>('a.person').distinct().as('tookPart'),
      sql<number>`count(distinct case when a.style in (${sql.join(TELEWORK)}) then a.person end)`.as(
        'teleworked',
      ),
    ])
    .executeTakeFirstOrThrow();
  return { teleworked, tookPart };
}

/** The answers of those whom polls of these days list; in a team, of those who count there. */
export function answersOf(db: Db | Trx, { org, team }: Pick<Part, 'org' | 'team'>, days: readonly Day[]) {
  return db
    .selectFrom('poll_members as m')
    .crossJoin('answers as a')
    .whereRef('a.org', '=', 'm.org')
    .whereRef('a.day', '=', 'm.day')
    .whereRef('a.person', '=', 'm.person')
    .where('m.org', '=', org)
    .where('m.day', 'in', days)
    .$if(team !== null, (query) => query.where('m.team', '=', team ?? '').where('m.here', '=', 1));
}

/** The organisation's campaigns. */
export async function campaignsOf(trx: Trx, org: OrgId): Promise<Campaign[]> {
  const rows = await trx.selectFrom('campaigns').selectAll().where('org', '=', org).execute();
  return rows.map(campaignOf);
}

/** Writes down the people of the campaigns whose last day is `until` or before, unless they are. */
export async function closeCampaigns(trx: Trx, org: OrgId, until: Day, now: Millis): Promise<void> {
  for (const campaign of await campaignsOf(trx, org)) {
    const last = campaign.days.at(-1)?.day;
    if (last !== undefined && last <= until) await writePeople(trx, campaign, now, 'closing');
  }
}

/** Adds entries where corrections of a day changed the people of campaigns that are closed. */
export async function correctCampaigns(trx: Trx, org: OrgId, day: Day, now: Millis): Promise<void> {
  for (const campaign of await campaignsOf(trx, org)) {
    if (campaign.days.some((one) => one.day === day)) await writePeople(trx, campaign, now, 'corrected');
  }
}

async function writePeople(
  trx: Trx,
  { org, id, days: planned }: Campaign,
  now: Millis,
  state: 'closing' | 'corrected',
): Promise<void> {
  const polled = await trx
    .selectFrom('polls')
    .select(['team', 'day'])
    .where('org', '=', org)
    .where(
      'day',
      'in',
      planned.map(({ day }) => day),
    )
    .orderBy('day')
    .execute();
  for (const team of [null, ...new Set(polled.map((poll) => poll.team))]) {
    const own = polled.filter((poll) => team === null || poll.team === team).map(({ day }) => day);
    await writePart(trx, { org, campaign: id, team }, [...new Set(own)], now, state);
  }
}

async function writePart(
  trx: Trx,
  part: Part,
  days: readonly Day[],
  at: Millis,
  state: 'closing' | 'corrected',
): Promise<void> {
  const entries = await rowsOf(trx, part).where('number', '>', 0).orderBy('number').execute();
  const last = entries.at(-1);
  const text = JSON.stringify(days);
  if (days.length === 0 || (state === 'corrected' ? !last : last?.days === text)) return;
  const { teleworked, tookPart } = await counted(trx, part, days);
  if (last?.days === text && last.teleworked === teleworked && last.took_part === tookPart) return;
  const { org, campaign, team } = part;
  const entry = { number: (last?.number ?? 0) + 1, days: text, teleworked, took_part: tookPart, at };
  await trx
    .insertInto('campaign_people')
    .values({ org, campaign, ...placeOf(team), ...entry })
    .execute();
}
