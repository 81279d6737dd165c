/** How people write dates, switches and languages, by their meaning. Every phrase is in its folded form (see `fold`). */
export const typed = {
  switch: {
    on: ['オン', 'はい', '有効', 'する'],
    off: ['オフ', 'いいえ', '無効', 'しない'],
  },
  none: {
    none: ['なし'],
  },
  /** A value that follows from the team's country. */
  byCountry: {
    auto: ['自動', '国', '国に合わせる'],
  },
  languages: {
    en: ['英語'],
    ja: ['日本語'],
    'zh-CN': ['中国語', '簡体字', '中国語(簡体字)'],
    'zh-TW': ['繁体字', '中国語(繁体字)'],
  },
  weekdays: {
    mon: ['月曜', '月曜日'],
    tue: ['火曜', '火曜日'],
    wed: ['水曜', '水曜日'],
    thu: ['木曜', '木曜日'],
    fri: ['金曜', '金曜日'],
    sat: ['土曜', '土曜日'],
    sun: ['日曜', '日曜日'],
  },
  weekdayCharacters: {
    mon: ['月'],
    tue: ['火'],
    wed: ['水'],
    thu: ['木'],
    fri: ['金'],
    sat: ['土'],
    sun: ['日'],
  },
  weekShifts: {
    '0': ['今週', '今週の'],
    '1': ['来週', '来週の', '翌週', '翌週の'],
    '2': ['再来週', '再来週の'],
    '-1': ['先週', '先週の'],
  },
  relativeDays: {
    '0': ['今日', '本日', 'きょう'],
    '1': ['明日', 'あした', 'あす', '翌日'],
    '2': ['明後日', 'あさって'],
    '-1': ['昨日', 'きのう'],
  },
  weeks: {
    '0': ['今週', '今週中', '今週ずっと', '今週一週間', '今週全部'],
    '1': ['来週', '来週中', '来週ずっと', '来週いっぱい', '来週一杯', '来週一週間', '翌週', '来週全部'],
    '2': ['再来週', 'さ来週'],
    '-1': ['先週'],
    rest: ['今週の残り', '今週いっぱい', '今週一杯'],
  },
  every: {
    every: ['毎週', '毎週の'],
  },
  everyWeekday: {
    mon: [],
    tue: [],
    wed: [],
    thu: [],
    fri: [],
    sat: [],
    sun: [],
  },
  weekdaySpans: {
    'mon-fri': ['平日'],
    'mon-sun': ['毎日'],
  },
  months: {
    '1': [],
    '2': [],
    '3': [],
    '4': [],
    '5': [],
    '6': [],
    '7': [],
    '8': [],
    '9': [],
    '10': [],
    '11': [],
    '12': [],
  },
} as const;
