import type { OrgId } from '../people/person';
import { isRefusal, type NotWorking, type Refusal, refuse } from '../refusal';
import { hasControl, lengthOf, MAX_NAME, repeated, tidyName } from '../text';
import { addDays, type Day, type DayRange, daySpan } from '../time/calendar';
import { notWorking, type WorkCalendar } from '../time/holidays';
import { type Campaign, type CampaignId, calledOf, MAX_CAMPAIGN_DAYS } from './campaign';
import type { Terms } from './terms';

interface CampaignInput {
  org: OrgId;
  id: CampaignId;
  name: string;
  /** Closed spans, one at least; their working days become Telework Days. */
  days: readonly DayRange[];
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

/**
 * The campaign on the working days of its span from today on; refused when its name, span, core days or target are
 * wrong. Past days are left out silently: they cannot be polled any more.
 */
export function planCampaign(
  input: CampaignInput,
  calendar: WorkCalendar,
  today: Day,
): PlannedCampaign | Refusal {
  const name = tidyName(input.name);
  const target = readTarget(input.target);
  const refusal = refuseName(name) ?? refuseSpans(input.days) ?? refuseCore(input, calendar, today);
  if (refusal) return refusal;
  if (isRefusal(target)) return target;
  const found = comingDays(input.days, calendar, today);
  if (isRefusal(found)) return found;
  const days = found.days.map((day) => ({ day, core: input.core.includes(day) }));
  const campaign = { org: input.org, id: input.id, name, days, target, ended: false };
  const { terms } = input;
  return { campaign: terms ? { ...campaign, terms } : campaign, skipped: found.skipped };
}

/**
 * The campaign with other days or core days from today on; null: as they are. Core days that are not named stay where
 * their days do. The days that are over stay.
 */
export function planAgain(
  campaign: Campaign,
  { days, core }: { days: readonly DayRange[] | null; core: readonly Day[] | null },
  calendar: WorkCalendar,
  today: Day,
): PlannedCampaign | Refusal {
  const { org, id, name } = campaign;
  if (campaign.ended) return refuse('campaign-ended', calledOf(campaign));
  const held = campaign.days.filter(({ day }) => day < today);
  const coming = campaign.days.filter(({ day }) => day >= today);
  const spans = days ?? coming.map(({ day }) => ({ from: day, until: day }));
  if (spans.length === 0) return refuse('campaign-over', calledOf(campaign));
  const isWithin = (day: Day) =>
    notWorking(day, calendar) === null && spans.some(({ from, until }) => from <= day && day <= until);
  const kept = coming.filter((one) => one.core && isWithin(one.day)).map(({ day }) => day);
  const named = core?.filter((day) => !held.some((one) => one.core && one.day === day));
  const input = { org, id, name, days: spans, core: named ?? kept, target: null };
  const planned = planCampaign(input, calendar, today);
  if (isRefusal(planned)) return planned;
  const all = [...held, ...planned.campaign.days];
  if (addDays(all[0]?.day ?? today, MAX_CAMPAIGN_DAYS) <= (all.at(-1)?.day ?? today))
    return refuse('too-many-days', { max: MAX_CAMPAIGN_DAYS });
  return { campaign: { ...campaign, days: all }, skipped: planned.skipped };
}

/** From the first day of the spans, one at least, to their last one. */
export function endsOf(spans: readonly DayRange[]): DayRange {
  const days = spans.flatMap(({ from, until }) => [from, until]).sort();
  return { from: days[0] ?? '', until: days.at(-1) ?? '' };
}

/** The working days of the spans from today on, and why people do not work on the other days. */
function comingDays(
  spans: readonly DayRange[],
  calendar: WorkCalendar,
  today: Day,
): { days: Day[]; skipped: NotWorking[] } | Refusal {
  const all = [...new Set(spans.flatMap(({ from, until }) => daySpan(from, until)))].sort();
  const judged = all.map((day) => ({ day, reason: notWorking(day, calendar) }));
  const working = judged.filter(({ reason }) => reason === null).map(({ day }) => day);
  const last = working.at(-1);
  const { from, until } = endsOf(spans);
  if (last === undefined) return refuse('no-working-days', { from: { day: from }, until: { day: until } });
  if (last < today) return refuse('past-day', { day: { day: last } });
  const skipped = judged.flatMap(({ day, reason }) => (reason && day >= today ? [reason] : []));
  return { days: working.filter((day) => day >= today), skipped };
}

function refuseName(name: string): Refusal | null {
  if (hasControl(name)) return refuse('text-control');
  const length = lengthOf(name, MAX_NAME + 1);
  return length === 0 || length > MAX_NAME ? refuse('campaign-name') : null;
}

function refuseSpans(spans: readonly DayRange[]): Refusal | null {
  const reversed = spans.find(({ from, until }) => until < from);
  if (reversed)
    return refuse('reversed-days', { from: { day: reversed.from }, until: { day: reversed.until } });
  const { from, until } = endsOf(spans);
  if (addDays(from, MAX_CAMPAIGN_DAYS) <= until) return refuse('too-many-days', { max: MAX_CAMPAIGN_DAYS });
  return null;
}

function refuseCore({ days, core }: CampaignInput, calendar: WorkCalendar, today: Day): Refusal | null {
  const outside = core.find((day) => !days.some(({ from, until }) => from <= day && day <= until));
  if (outside !== undefined) {
    const { from, until } = endsOf(days);
    return refuse('core-outside', { day: { day: outside }, from: { day: from }, until: { day: until } });
  }
  const reasons = core.map((day) => notWorking(day, calendar)).filter((reason) => reason !== null);
  const [reason] = reasons;
  if (reason) return refuse('not-working-day', { day: { day: reason.day }, reason: { notWorking: reason } });
  const past = core.find((day) => day < today);
  return past === undefined ? null : refuse('past-day', { day: { day: past } });
}

/** A share (0 to 1) from `60%`, `60` or `0.6`. */
export function readTarget(text: string | null): number | null | Refusal {
  const typed = (text ?? '').normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  if (typed === '' || typed === 'off' || typed === 'none') return null;
  if (/^0?\.\d{1,4}$/.test(typed) && Number(typed) >= 0.01) return Number(typed);
  const percent = /^(\d{1,3}(?:\.\d{1,2})?)%?$/.exec(typed)?.[1];
  if (percent && Number(percent) >= 1 && Number(percent) <= 100) return Number(percent) / 100;
  return refuse('bad-setting', { key: 'target', value: repeated(typed), example: '60%' });
}
