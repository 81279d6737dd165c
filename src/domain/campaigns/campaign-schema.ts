import { z } from 'zod';
import { LOCALES } from '../people/person';
import { hasControl, lengthOf, MAX_NAME } from '../text';
import { type DayRange, isDay, isTime } from '../time/calendar';
import { isOrdered, type Window } from '../time/window';
import { MAX_CAMPAIGN_DAYS } from './campaign';
import { daysOfRule } from './recurrence';
import { CATEGORIES, type Names, type Terms } from './terms';

/* The one form of campaigns as data: of those that are shipped, and of an organisation's own files. */

/** The most people of an organisation; more are typing errors. */
const MAX_PEOPLE = 5_000_000;

const name = z.string().refine((text) => isName(text));
const day = z.string().refine(isDay);
const span = z.string().transform((text, context) => readSpan(text) ?? invalid(context));
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item).min(1).max(MAX_CAMPAIGN_DAYS), item.transform((one) => [one])]);
const people = z.number().int().min(1).max(MAX_PEOPLE);

const conditions = {
  'minimum-days': z.number().int().min(1).max(MAX_CAMPAIGN_DAYS).optional(),
  'minimum-core-people': people.optional(),
  'measures-effects': z.boolean().optional(),
};

/** What a campaign says of itself; times are local, days of the closed spans are ISO dates. */
const fields = {
  name,
  names: z.strictObject(Object.fromEntries(LOCALES.map((locale) => [locale, name.optional()]))).optional(),
  days: listOf(span).optional(),
  repeats: z
    .string()
    .refine((rule) => daysOfRule(rule, '2024-01-01', 1) !== null)
    .optional(),
  core: listOf(day).optional(),
  window: z
    .string()
    .transform((text, context) => readHours(text) ?? invalid(context))
    .optional(),
  peak: z.string().refine(isTime).optional(),
  target: z.union([z.string().max(10), z.number()]).optional(),
  category: z.enum(CATEGORIES).optional(),
  supporting: z.boolean().optional(),
  ...conditions,
  baseline: span.optional(),
  headcount: people.optional(),
};

/** A campaign file of an organisation. */
export const ownCampaign = z.strictObject(fields);
export type OwnCampaign = z.infer<typeof ownCampaign>;

/** From which day on a campaign without dates of its own repeats. */
const BEGINNINGS = ['today', 'next-week', 'in-two-weeks', 'this-year'] as const;

/** A campaign that is shipped; `special` is asked of organisations of that category, `coreNumber` counts its days from 1. */
export const presetCampaign = z.strictObject({
  ...fields,
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .optional(),
  begins: z.enum(BEGINNINGS).optional(),
  coreNumber: z.number().int().min(1).optional(),
  special: z.strictObject(conditions).optional(),
  sources: z.array(z.string()).min(1),
});
export type PresetCampaign = z.infer<typeof presetCampaign>;

/** What fits into each field. */
export const FIELD_EXAMPLES: Readonly<Record<keyof OwnCampaign, string>> = {
  name: 'Summer Telework Days',
  names: 'ja: 夏のテレワーク・デイズ',
  days: '2027-07-19..2027-07-23',
  repeats: 'FREQ=WEEKLY;BYDAY=WE;COUNT=10',
  core: '2027-07-20',
  window: '07:00-10:30',
  peak: '10:30',
  target: '60%',
  category: CATEGORIES.join(', '),
  supporting: 'true',
  'minimum-days': '2',
  'minimum-core-people': '100',
  'measures-effects': 'true',
  baseline: '2027-07-05..2027-07-09',
  headcount: '1200',
};

type Some<T> = { [Key in keyof T]?: T[Key] | undefined };

/** What the campaign asks besides its days. */
export function termsOf(file: Some<OwnCampaign>): Terms {
  const { names, window, peak, category, supporting, baseline, headcount } = file;
  return {
    ...(names ? { names: names as Names } : {}),
    ...(window ? { window } : {}),
    ...(peak === undefined ? {} : { peakUntil: peak }),
    ...(category ? { category } : {}),
    ...(supporting ? { supporting } : {}),
    ...conditionsOf(file),
    ...(baseline ? { baseline } : {}),
    ...(headcount === undefined ? {} : { headcount }),
  };
}

type Conditions = Pick<OwnCampaign, 'minimum-days' | 'minimum-core-people' | 'measures-effects'>;

export function conditionsOf(file: Conditions): Terms {
  const [days, core, effects] = [file['minimum-days'], file['minimum-core-people'], file['measures-effects']];
  return {
    ...(days === undefined ? {} : { minimumDays: days }),
    ...(core === undefined ? {} : { minimumCorePeople: core }),
    ...(effects ? { measuresEffects: effects } : {}),
  };
}

function isName(text: string): boolean {
  const length = lengthOf(text.trim(), MAX_NAME + 1);
  return length > 0 && length <= MAX_NAME && !hasControl(text);
}

/** `2018-07-24`, or `2018-07-23..2018-07-27`. */
function readSpan(text: string): DayRange | null {
  const [from = '', until = from, ...more] = text.split('..').map((part) => part.trim());
  return isDay(from) && isDay(until) && from <= until && more.length === 0 ? { from, until } : null;
}

function readHours(text: string): Window | null {
  const [from = '', until = '', ...more] = text.split(/\s*[-–〜]\s*/u);
  const window = { from, until };
  return isTime(from) && isTime(until) && more.length === 0 && isOrdered(window) ? window : null;
}

function invalid(context: z.core.$RefinementCtx<unknown>): never {
  context.addIssue({ code: 'custom', input: context.value });
  return z.NEVER;
}
