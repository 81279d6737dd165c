import { isRefusal, type NotWorking, type Refusal, refuse, withExample } from '../refusal';
import { repeated } from '../text';
import type { Day, DayRange } from '../time/calendar';
import type { WorkCalendar } from '../time/holidays';
import { daysOf, parseDays, parseSpan } from '../typed/days';
import { isNone, readSwitch } from '../typed/switch';
import { readTime, readWindow } from '../typed/time';
import type { Campaign } from './campaign';
import { FIELD_EXAMPLES, ownCampaign, termsOf } from './campaign-schema';
import { refuseContradictions } from './impossible';
import { type PlannedCampaign, planAgain, readTarget } from './plan-campaign';
import { specialTerms } from './presets';
import { rightValue } from './right-value';
import type { Terms } from './terms';

/** What can be set of a campaign, each by its name in campaign files. */
export const TERM_KEYS = [
  'days',
  'core',
  'target',
  'category',
  'supporting',
  'minimum-days',
  'minimum-core-people',
  'measures-effects',
  'window',
  'peak',
  'baseline',
  'headcount',
] as const;
export type TermKey = (typeof TERM_KEYS)[number];

const TERM_OF = {
  category: 'category',
  supporting: 'supporting',
  'minimum-days': 'minimumDays',
  'minimum-core-people': 'minimumCorePeople',
  'measures-effects': 'measuresEffects',
  window: 'window',
  peak: 'peakUntil',
  baseline: 'baseline',
  headcount: 'headcount',
} as const satisfies Record<Exclude<TermKey, 'target' | 'days' | 'core'>, keyof Terms>;
type Term = keyof typeof TERM_OF;

/** By which working days, and from which day on. */
interface When {
  calendar: WorkCalendar;
  today: Day;
}

/**
 * The campaign with other days and terms, from texts as typed; `none` takes a term away. Days that are over stay as they
 * were. What a ready-made campaign asks of the special category is asked with it. All changes are made or, where one is
 * wrong, none; then every fault is named with its field.
 */
export function changeTerms(
  campaign: Campaign,
  changes: Readonly<Record<string, string>>,
  when: When,
): PlannedCampaign | Refusal {
  const fields: { field: string; refusal: Refusal }[] = [];
  const dated = withDates(campaign, changes, when);
  let changed = campaign;
  if ('fields' in dated) fields.push(...dated.fields);
  else changed = dated.campaign;
  for (const [field, text] of Object.entries(changes)) {
    const next = isDateField(field) ? changed : withChange(changed, field, text);
    if (isRefusal(next)) fields.push({ field, refusal: next });
    else changed = next;
  }
  const said = fields.map(({ field, refusal }) => ({
    field,
    refusal: withRightValue(refusal, field, campaign, when.today),
  }));
  const [first] = said;
  if (first) return { ...first.refusal, fields: said };
  const refusal = refuseContradictions(changed, campaign, when.today);
  return refusal ?? { campaign: changed, skipped: 'fields' in dated ? [] : dated.skipped };
}

/** The refusal with what would be right to set; of days those that the campaign has. */
function withRightValue(refusal: Refusal, field: string, { days }: Campaign, today: Day): Refusal {
  if ('example' in refusal.values) return refusal;
  if (!isDateField(field)) return withExample('campaign-set', refusal);
  const coming = days.flatMap(({ day }) => (day >= today ? [day] : []));
  const [from, until] = [coming[0], coming.at(-1)];
  if (!from) return withExample('campaign-set', refusal);
  const example = field === 'core' ? from : `${from}..${until}`;
  return { ...refusal, values: { ...refusal.values, key: field, example } };
}

function isDateField(field: string): boolean {
  return field === 'days' || field === 'core';
}

