import type { NotWorking } from '../domain/refusal';
import { type Day, daysBetween, WEEKDAYS, weekdayOf } from '../domain/time/calendar';
import type { CampaignView } from '../ports/views';
import { skippedLabel } from './reasons';
import type { Words } from './words';

/* The days of a campaign in words. */

/** So many days apart there is a gap in a campaign: a week that it leaves out. */
const GAP = 8;
/** The most parts of a campaign that are told, each with its days. */
const MOST_PARTS = 4;
/** The most weekdays that are named for a campaign on these alone. */
const MOST_WEEKDAYS = 2;
/** The most days of weekends that are named each. */
const MOST_WEEKENDS = 4;

export function dayList(days: readonly Day[], words: Words): string {
  return words.list(days.map(words.day));
}

/** `Mon 23 July – Fri 27 July, 5 days`; a gap of weeks is told, and that all days are the same weekday. */
export function daysLabel(days: CampaignView['days'], words: Words): string {
  const parts = partsOf(days.map(({ day }) => day));
  const all = parts.flat();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return words.t('figure.days', { count: 0 });
  const spans = parts.length > MOST_PARTS ? [[first, last]] : parts;
  const label = words.t('campaign.days', {
    span: words.join(spans.map((part) => spanLabel(part[0] ?? first, part.at(-1) ?? last, words))),
    count: all.length,
  });
  const weekdays = WEEKDAYS.filter((weekday) => all.some((day) => weekdayOf(day) === weekday));
  if (all.length <= weekdays.length || weekdays.length > MOST_WEEKDAYS) return label;
  return words.t('campaign.weekdays', { days: label, weekdays: words.join(weekdays.map(words.weekday)) });
}

/** The days in the runs that gaps leave. */
function partsOf(days: readonly Day[]): Day[][] {
  const parts: Day[][] = [];
  for (const day of days) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last && before !== undefined && daysBetween(before, day) < GAP) last.push(day);
    else parts.push([day]);
  }
  return parts;
}

export function spanLabel(from: Day, until: Day, words: Words): string {
  if (from === until) return words.day(from);
  return words.t('date.span', { from: words.day(from), until: words.day(until) });
}

/** The days that are left out, with the reasons; many weekends only by their number. */
export function skippedText(skipped: readonly NotWorking[], words: Words): string {
  const weekends = skipped.filter(({ kind }) => kind === 'weekend');
  const named = weekends.length > MOST_WEEKENDS ? skipped.filter(({ kind }) => kind !== 'weekend') : skipped;
  const others = skipped.length - named.length;
  const items = [
    ...named.map((reason) => skippedLabel(reason, words)),
    ...(others > 0 ? [words.t('campaign.weekend-days', { count: others })] : []),
  ];
  return words.t('campaign.skipped', { days: words.list(items) });
}
