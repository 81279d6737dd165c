import type { dates as en } from '../en/dates';

export const dates = {
  'date.short': '{day, date, ::MMMMd}({day, date, ::EEEEE})',
  'date.full': '{day, date, ::yMMMMd}({day, date, ::EEEEE})',
  'date.typed': '{day, date, ::MMMMd}',
  'date.weekday': '{day, date, ::EEE}',
  'date.weekday-letter': '{day, date, ::EEEEE}',
  'date.month': '{day, date, ::yMMMM}',
  'date.span': '{from}至{until}',

  'time.span': '{from}–{until}',
  'time.zoned': '{span}({zone})',

  'duration.minutes': '{minutes, number}分鐘',
  'duration.hours': '{hours, number}小時',
  'duration.both': '{hours, number}小時{minutes, number}分鐘',
  'country.whole': '{country}({code})',
  'country.region': '{country} · {region}({code})',
} satisfies Record<keyof typeof en, string>;
