import type { dates as en } from '../en/dates';

export const dates = {
  'date.short': '{month}月{day}日({weekday})',
  'date.full': '{year}年{month}月{day}日({weekday})',
  'date.typed': '{month}月{day}日',
  'date.span': '{from}至{until}',

  'time.span': '{from}–{until}',
  'time.zoned': '{span}({zone})',

  'weekday.mon': '周一',
  'weekday.tue': '周二',
  'weekday.wed': '周三',
  'weekday.thu': '周四',
  'weekday.fri': '周五',
  'weekday.sat': '周六',
  'weekday.sun': '周日',
  'weekday.long.mon': '星期一',
  'weekday.long.tue': '星期二',
  'weekday.long.wed': '星期三',
  'weekday.long.thu': '星期四',
  'weekday.long.fri': '星期五',
  'weekday.long.sat': '星期六',
  'weekday.long.sun': '星期日',

  'duration.minutes': '{minutes, number}分钟',
  'duration.hours': '{hours, number}小时',
  'duration.both': '{hours, number}小时{minutes, number}分钟',
} satisfies Record<keyof typeof en, string>;
