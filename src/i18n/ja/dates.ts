import type { dates as en } from '../en/dates';

export const dates = {
  'date.short': '{day, date, ::MMMMd}({day, date, ::EEE})',
  'date.full': '{day, date, ::yMMMMd}({day, date, ::EEE})',
  'date.typed': '{day, date, ::MMMMd}',
  'date.weekday': '{day, date, ::EEEE}',
  'date.weekday-letter': '{day, date, ::EEEEE}',
  'date.month': '{day, date, ::yMMMM}',
  'date.span': '{from}～{until}',

  'time.span': '{from}～{until}',
  'time.zoned': '{span}({zone})',

  'duration.minutes': '{minutes, number}分',
  'duration.hours': '{hours, number}時間',
  'duration.both': '{hours, number}時間{minutes, number}分',
  'country.whole': '{country}({code})',
  'country.region': '{country}・{region}({code})',
} satisfies Record<keyof typeof en, string>;
