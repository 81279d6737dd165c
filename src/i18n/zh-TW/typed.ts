/** How people write dates, switches and languages, by their meaning. Every phrase is in its folded form (see `fold`). */
export const typed = {
  switch: {
    on: ['開', '打開', '開啟', '是'],
    off: ['關', '關閉', '停止', '否'],
  },
  none: {
    none: ['無'],
  },
  /** A value that follows from the team's country. */
  byCountry: {
    auto: ['自動', '依國家', '國家'],
  },
  languages: {
    en: ['英文'],
    ja: ['日文', '日語'],
    'zh-CN': ['中文', '簡體中文', '簡體'],
    'zh-TW': ['繁體中文', '繁體', '正體中文'],
  },
  weekdays: {
    mon: ['週一', '星期一', '禮拜一'],
    tue: ['週二', '星期二', '禮拜二'],
    wed: ['週三', '星期三', '禮拜三'],
    thu: ['週四', '星期四', '禮拜四'],
    fri: ['週五', '星期五', '禮拜五'],
    sat: ['週六', '星期六', '禮拜六'],
    sun: ['週日', '星期日', '禮拜日', '週天', '星期天', '禮拜天'],
  },
  weekdayCharacters: {
    mon: ['一'],
    tue: ['二'],
    wed: ['三'],
    thu: ['四'],
    fri: ['五'],
    sat: ['六'],
    sun: ['日'],
  },
  weekShifts: {
    '0': ['本', '這', '這個'],
    '1': ['下', '下個'],
    '-1': ['上', '上個'],
  },
  relativeDays: {
    '0': ['今天'],
    '1': ['明天'],
    '2': ['後天'],
    '-1': ['昨天'],
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
