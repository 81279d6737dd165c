import { sql } from 'kysely';
import { NOT_SCHEDULED } from '../domain/answers/work-style';
import type { Campaign, CampaignId } from '../domain/campaigns/campaign';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { CampaignPeople } from '../ports/store/books';
import type { CampaignPeopleTable } from './kept-tables';
import { nextTurn } from './next-turn';
import { ends, pollsOfDay, TELEWORK } from './poll-counts';
import { PORTION, portionsOf, within } from './portions';
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

/** The people whose answers are kept, and those who are gone; counted in portions. */
export async function counted(db: Db | Trx, part: Part, days: readonly Day[]): Promise<CampaignPeople> {
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

/** In portions of about as many answers as a portion has people elsewhere. */
async function keptPeople(
  db: Db | Trx,
  { org, team }: Pick<Part, 'org' | 'team'>,
  days: readonly Day[],
): Promise<CampaignPeople> {
  const sum = { ...NOBODY };
  const last = days.at(-1);
  if (last === undefined) return sum;
  const size = Math.ceil(PORTION / days.length);
  for await (const portion of portionsOf(db, { org, team, day: last }, size)) {
    const { teleworked, tookPart } = await answersOf(db, { org, team }, days)
      .where(within('m.person', portion))
      .select(({ fn }) => [
        fn.count<number>('a.person').distinct().as('tookPart'),
        sql<number>`count(distinct case when a.style in (${sql.join(TELEWORK)}) then a.person end)`.as(
          'teleworked',
        ),
      ])
      .executeTakeFirstOrThrow();
    sum.tookPart += tookPart;
    sum.teleworked += teleworked;
  }
  return sum;
}

/**
 * The answers of those whom polls of these days list; in a team, of those who count there. Who is not scheduled on a
 * day does not take part on it.
 */
export function answersOf(db: Db | Trx, { org, team }: Pick<Part, 'org' | 'team'>, days: readonly Day[]) {
  return db
    .selectFrom('poll_members as m')
    .crossJoin('answers as a')
    .whereRef('a.org', '=', 'm.org')
    .whereRef('a.day', '=', 'm.day')
    .whereRef('a.person', '=', 'm.person')
    .where('m.org', '=', org)
    .where('m.day', 'in', days)
    .where('a.style', '!=', NOT_SCHEDULED)
    .$if(team !== null, (query) => query.where('m.team', '=', team ?? '').where('m.here', '=', 1));
}

/** The organisation's campaigns. */
export async function campaignsOf(trx: Db | Trx, org: OrgId): Promise<Campaign[]> {
  const rows = await trx.selectFrom('campaigns').selectAll().where('org', '=', org).execute();
  return rows.map(campaignOf);
}

/** A part of a campaign that is over, and the days on which it was polled. */
export interface ClosedPart {
  part: Part;
  days: Day[];
}

/**
 * The parts of the campaigns whose last day is `until` or before whose people are not written down; the organisation
 * after its teams.
 */
export async function* partsToClose(db: Db, org: OrgId, until: Day): AsyncGenerator<ClosedPart> {
  for (const { id: campaign, days } of await campaignsOf(db, org)) {
    const last = days.at(-1)?.day;
    if (last === undefined || last > until) continue;
    const polled = [
      ...(
        await ends(
          db,
          org,
          days.map(({ day }) => day),
        )
      ).keys(),
    ].sort();
    const whole = { part: { org, campaign, team: null }, days: polled };
    if (polled.length === 0 || (await isWritten(db, whole))) continue;
    for (const [team, own] of await daysOfTeams(db, org, polled)) {
      const closed = { part: { org, campaign, team }, days: own };
      if (!(await isWritten(db, closed))) yield closed;
    }
    yield whole;
  }
}

async function daysOfTeams(db: Db, org: OrgId, days: readonly Day[]): Promise<Map<TeamId, Day[]>> {
  const teams = new Map<TeamId, Day[]>();
  for (const day of days) {
    await nextTurn();
    for (const { team } of await pollsOfDay(db, org, day).select('p.team').execute())
      teams.set(team, [...(teams.get(team) ?? []), day]);
  }
  return teams;
}

async function isWritten(db: Db | Trx, { part, days }: ClosedPart): Promise<boolean> {
  return (await lastOf(db, part))?.days === JSON.stringify(days);
}

function lastOf(db: Db | Trx, part: Part) {
  return rowsOf(db, part).where('number', '>', 0).orderBy('number', 'desc').limit(1).executeTakeFirst();
}

/** Writes down the people of a part, as they were counted, unless they are. */
export async function writePart(
  trx: Trx,
  { part, days }: ClosedPart,
  people: CampaignPeople,
  at: Millis,
): Promise<void> {
  const last = await lastOf(trx, part);
  const text = JSON.stringify(days);
  if (last?.days !== text)
    await append(trx, part, { number: (last?.number ?? 0) + 1, days: text, at }, people);
}

async function append(
  trx: Trx,
  { org, campaign, team }: Part,
  entry: Pick<CampaignPeopleTable, 'number' | 'days' | 'at'>,
  { teleworked, tookPart }: CampaignPeople,
): Promise<void> {
  await trx
    .insertInto('campaign_people')
    .values({ org, campaign, ...placeOf(team), ...entry, teleworked, took_part: tookPart })
    .execute();
}

/** What one person adds to the people of a part: 0 or 1 each. */
interface Share extends CampaignPeople {
  part: Part;
}

/** What the person adds to each part of the campaigns that hold the day. */
export async function sharesOf(
  trx: Trx,
  { org, day, person }: { org: OrgId; day: Day; person: PersonId },
): Promise<Share[]> {
  const shares: Share[] = [];
  for (const { id: campaign, days } of await campaignsOf(trx, org)) {
    const own = days.map((one) => one.day);
    if (!own.includes(day)) continue;
    const rows = await answersOf(trx, { org, team: null }, own)
      .where('m.person', '=', person)
      .select(['m.team', 'm.here', 'a.style'])
      .execute();
    const teams = new Set(rows.flatMap(({ team, here }) => (here === 1 ? [team] : [])));
    for (const team of [null, ...teams]) {
      const those = rows.filter((row) => team === null || (row.here === 1 && row.team === team));
      const teleworks = those.some(({ style }) => TELEWORK.some((one) => one === style));
      shares.push({
        part: { org, campaign, team },
        tookPart: those.length > 0 ? 1 : 0,
        teleworked: teleworks ? 1 : 0,
      });
    }
  }
  return shares;
}

/** Adds entries where the correction of one person's day changed the people of campaigns that are closed. */
export async function correctCampaigns(
  trx: Trx,
  before: readonly Share[],
  after: readonly Share[],
  at: Millis,
): Promise<void> {
  const parts = new Map([...before, ...after].map(({ part }) => [JSON.stringify(part), part]));
  for (const [key, part] of parts) {
    const of = (shares: readonly Share[]) =>
      shares.find((share) => JSON.stringify(share.part) === key) ?? NOBODY;
    const [was, is] = [of(before), of(after)];
    if (was.teleworked === is.teleworked && was.tookPart === is.tookPart) continue;
    const last = await lastOf(trx, part);
    if (!last) continue;
    const people = {
      teleworked: last.teleworked + is.teleworked - was.teleworked,
      tookPart: last.took_part + is.tookPart - was.tookPart,
    };
    await append(trx, part, { number: last.number + 1, days: last.days, at }, people);
  }
}
