import { isRefusal, type Refusal, refuse } from '../refusal';
import { matchKey } from '../text';
import { type Day, minutesOf, WEEKDAYS, type Weekday } from '../time/calendar';
import type { Window } from '../time/window';
import { MAX_SPAN_DAYS } from '../typed/day-items';
import { daysOf as daysIn, parseDays } from '../typed/days';
import { fold } from '../typed/fold';
import { readNumber } from '../typed/number';
import { quoteTyped } from '../typed/quote';
import { isNone, readSwitch } from '../typed/switch';
import { readTime } from '../typed/time';
import type { Today } from '../typed/which-day';
import { BY_COUNTRY, WEEKDAY_CHARACTERS, WEEKDAY_WORDS } from '../typed/words';
import type { AnnounceLead, CommuteCost, Digest, PollDays, RemindAt } from './settings';

/* Readers of settings as people type them. They return undefined for a text that is not understood. */

const POLL_DAYS: ReadonlyMap<string, PollDays> = new Map([
  ['teleworkdays', 'telework-days'],
  ['teleworkday', 'telework-days'],
  ['campaign', 'telework-days'],
  ['campaigns', 'telework-days'],
  ['workdays', 'workdays'],
  ['workday', 'workdays'],
  ['everyworkday', 'workdays'],
  ['weekdays', 'workdays'],
  ['daily', 'workdays'],
]);
const MOST_LEADS = 5;
const MOST_LEAD_DAYS = 60;
const MOST_COMMUTE_MINUTES = 600;
/** When to announce: `7,prev`. At most 5 leads of 1 to 60 days, the longest first, each once. */
export function readAnnounce(text: string): AnnounceLead[] | undefined {
  if (isNone(text)) return [];
  const leads = new Set(listOf(text).map(readLead));
  if (leads.size === 0 || leads.size > MOST_LEADS || leads.has(undefined)) return undefined;
  return [...leads].filter((lead) => lead !== undefined).sort((a, b) => daysOf(b) - daysOf(a));
}

function readLead(text: string): AnnounceLead | undefined {
  if (/^(prev|previous|前営業日|前日|前一工作日|前一個工作日)$/u.test(text)) return 'prev';
  const days = /^(\d{1,2})(?:d|日|天)?$/u.exec(text)?.[1];
  return days && Number(days) >= 1 && Number(days) <= MOST_LEAD_DAYS ? Number(days) : undefined;
}

/** The previous working day comes last. */
function daysOf(lead: AnnounceLead): number {
  return lead === 'prev' ? 0 : lead;
}

/**
 * When to remind: `80%`, a time, or off. A bare number from 24 to 99 is a percentage; others could be either and are not
 * understood.
 */
export function readRemind(text: string): RemindAt | undefined {
  if (isNone(text)) return null;
  const typed = compact(text);
  const [, percent, sign] = /^(\d{1,3})(%?)$/.exec(typed) ?? [];
  if (percent !== undefined) {
    const share = Number(percent) / 100;
    return share > 0 && share < 1 && (sign || Number(percent) >= 24) ? { share } : undefined;
  }
  const time = readTime(typed);
  return time ? { time } : undefined;
}

/** Whether the reminder's time is strictly inside the window. */
export function remindsWithin(remind: RemindAt, { from, until }: Window): boolean {
  if (!remind || 'share' in remind) return true;
  return minutesOf(from) < minutesOf(remind.time) && minutesOf(remind.time) < minutesOf(until);
}

/** On which days the team is polled: `telework-days`, `workdays` or off. */
export function readPolls(text: string): PollDays | undefined {
  return isNone(text) && text.trim() !== '' ? 'off' : POLL_DAYS.get(matchKey(text));
}

const DIGEST_TO_LEAD =
  /^(?:lead|private|privately|in private|me|to me|担当者|個別|负责人|私聊|負責人|私訊)$/u;
const DIGEST_IN_CHANNEL = /^(?:channel|in the channel|チャンネル|频道|頻道)$/u;

/** Where the digest of the next week is sent: `on` or `channel`, `lead`, or off, which is null. */
export function readDigest(text: string): Digest | null | undefined {
  const typed = fold(text);
  if (DIGEST_TO_LEAD.test(typed)) return 'lead';
  if (DIGEST_IN_CHANNEL.test(typed)) return 'channel';
  const on = readSwitch(text);
  return on === null ? undefined : on ? 'channel' : null;
}

/**
 * The days of the week on which the team does not work, 1 to 6 of them in the order of the week: `fri,sat`, `金土`. `auto`
 * is null: those of its country.
 */
export function readWeekend(text: string): Weekday[] | null | undefined {
  const typed = fold(text);
  if (BY_COUNTRY.exact(typed) !== null) return null;
  const days = new Set<Weekday>();
  let at = 0;
  while (at < typed.length) {
    const between = /[\s,、;・/&+-]+|(?:and|和|と)(?= )/uy;
    between.lastIndex = at;
    const read = WEEKDAY_WORDS.read(typed, at) ?? WEEKDAY_CHARACTERS.read(typed, at);
    if (read) days.add(read.value);
    at = read?.end ?? (between.test(typed) ? between.lastIndex : Number.POSITIVE_INFINITY);
  }
  const isWhole = at === typed.length;
  return isWhole && days.size > 0 && days.size < WEEKDAYS.length
    ? WEEKDAYS.filter((day) => days.has(day))
    : undefined;
}

