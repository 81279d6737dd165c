import { Temporal } from 'temporal-polyfill';
import { type Locale, localeFor } from '../people/person';
import { type Refusal, refuse } from '../refusal';
import { fold } from '../text';
import {
  type Day,
  daySpan,
  daysBetween,
  isDay,
  isTime,
  isZone,
  minutesOf,
  type Time,
  type Zone,
} from '../time/calendar';
import { isOrdered, type Window } from '../time/window';
import type { AnnounceLead, PollDays, RemindAt } from './settings';

/* Values of settings as people type them. `undefined`: not understood; the caller knows the key and an example. */

const ON = new Set(['on', 'yes', 'true', '1', 'オン', 'はい', '有効', '开', '開', '是']);
const OFF = new Set([
  'off',
  'no',
  'false',
  '0',
  'none',
  'never',
  'オフ',
  'いいえ',
  'なし',
  '無効',
  '关',
  '關',
  '否',
  '无',
  '無',
]);
const TO = /\s*(?:\.{2,}|\bto\b|から|至|到|[-‐-―−ー~〜])\s*/u;
const LANGUAGES: ReadonlyMap<string, Locale> = new Map([
  ['english', 'en'],
  ['japanese', 'ja'],
  ['日本語', 'ja'],
  ['chinese', 'zh-CN'],
  ['中文', 'zh-CN'],
  ['简体中文', 'zh-CN'],
  ['繁體中文', 'zh-TW'],
  ['繁体中文', 'zh-TW'],
]);
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
/** Own holidays and working days that a team can hold of each. */
export const MOST_OWN_DAYS = 366;

function isOff(text: string): boolean {
  return OFF.has(fold(text));
}

/** Of a setting that can be without a value: also an input left empty. */
function isNone(text: string): boolean {
  return text.trim() === '' || isOff(text);
}

export function readSwitch(text: string): boolean | undefined {
  if (isOff(text)) return false;
  return ON.has(fold(text)) ? true : undefined;
}

/** A wall time: `7`, `7:00`, `0700`, `7am`, `19時`, `7時半`, `7点30分`. */
export function readTime(text: string): Time | undefined {
  const typed = compact(text).replace(/半$/u, '30').replace(/分$/u, '');
  const match = /^(\d{1,2})(?:[:.時时点點](\d{2})?|(?<=\d{2})(\d{2}))?(am|pm)?$/u.exec(typed);
  if (!match) return undefined;
  const [, hour = '', minute = '00', joined = minute, half] = match;
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const hours = half ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  const time = `${String(hours).padStart(2, '0')}:${joined}`;
  return isTime(time) ? time : undefined;
}

/** A window: `07:00-10:30`, `7–10:30`, `7時〜10時半`. Refused when it ends before it begins. */
export function readWindow(text: string): Window | undefined | Refusal {
  const [first = '', second = '', ...more] = text.normalize('NFKC').trim().split(TO);
  const [from, until] = [readTime(first), readTime(second)];
  if (!from || !until || more.length > 0) return undefined;
  const window = { from, until };
  return isOrdered(window)
    ? window
    : refuse('window-order', { from: { time: from }, until: { time: until } });
}

/** A time zone: `asia/tokyo`, or a city's name alone: `New York`. */
export function readZone(text: string): Zone | undefined {
  const typed = text.normalize('NFKC').trim().replace(/\s+/gu, '_');
  if (isZone(typed)) return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(typed).timeZoneId;
  const city = fold(typed);
  return Intl.supportedValuesOf('timeZone').find((zone) => fold(zone.split('/').at(-1) ?? '') === city);
}

/** One of our languages: its code, a tag of its family (`zh-hk`), or its name. */
export function readLanguage(text: string): Locale | undefined {
  const typed = text.normalize('NFKC').trim();
  return LANGUAGES.get(fold(typed)) ?? localeFor(typed) ?? undefined;
}

/** When to announce: `7,prev`. Longest lead first, each once. */
export function readAnnounce(text: string): AnnounceLead[] | undefined {
  if (isNone(text)) return [];
  const leads = new Set(listOf(text.toLowerCase()).map(readLead));
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

/** When to remind: `80%`, a time, or off. A bare number below 24 could be either, and is not understood. */
export function readRemind(text: string): RemindAt | undefined {
  if (isNone(text)) return null;
  const typed = compact(text);
  const [, percent, sign] = /^(\d{1,2})(%?)$/.exec(typed) ?? [];
  if (percent !== undefined) {
    const share = Number(percent) / 100;
    return share > 0 && (sign || Number(percent) >= 24) ? { share } : undefined;
  }
  const time = readTime(typed);
  return time ? { time } : undefined;
}

/** Whether the silent can be reminded then: inside the window, not as it opens. */
export function remindsWithin(remind: RemindAt, { from, until }: Window): boolean {
  if (!remind || 'share' in remind) return true;
  return minutesOf(from) < minutesOf(remind.time) && minutesOf(remind.time) < minutesOf(until);
}

export function readPolls(text: string): PollDays | undefined {
  return isOff(text) ? 'off' : POLL_DAYS.get(fold(text));
}

/** Minutes of a return commute, 1 to 600; `off` is null. */
export function readCommute(text: string): number | null | undefined {
  if (isNone(text)) return null;
  const minutes = /^(\d{1,3})(?:m|min|minutes|分|分钟|分鐘)?$/u.exec(compact(text))?.[1];
  return minutes && Number(minutes) >= 1 && Number(minutes) <= MOST_COMMUTE_MINUTES
    ? Number(minutes)
    : undefined;
}

/**
 * A list of days: `2018-08-13,2018-08-14` or `2018-08-13..2018-08-15` in the place of `known`; each with `+` or `-`
 * before it: added to, or taken from it; `none`: empty. Ascending, each once.
 */
export function readOwnDays(text: string, known: readonly Day[]): Day[] | undefined | Refusal {
  if (isNone(text)) return [];
  const items = listOf(text);
  const signed = items.filter((item) => /^[+-]/.test(item)).length;
  if (items.length === 0 || (signed > 0 && signed < items.length)) return undefined;
  const days = new Set(signed > 0 ? known : []);
  for (const item of items) {
    const span = readSpan(item.replace(/^[+-]/, ''));
    if (!Array.isArray(span)) return span;
    for (const day of span) {
      if (item.startsWith('-')) days.delete(day);
      else days.add(day);
    }
  }
  return days.size > MOST_OWN_DAYS ? refuse('too-many-days', { max: MOST_OWN_DAYS }) : [...days].sort();
}

function readSpan(text: string): Day[] | undefined | Refusal {
  const [from = '', until = from, ...more] = text.split('..');
  if (more.length > 0 || ![from, until].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))) return undefined;
  const impossible = [from, until].find((day) => !isDay(day));
  if (impossible !== undefined) return refuse('impossible-date', { text: impossible });
  if (until < from) return refuse('reversed-days', { from: { day: from }, until: { day: until } });
  if (daysBetween(from, until) >= MOST_OWN_DAYS) return refuse('too-many-days', { max: MOST_OWN_DAYS });
  return daySpan(from, until);
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

function listOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[\s,、;]+/u)
    .filter((item) => item !== '');
}
