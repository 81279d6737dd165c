import { type Day, dayOfYear, momentAt, type Zone } from '../time/calendar';
import { fold } from './fold';

/** When something was counted: a local calendar date, and the hour of it; null: the whole day. */
export interface CountedAt {
  day: Day;
  hour: number | null;
  /** What tells one reading of the hour from another. */
  minute: number;
}

const DATE = String.raw`(?<year>\d{4})(?:(?<gap>[-/.])(?<month>\d{1,2})\k<gap>(?<date>\d{1,2})|年 ?(?<m>\d{1,2})月 ?(?<d>\d{1,2})日)`;
const WEEKDAY = String.raw`(?: ?\([a-z月火水木金土日一二三四五六]{1,4}\))?`;
const CLOCK = String.raw`(?:[t ] ?|(?<=日) ?)(?<hour>\d{1,2})(?:(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?)|[時时點点](?:(?<min>\d{1,2})分)?)?`;
const OFFSET = String.raw`(?: ?(?<offset>z|utc|[+-]\d{2}:?\d{2}))?`;
const TIMESTAMP = new RegExp(`^${DATE}${WEEKDAY}(?:${CLOCK}${OFFSET})?$`, 'u');
const COMPACT =
  /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})(?:t(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?<offset>z)?)?$/u;

/**
 * Reads `2018-07-24`, `2018/7/24 9:00`, `2018年7月24日(火) 9時`, `2018-07-24T00:00:00Z` or `+09:00`, `20180724`; null for
 * any other text, and for a date or time that does not exist. The year stands first, since day and month cannot be told
 * apart otherwise.
 *
 * @param zone where a timestamp with an offset is counted; one without is local there
 */
export function readTimestamp(text: string, zone: Zone): CountedAt | null {
  const folded = fold(text);
  const groups = (TIMESTAMP.exec(folded) ?? COMPACT.exec(folded))?.groups;
  if (!groups) return null;
  const day = dayOfYear(
    Number(groups.year),
    Number(groups.month ?? groups.m),
    Number(groups.date ?? groups.d),
  );
  if (day === null) return null;
  if (groups.hour === undefined) return { day, hour: null, minute: 0 };
  const [hour, minute] = [Number(groups.hour), Number(groups.minute ?? groups.min ?? 0)];
  if (hour > 23 || minute > 59 || Number(groups.second ?? 0) > 60) return null;
  return groups.offset === undefined
    ? { day, hour, minute }
    : inZone(day, hour * 60 + minute, groups.offset, zone);
}

function inZone(day: Day, minutes: number, offset: string, zone: Zone): CountedAt {
  const [, sign, hours = '0', rest = '0'] = /^([+-])(\d{2}):?(\d{2})$/u.exec(offset) ?? [];
  const ahead = (Number(hours) * 60 + Number(rest)) * (sign === '-' ? -1 : 1);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const local = momentAt(Date.UTC(year, month - 1, date, 0, minutes - ahead), zone);
  return { day: local.day, hour: Number(local.time.slice(0, 2)), minute: Number(local.time.slice(3)) };
}
