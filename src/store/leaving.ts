import { type DayState, isTelework, isWorkStyle } from '../domain/answers/work-style';
import type { OrgId, PersonId, TeamId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import type { CampaignPeople } from '../ports/store/books';
import { answersOf, campaignsOf, type Part, placeOf, rowsOf } from './campaign-people';
import type { Trx } from './schema';

/** Adds people of whom no answers of the campaign are kept any more. */
async function addGone(trx: Trx, { org, campaign, team }: Part, people: CampaignPeople): Promise<void> {
  const { teleworked, tookPart } = people;
  if (tookPart === 0 && teleworked === 0) return;
  await trx
    .insertInto('campaign_people')
    .values({
      ...{ org, campaign, ...placeOf(team), number: 0, days: '[]' },
      ...{ teleworked, took_part: tookPart, at: 0 },
    })
    .onConflict((conflict) =>
      conflict.columns(['org', 'campaign', 'scope', 'part', 'number']).doUpdateSet(({ eb }) => ({
        teleworked: eb('campaign_people.teleworked', '+', teleworked),
        took_part: eb('campaign_people.took_part', '+', tookPart),
      })),
    )
    .execute();
}

/** An answer that is about to go. */
export interface Leaving {
  person: PersonId;
  team: TeamId;
  day: Day;
  here: boolean;
  style: DayState;
}

/**
 * Counts those of whom these are the last answers in a campaign, per team and for the organisation. To be called in the
 * transaction that deletes them. `wholly`: nothing else of these people is kept.
 */
export async function countLeaving(
  trx: Trx,
  org: OrgId,
  leaving: readonly Leaving[],
  wholly: boolean,
): Promise<void> {
  if (leaving.length === 0) return;
  for (const { id: campaign, days } of await campaignsOf(trx, org)) {
    const own = new Set(days.map(({ day }) => day));
    const going = leaving.filter((one) => own.has(one.day) && isWorkStyle(one.style));
    if (going.length === 0) continue;
    const teams = new Set(going.filter(({ here }) => here).map(({ team }) => team));
    for (const team of [null, ...teams]) {
      const those = going.filter((one) => team === null || (one.here && one.team === team));
      const part = { org, campaign, team };
      await addGone(trx, part, await lastOf(trx, part, wholly ? [] : [...own], those));
      await dropEarlier(trx, part);
    }
  }
}

/** Of the book's entries the last stays: the difference of two can tell what one person answered. */
async function dropEarlier(trx: Trx, part: Part): Promise<void> {
  const entries = await rowsOf(trx, part).where('number', '>', 0).orderBy('number').execute();
  const last = entries.at(-1);
  if (!last || entries.length === 1) return;
  const { org, campaign, scope, part: name, number } = last;
  await trx
    .deleteFrom('campaign_people')
    .where('org', '=', org)
    .where('campaign', '=', campaign)
    .where('scope', '=', scope)
    .where('part', '=', name)
    .where('number', '>', 0)
    .where('number', '<', number)
    .execute();
}

/** How many of the people have no other answers on these days, and how many no others that are telework. */
async function lastOf(
  trx: Trx,
  { org, team }: Pick<Part, 'org' | 'team'>,
  days: readonly Day[],
  going: readonly Leaving[],
): Promise<CampaignPeople> {
  const all = new Set(going.map(({ person }) => person));
  const teleworkers = new Set(going.filter(({ style }) => isTelework(style)).map(({ person }) => person));
  const gone = new Set(going.map(keyOf));
  const kept =
    days.length === 0
      ? []
      : await answersOf(trx, { org, team }, days)
          .where('m.person', 'in', [...all])
          .select(['m.person', 'm.team', 'm.day', 'a.style'])
          .execute();
  for (const { style, ...row } of kept) {
    if (gone.has(keyOf(row))) continue;
    all.delete(row.person);
    if (isTelework(style)) teleworkers.delete(row.person);
  }
  return { tookPart: all.size, teleworked: teleworkers.size };
}

function keyOf({ person, team, day }: Pick<Leaving, 'person' | 'team' | 'day'>): string {
  return JSON.stringify([person, team, day]);
}

/**
 * Moves the people of an organisation's campaigns into another one. Where both have a campaign, the people of both count,
 * and its book is made again.
 */
export async function adoptPeople(trx: Trx, from: OrgId, into: OrgId): Promise<void> {
  const rows = await trx.deleteFrom('campaign_people').where('org', '=', from).returningAll().execute();
  const known = await trx
    .selectFrom('campaign_people')
    .select('campaign')
    .where('org', '=', into)
    .where('scope', '=', 'org')
    .execute();
  const theirs = new Set(rows.map(({ campaign }) => campaign));
  const shared = new Set(known.map(({ campaign }) => campaign).filter((id) => theirs.has(id)));
  for (const { org: _, ...row } of rows) {
    const { campaign, scope, number, teleworked, took_part: tookPart } = row;
    const isShared = scope === 'org' && shared.has(campaign);
    if (!isShared)
      await trx
        .insertInto('campaign_people')
        .values({ org: into, ...row })
        .execute();
    else if (number === 0) await addGone(trx, { org: into, campaign, team: null }, { teleworked, tookPart });
  }
  for (const campaign of shared)
    await trx
      .deleteFrom('campaign_people')
      .where('org', '=', into)
      .where('campaign', '=', campaign)
      .where('scope', '=', 'org')
      .where('number', '>', 0)
      .execute();
}