/** Minutes of a return commute, 1 to 600; `off` is null. */
export function readCommute(text: string): number | null | undefined {
  if (isNone(text)) return null;
  const minutes = /^(\d{1,3})(?:m|min|minutes|分|分钟|分鐘)?$/u.exec(compact(text))?.[1];
  return minutes && Number(minutes) >= 1 && Number(minutes) <= MOST_COMMUTE_MINUTES
    ? Number(minutes)
    : undefined;
}

const FARE =
  /^(?<amount>[\d.,' ]+) ?(?<currency>[a-z]{3})$|^(?<sign>[¥$€£]) ?(?<signed>[\d.,' ]+)$|^(?<yen>[\d.,' ]+) ?円$/u;
const TRAVEL =
  /^(?<km>[\d.,]+) ?(?:km|キロ|公里) ?(?:by )?(?<mode>car|drive|車|自動車|车|汽车|車|開車|rail|train|電車|鉄道|火车|地铁|捷運|火車)$/u;
const BY_CAR = /^(?:car|drive|車|自動車|车|汽车|開車)$/u;
const SIGNS: Readonly<Record<string, string>> = { '¥': 'JPY', $: 'USD', '€': 'EUR', '£': 'GBP' };
/** A dearer or longer commute is a typing error. */
const MOST_FARE = 1_000_000;
const MOST_KM = 1_000;

/** `600 JPY, 24 km car`: the fare, the way, or both, of a return commute; `off` is null. */
export function readCommuteCost(text: string): CommuteCost | null | undefined {
  if (isNone(text)) return null;
  const cost: CommuteCost = { fare: null, travel: null };
  for (const part of fold(text).split(/[,、;] (?=\S)|[、;+]| and /u)) {
    const fare = fareOf(part.trim());
    const travel = fare ? null : travelOf(part.trim());
    if (fare && !cost.fare) cost.fare = fare;
    else if (travel && !cost.travel) cost.travel = travel;
    else return undefined;
  }
  return cost;
}

function fareOf(text: string): CommuteCost['fare'] {
  const { amount, currency, sign, signed, yen } = FARE.exec(text)?.groups ?? {};
  const value = readNumber(amount ?? signed ?? yen ?? '');
  const code = currency?.toUpperCase() ?? (sign === undefined ? 'JPY' : SIGNS[sign]);
  return typeof value === 'number' && value > 0 && value <= MOST_FARE && code
    ? { amount: value, currency: code }
    : null;
}

function travelOf(text: string): CommuteCost['travel'] {
  const { km = '', mode = '' } = TRAVEL.exec(text)?.groups ?? {};
  const value = readNumber(km);
  if (typeof value !== 'number' || value <= 0 || value > MOST_KM) return null;
  return { mode: BY_CAR.test(mode) ? 'car' : 'rail', km: value };
}

/**
 * A list of days and spans in any way a date is written, `2018-08-13, 14 Aug..16 Aug`, in the place of `known`; each
 * with `+` or `-` before it: added to `known`, or taken from it; `none`: empty. A date without its year is the next
 * one from today on. Ascending, each day once, at most 366.
 */
export function readOwnDays(text: string, known: readonly Day[], today: Today): Day[] | undefined | Refusal {
  if (isNone(text)) return [];
  const items = itemsOf(text, today);
  const signed = items.filter((item) => SIGN.test(item)).length;
  if (items.length === 0 || (signed > 0 && signed < items.length)) return undefined;
  const days = new Set(signed > 0 ? known : []);
  for (const item of items) {
    const named = parseDays(item.replace(SIGN, ''), { ...today, prefer: 'next' });
    if (isRefusal(named)) return named.refusal === 'unknown-date' ? undefined : quoteTyped(text, named);
    change(days, item.startsWith('-') ? 'delete' : 'add', daysIn(named));
  }
  return days.size > MAX_SPAN_DAYS ? refuse('too-many-days', { max: MAX_SPAN_DAYS }) : [...days].sort();
}

function change(days: Set<Day>, how: 'add' | 'delete', changed: readonly Day[]): void {
  for (const day of changed) days[how](day);
}

const SIGN = /^[+-]/;

/** Commas separate days, and so does a sign after a space; plain spaces do where the words are not one date. */
function itemsOf(text: string, today: Today): string[] {
  return fold(text)
    .split(/[,、;]+| (?=[+-]\S)/u)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .flatMap((item) => (isDays(item, today) ? [item] : item.split(' ')));
}

function isDays(item: string, today: Today): boolean {
  const days = parseDays(item.replace(SIGN, ''), { ...today, prefer: 'next' });
  return !isRefusal(days) || days.refusal !== 'unknown-date';
}

function compact(text: string): string {
  return fold(text).replaceAll(' ', '');
}

function listOf(text: string): string[] {
  return fold(text)
    .split(/[\s,、;]+/u)
    .filter((item) => item !== '');
}