/** With other days, or other core days, where they are among the changes. */
function withDates(
  campaign: Campaign,
  { days, core }: Readonly<Record<string, string>>,
  { calendar, today }: When,
): { campaign: Campaign; skipped: NotWorking[] } | { fields: { field: string; refusal: Refusal }[] } {
  if (days === undefined && core === undefined) return { campaign, skipped: [] };
  const spans = days === undefined ? null : parseDays(days, { today, prefer: 'next' });
  const from = campaign.days.find(({ day }) => day >= today)?.day ?? today;
  const cores = core === undefined ? null : readCores(core, from);
  const fields = [
    ...(isRefusal(spans) ? [{ field: 'days', refusal: spans }] : []),
    ...(isRefusal(cores) ? [{ field: 'core', refusal: cores }] : []),
  ];
  if (isRefusal(spans) || isRefusal(cores)) return { fields };
  const planned = planAgain(campaign, { days: spans, core: cores }, calendar, today);
  if (!isRefusal(planned)) return planned;
  const isOfCore = ['core-outside', 'not-working-day'].includes(planned.refusal) || spans === null;
  return { fields: [{ field: isOfCore ? 'core' : 'days', refusal: planned }] };
}

/** Core days without a year are those nearest to the campaign's first coming day. */
function readCores(text: string, from: Day): Day[] | Refusal {
  if (isNone(text) || text.trim() === '') return [];
  const days: DayRange[] | Refusal = parseDays(text, { today: from, prefer: 'nearest' });
  return isRefusal(days) ? days : daysOf(days);
}

function withChange(campaign: Campaign, key: string, text: string): Campaign | Refusal {
  const known = TERM_KEYS.find((one) => one === key);
  if (!known)
    return refuse('unknown-setting', { text: repeated(key), nearest: '', known: { names: TERM_KEYS } });
  if (known === 'target') return withTarget(campaign, text);
  return isTerm(known) ? withTerm(campaign, known, text) : campaign;
}

function isTerm(key: TermKey): key is Term {
  return key in TERM_OF;
}

function withTarget(campaign: Campaign, text: string): Campaign | Refusal {
  const target = readTarget(isNone(text) ? null : text);
  return typeof target === 'object' && target !== null ? target : { ...campaign, target };
}

function withTerm(campaign: Campaign, key: Term, text: string): Campaign | Refusal {
  const { [TERM_OF[key]]: _, ...others } = campaign.terms ?? {};
  if (isNone(text) || text.trim() === '') return { ...campaign, terms: others };
  const value = asInFile(campaign, key, text);
  if (isRefusal(value)) return value;
  const read = ownCampaign.partial().safeParse({ [key]: value });
  // A team has a setting `window`, too.
  const named = key === 'window' ? 'hours' : key;
  if (!read.success)
    return refuse('bad-setting', {
      ...{ key: named, value: repeated(text), example: rightValue(key, text) ?? FIELD_EXAMPLES[key] },
    });
  const asked = termsOf(read.data);
  const more = asked.category === 'special' ? specialOf(campaign) : {};
  return { ...campaign, terms: { ...others, ...more, ...asked } };
}

/** Without a core day nothing is asked of one. */
function specialOf({ id, days }: Campaign): Terms {
  const { minimumCorePeople, ...others } = specialTerms(id);
  const asksPeople = minimumCorePeople !== undefined && days.some(({ core }) => core);
  return asksPeople ? { ...others, minimumCorePeople } : others;
}

/** As a campaign file would have it; dates without a year are those nearest to the campaign. */
function asInFile({ days }: Campaign, key: Term, text: string): unknown | Refusal {
  if (key === 'window') {
    const window = readWindow(text);
    if (isRefusal(window)) return orderedBy(window);
    return window ? `${window.from}-${window.until}` : text;
  }
  if (key === 'peak') return readTime(text) ?? text;
  if (key !== 'baseline') return fileValue(text);
  const [first] = days;
  const span = first ? parseSpan(text, { today: first.day, prefer: 'nearest' }) : null;
  return span && !isRefusal(span) ? `${span.from}..${span.until}` : text;
}

/** A window that ends before it begins, with the value that would be right. */
function orderedBy(refusal: Refusal): Refusal {
  const { from, until } = refusal.values;
  const times = [from, until].map((one) => (typeof one === 'object' && 'time' in one ? one.time : ''));
  return { ...refusal, values: { ...refusal.values, key: 'hours', example: times.sort().join('-') } };
}

/** A number, a switch, or a text. */
function fileValue(text: string): unknown {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (/^\d{1,3}(,\d{3})+$|^\d{1,9}$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return readSwitch(plain) ?? plain;
}
