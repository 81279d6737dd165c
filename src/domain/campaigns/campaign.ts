import { markOf } from '../mark';
import type { OrgId } from '../people/person';
import { type Refusal, refuse } from '../refusal';
import { matchKey, repeated } from '../text';
import { addDays, type Day, daySpan, daysBetween, WEEKDAYS, weekdayOf } from '../time/calendar';
import { notWorking, type WorkCalendar } from '../time/holidays';
import type { Named, Terms } from './terms';

export type CampaignId = string;

interface CampaignDay {
  day: Day;
  core: boolean;
}

/** A named set of Telework Days of one organisation. */
export interface Campaign {
  org: OrgId;
  id: CampaignId;
  name: string;
  /** Ascending, each day once. */
  days: CampaignDay[];
  /** The share of members who should telework, 0 to 1; null: no target. */
  target: number | null;
  /** Absent: nothing is asked but the days. */
  terms?: Terms;
  /** True once an administrator ended it: `days` then holds only days that took place, and nothing more is posted. */
  ended: boolean;
  /** The days that its end took away; absent: none. */
  withdrawn?: CampaignDay[];
  /** What its last change altered, as it was before; absent: there is nothing to take back. */
  earlier?: Pick<Campaign, 'days' | 'target' | 'terms'>;
}

type CampaignState = 'coming' | 'running' | 'over' | 'ended';

/** The longest span of a campaign, in days: a leap year. Longer spans are typing errors. */
export const MAX_CAMPAIGN_DAYS = 366;

/** The campaign with one more Telework Day. Adding a day it already has as a core day makes it a core day. */
export function addDay(
  campaign: Campaign,
  day: Day,
  core: boolean,
  calendar: WorkCalendar,
  today: Day,
): Campaign | Refusal {
  if (campaign.ended) return refuse('campaign-ended', calledOf(campaign));
  if (day < today) return refuse('past-day', { day: { day } });
  const reason = notWorking(day, calendar);
  if (reason) return refuse('not-working-day', { day: { day }, reason: { notWorking: reason } });
  const known = campaign.days.find((other) => other.day === day);
  if (known && (known.core || !core)) return refuse('day-exists', { day: { day } });
  const days = [...campaign.days.filter((other) => other !== known), { day, core }].sort(byDay);
  const [first, last] = [days[0]?.day ?? day, days.at(-1)?.day ?? day];
  if (daysBetween(first, last) >= MAX_CAMPAIGN_DAYS)
    return refuse('too-many-days', { max: MAX_CAMPAIGN_DAYS });
  return { ...campaign, days };
}

/** A working day from the next week on that the campaign does not have yet; null: none within a year. */
export function freeDay({ days }: Pick<Campaign, 'days'>, calendar: WorkCalendar, today: Day): Day | null {
  const monday = addDays(today, 7 - WEEKDAYS.indexOf(weekdayOf(today)));
  const taken = new Set(days.map(({ day }) => day));
  const all = daySpan(monday, addDays(monday, MAX_CAMPAIGN_DAYS));
  return all.find((day) => !taken.has(day) && notWorking(day, calendar) === null) ?? null;
}

/** The campaign without that day; without its last day it has ended. */
export function removeDay(campaign: Campaign, day: Day): Campaign | Refusal {
  const known = campaign.days.find((other) => other.day === day);
  if (!known) return refuse('day-missing', { day: { day } });
  const days = campaign.days.filter((other) => other !== known);
  if (campaign.ended || days.length > 0) return { ...campaign, days };
  return { ...campaign, days, ended: true, withdrawn: [known] };
}

/**
 * The campaign ended by an administrator, with the days that took place: those before today, and today where its poll
 * has opened. Refused when it is already over.
 */
export function endCampaign(campaign: Campaign, today: Day, isTodayPolled: boolean): Campaign | Refusal {
  if (!isAhead(campaign, today))
    return refuse(campaign.ended ? 'campaign-ended' : 'campaign-over', calledOf(campaign));
  const days = campaign.days.filter(({ day }) => day < today || (isTodayPolled && day === today));
  const withdrawn = campaign.days.filter((day) => !days.includes(day));
  return { ...campaign, days, ended: true, withdrawn };
}

/**
 * The campaign as it was before its end, without the days that have passed since; one that has not ended stays as it is.
 * Refused where none of its days is left.
 */
