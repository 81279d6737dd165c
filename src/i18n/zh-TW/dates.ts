import type { dates as en } from '../en/dates';

export const dates = {
  'date.short': '{month}月{day}日({weekday})',
  'date.full': '{year}年{month}月{day}日({weekday})',
  'date.typed': '{month}月{day}日',
  'date.span': '{from}至{until}',

  'time.span': '{from}–{until}',
  'time.zoned': '{span}({zone})',

  'weekday.mon': '一',
  'weekday.tue': '二',
  'weekday.wed': '三',
  'weekday.thu': '四',
  'weekday.fri': '五',
  'weekday.sat': '六',
  'weekday.sun': '日',
  'weekday.long.mon': '星期一',
  'weekday.long.tue': '星期二',
  'weekday.long.wed': '星期三',
  'weekday.long.thu': '星期四',
  'weekday.long.fri': '星期五',
  'weekday.long.sat': '星期六',
  'weekday.long.sun': '星期日',

  'duration.minutes': '{minutes, number}分鐘',
  'duration.hours': '{hours, number}小時',
  'duration.both': '{hours, number}小時{minutes, number}分鐘',
} satisfies Record<keyof typeof en, string>;
