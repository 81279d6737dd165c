import type { dates as en } from '../en/dates';

export const dates = {
  'date.short': '{day, date, ::MMMMd}({day, date, ::EEE})',
  'date.full': '{day, date, ::yMMMMd}({day, date, ::EEE})',
  'date.typed': '{day, date, ::MMMMd}',
  'date.weekday': '{day, date, ::EEE}',
  'date.weekday-letter': '{day, date, ::EEEEE}',
  'date.month': '{day, date, ::yMMMM}',
  'date.span': '{from}至{until}',

  'time.span': '{from}–{until}',
  'time.zoned': '{span}({zone})',

  'duration.minutes': '{minutes, number}分钟',
  'duration.hours': '{hours, number}小时',
  'duration.both': '{hours, number}小时{minutes, number}分钟',
  'country.whole': '{country}({code})',
  'country.region': '{country} · {region}({code})',
} satisfies Record<keyof typeof en, string>;
