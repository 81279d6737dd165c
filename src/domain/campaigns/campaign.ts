import type { OrgId } from '../people/person';
import { isRefusal, type NotWorking, type Refusal, refuse } from '../refusal';
import { hasControl, lengthOf, MAX_NAME, matchKey, repeated } from '../text';
import { addDays, type Day, daySpan, daysBetween } from '../time/calendar';
import { notWorking, type WorkCalendar } from '../time/holidays';
import type { Terms } from './terms';

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
}

type CampaignState = 'coming' | 'running' | 'over' | 'ended';

interface CampaignInput {
  org: OrgId;
  id: CampaignId;
  name: string;
  /** A closed span; its working days become Telework Days. */
  days: { from: Day; until: Day };
  core: readonly Day[];
  /** As typed: `60%`, `60`, `0.6`; null, `off` or nothing: no target. */
  target: string | null;
  terms?: Terms;
}

/** A campaign, and the days of its span that were left out, with the reason. */
export interface PlannedCampaign {
  campaign: Campaign;
  skipped: NotWorking[];
}

/** The longest span of a campaign, in days: a leap year. Longer spans are typing errors. */
const MAX_CAMPAIGN_DAYS = 366;

/**
 * The campaign on the working days of its span from today on; refused when its name, span, core days or target are
 * wrong. Past days are left out silently: they cannot be polled any more.
 */
export function planCampaign(
  input: CampaignInput,
  calendar: WorkCalendar,
  today: Day,
): PlannedCampaign | Refusal {
  const name = input.name.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const target = readTarget(input.target);
  const refusal = refuseName(name) ?? refuseSpan(input.days) ?? refuseCore(input, calendar, today);
  if (refusal) return refusal;
  if (isRefusal(target)) return target;
  const found = comingDays(input.days, calendar, today);
  if (isRefusal(found)) return found;
  const days = found.days.map((day) => ({ day, core: input.core.includes(day) }));
  const campaign = { org: input.org, id: input.id, name, days, target, ended: false };
  const { terms } = input;
  return { campaign: terms ? { ...campaign, terms } : campaign, skipped: found.skipped };
}

/** The working days of the span from today on, and why people do not work on the other days. */
function comingDays(
  { from, until }: CampaignInput['days'],
  calendar: WorkCalendar,
  today: Day,
): { days: Day[]; skipped: NotWorking[] } | Refusal {
  const span = daySpan(from, until).map((day) => ({ day, reason: notWorking(day, calendar) }));
  const working = span.filter(({ reason }) => reason === null).map(({ day }) => day);
  const last = working.at(-1);
  if (last === undefined) return refuse('no-working-days', { from: { day: from }, until: { day: until } });
  if (last < today) return refuse('past-day', { day: { day: last } });
  const skipped = span.flatMap(({ day, reason }) => (reason && day >= today ? [reason] : []));
  return { days: working.filter((day) => day >= today), skipped };
}

/** The campaign with one more Telework Day. Adding a day it already has as a core day makes it a core day. */
export function addDay(
  campaign: Campaign,
  day: Day,
  core: boolean,
  calendar: WorkCalendar,
  today: Day,
): Campaign | Refusal {
  if (campaign.ended) return refuse('no-campaign');
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
  if (!isAhead(campaign, today)) return refuse('no-campaign');
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
  if (coming.length === 0 && (campaign.days.at(-1)?.day ?? '') < today) return refuse('no-campaign');
  return { ...rest, days: [...rest.days, ...coming].sort(byDay), ended: false };
}

/** Days that a campaign shares with another one which is running or coming. */
export interface Overlap {
  name: string;
  days: Day[];
}

/** The other campaigns with which the campaign shares coming days. */
export function overlapsOf(campaign: Campaign, others: readonly Campaign[], today: Day): Overlap[] {
  const own = new Set(campaign.days.map(({ day }) => day));
  return others
    .filter(({ id, ended }) => id !== campaign.id && !ended)
    .map(({ name, days }) => ({
      name,
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

/** The campaign of that id or name as typed; of several one that was not ended, then the one that begins last. */
export function findCampaign(campaigns: readonly Campaign[], text: string): Campaign | null {
  const wanted = matchKey(text);
  const found = campaigns
    .filter(({ id, name }) => id === text.trim() || (wanted !== '' && matchKey(name) === wanted))
    .sort((a, b) => Number(a.ended) - Number(b.ended) || byFirstDay(b, a));
  return found[0] ?? null;
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

function refuseName(name: string): Refusal | null {
  if (hasControl(name)) return refuse('text-control');
  const length = lengthOf(name, MAX_NAME + 1);
  return length === 0 || length > MAX_NAME ? refuse('campaign-name') : null;
}

function refuseSpan({ from, until }: CampaignInput['days']): Refusal | null {
  if (until < from) return refuse('reversed-days', { from: { day: from }, until: { day: until } });
  if (addDays(from, MAX_CAMPAIGN_DAYS) <= until) return refuse('too-many-days', { max: MAX_CAMPAIGN_DAYS });
  return null;
}

function refuseCore(
  { days: { from, until }, core }: CampaignInput,
  calendar: WorkCalendar,
  today: Day,
): Refusal | null {
  const outside = core.find((day) => day < from || day > until);
  if (outside !== undefined) {
    return refuse('core-outside', { day: { day: outside }, from: { day: from }, until: { day: until } });
  }
  const reasons = core.map((day) => notWorking(day, calendar)).filter((reason) => reason !== null);
  const [reason] = reasons;
  if (reason) return refuse('not-working-day', { day: { day: reason.day }, reason: { notWorking: reason } });
  const past = core.find((day) => day < today);
  return past === undefined ? null : refuse('past-day', { day: { day: past } });
}

/** A share (0 to 1) from `60%`, `60` or `0.6`. */
function readTarget(text: string | null): number | null | Refusal {
  const typed = (text ?? '').normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  if (typed === '' || typed === 'off' || typed === 'none') return null;
  if (/^0?\.\d{1,4}$/.test(typed) && Number(typed) >= 0.01) return Number(typed);
  const percent = /^(\d{1,3}(?:\.\d{1,2})?)%?$/.exec(typed)?.[1];
  if (percent && Number(percent) >= 1 && Number(percent) <= 100) return Number(percent) / 100;
  return refuse('bad-setting', { key: 'target', value: repeated(typed), example: '60%' });
}

function byDay(one: CampaignDay, other: CampaignDay): number {
  return one.day < other.day ? -1 : 1;
}

function byFirstDay(one: Campaign, other: Campaign): number {
  const [first = '', second = ''] = [one.days[0]?.day, other.days[0]?.day];
  return first < second ? -1 : Number(first > second);
}