export function restoreCampaign(campaign: Campaign, today: Day): Campaign | Refusal {
  const { withdrawn = [], ended, ...rest } = campaign;
  if (!ended) return campaign;
  const coming = withdrawn.filter(({ day }) => day >= today);
  if (coming.length === 0 && (campaign.days.at(-1)?.day ?? '') < today)
    return refuse('campaign-over', calledOf(campaign));
  return { ...rest, days: [...rest.days, ...coming].sort(byDay), ended: false };
}

/** Days that a campaign shares with another one which is running or coming. */
export interface Overlap extends Named {
  days: Day[];
}

export function namedOf({ name, terms }: Pick<Campaign, 'name' | 'terms'>): Named {
  return { name, ...(terms?.names ? { names: terms.names } : {}) };
}

/** The campaign's name as a value of a refusal. */
export function calledOf(campaign: Campaign): { name: { campaigns: Named[] } } {
  return { name: { campaigns: [namedOf(campaign)] } };
}

/** The other campaigns with which the campaign shares coming days. */
export function overlapsOf(campaign: Campaign, others: readonly Campaign[], today: Day): Overlap[] {
  const own = new Set(campaign.days.map(({ day }) => day));
  return others
    .filter(({ id, ended }) => id !== campaign.id && !ended)
    .map(({ days, ...campaign }) => ({
      ...namedOf(campaign),
      days: days.map(({ day }) => day).filter((day) => day >= today && own.has(day)),
    }))
    .filter(({ days }) => days.length > 0);
}

/** Whether the day is one of the campaign's, which has not ended. */
export function holds({ days, ended }: Campaign, day: Day): boolean {
  return !ended && days.some((one) => one.day === day);
}

export function campaignState({ days, ended }: Campaign, today: Day): CampaignState {
  const [first, last] = [days[0], days.at(-1)];
  if (ended) return 'ended';
  if (!first || !last || last.day < today) return 'over';
  return today < first.day ? 'coming' : 'running';
}

/** Whether the campaign is running or coming. */
export function isAhead(campaign: Campaign, today: Day): boolean {
  return ['coming', 'running'].includes(campaignState(campaign, today));
}

/**
 * The campaigns meant when none is named: the running one if there is exactly one, else all that are running or coming,
 * by first day.
 */
export function currentCampaigns(campaigns: readonly Campaign[], today: Day): Campaign[] {
  const running = campaigns.filter((campaign) => campaignState(campaign, today) === 'running');
  if (running.length === 1) return running;
  return campaigns.filter((campaign) => isAhead(campaign, today)).sort(byFirstDay);
}

/** A campaign's id in few characters, for forms: what a platform carries of one is short. */
export function handleOf(id: CampaignId): string {
  return `#${markOf(id)}`;
}

/** The campaign of that id, handle, or name in any language, as typed; of several one that was not ended, then the one that begins last. */
export function findCampaign(campaigns: readonly Campaign[], text: string): Campaign | null {
  const wanted = matchKey(text);
  const found = campaigns
    .filter(({ id, name, terms }) => {
      const names = [name, ...Object.values(terms?.names ?? {})];
      return (
        id === text.trim() ||
        handleOf(id) === text ||
        (wanted !== '' && names.some((one) => matchKey(one) === wanted))
      );
    })
    .sort((a, b) => Number(a.ended) - Number(b.ended) || byFirstDay(b, a));
  return found[0] ?? null;
}

/** The campaign named, whose figures are asked for, else the current one, else the last one. */
export function campaignShown(
  campaigns: readonly Campaign[],
  name: string | null,
  today: Day,
): Campaign | Refusal {
  if (name !== null)
    return findCampaign(campaigns, name) ?? refuse('unknown-campaign', { text: repeated(name) });
  return currentCampaigns(campaigns, today)[0] ?? campaigns.at(-1) ?? refuse('no-campaign');
}

/** The campaign whose Telework Day it is; where campaigns overlap, preferably the one whose core day it is. */
export function teleworkDay(
  campaigns: readonly Campaign[],
  day: Day,
): { campaign: Campaign; core: boolean } | null {
  const found = campaigns.flatMap((campaign) =>
    campaign.days.filter((other) => other.day === day).map(({ core }) => ({ campaign, core })),
  );
  return found.find(({ core }) => core) ?? found[0] ?? null;
}

function byDay(one: CampaignDay, other: CampaignDay): number {
  return one.day < other.day ? -1 : 1;
}

function byFirstDay(one: Campaign, other: Campaign): number {
  const [first = '', second = ''] = [one.days[0]?.day, other.days[0]?.day];
  return first < second ? -1 : Number(first > second);
}
