import type { Campaign } from '../../domain/campaigns/campaign';
import { countedDays } from '../../domain/figures/counted-days';
import {
  isReported,
  type Publications,
  type PublishedCampaign,
  planPublications,
} from '../../domain/figures/publication';
import { figuresOf, publicationOf, type RollUp, type RollUpFigures } from '../../domain/figures/roll-up';
import { isRefusal } from '../../domain/refusal';
import type { Day, Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';
import { rollUpOfDay, type TellNeeds } from './roll-up';

/** The ports to tell the days of a campaign. */
export type CampaignNeeds = TellNeeds | 'books' | 'polls';

/** A day of a campaign that is over, and what is told of it. */
export interface ToldDay {
  day: Day;
  core: boolean;
  told: RollUp;
  figures: RollUpFigures;
}

/** What is told of a campaign: every figure above the teams is made of this. */
export interface ToldCampaign {
  days: ToldDay[];
  /** Of days that are over, those that were never told, and cannot be any more. */
  missing: Day[];
  /** What has left the organisation, these days among it. */
  published: Publications;
  /** The people of all days; null: there is no final report yet. */
  final: PublishedCampaign | null;
}

/**
 * Tells the days of a campaign that are over, as they were told before. What is told for the first time is recorded,
 * and published; with `report`, once the last day is over, the final report is, after which nothing changes.
 */
export async function campaignDays(
  core: Ports<CampaignNeeds>,
  campaign: Campaign,
  now: Millis,
  { report }: { report: boolean },
): Promise<ToldCampaign> {
  const { org, id } = campaign;
  const { over, complete } = await daysOver(core, campaign, now);
  const polled = over.map(({ day }) => day);
  await closeBooks(core, campaign, polled, now);
  const before = await core.publications.read(org, polled);
  const isLast = report && complete && !before.campaigns.some((other) => other.campaign === id);
  const days: ToldDay[] = [];
  for (const { day, core: isCore } of over) {
    const state = await rollUpOfDay(core, { org, day }, now, isLast);
    if (isRefusal(state) || !state.told?.over) continue;
    days.push({ day, core: isCore, told: state.told, figures: figuresOf(state.told, null) });
  }
  const told = days.map(({ day }) => day);
  const published = isReported(before, id, polled)
    ? before
    : await publish(core, campaign, days, { people: report && complete ? polled : null, now });
  return {
    days,
    missing: polled.filter((day) => !told.includes(day)),
    published,
    final: published.campaigns.find((other) => other.campaign === id) ?? null,
  };
}

/** Of days that are over, for those who ask before the schedule has closed them. */
async function closeBooks(
  { books }: Ports<'books'>,
  { org }: Campaign,
  days: readonly Day[],
  now: Millis,
): Promise<void> {
  const booked = await books.days(org, days);
  for (const day of days) if (!booked.has(day)) await books.closeDay(org, day, now);
}

async function publish(
  { books, publications }: Ports<CampaignNeeds>,
  { org, id }: Campaign,
  told: readonly ToldDay[],
  { people: all, now }: { people: Day[] | null; now: Millis },
): Promise<Publications> {
  const people = all && (await books.people(org, id, all)).teleworked;
  const days = told.map((one) => ({ day: one.day, disclosure: publicationOf(one.told) }));
  return publications.publish(
    org,
    days.map(({ day }) => day),
    now,
    (before) => planPublications(before, { campaign: id, days, people }),
  );
}

/** The polled days that are over in every team; `complete`: every day of the campaign is over, polled or not. */
async function daysOver({ teams, polls }: Ports<CampaignNeeds>, campaign: Campaign, now: Millis) {
  const all = campaign.days.map(({ day }) => day);
  const [known, ends] = await Promise.all([teams.list(campaign.org), polls.ends(campaign.org, all)]);
  const { counted, complete } = countedDays(campaign, { ends, teams: known }, now);
  return { over: counted.filter(({ running }) => !running), complete };
}
