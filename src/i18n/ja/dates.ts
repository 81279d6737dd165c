import type { dates as en } from '../en/dates';

export const dates = {
  'date.short': '{month}月{day}日({weekday})',
  'date.full': '{year}年{month}月{day}日({weekday})',
  'date.typed': '{month}月{day}日',
  'date.span': '{from}〜{until}',

  'time.span': '{from}〜{until}',
  'time.zoned': '{span}({zone})',

  'weekday.mon': '月',
  'weekday.tue': '火',
  'weekday.wed': '水',
  'weekday.thu': '木',
  'weekday.fri': '金',
  'weekday.sat': '土',
  'weekday.sun': '日',
  'weekday.long.mon': '月曜日',
  'weekday.long.tue': '火曜日',
  'weekday.long.wed': '水曜日',
  'weekday.long.thu': '木曜日',
  'weekday.long.fri': '金曜日',
  'weekday.long.sat': '土曜日',
  'weekday.long.sun': '日曜日',

  'duration.minutes': '{minutes, number}分',
  'duration.hours': '{hours, number}時間',
  'duration.both': '{hours, number}時間{minutes, number}分',
} satisfies Record<keyof typeof en, string>;
