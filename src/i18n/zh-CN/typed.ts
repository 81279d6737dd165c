/** How people write dates, switches and languages, by their meaning. Every phrase is in its folded form (see `fold`). */
export const typed = {
  switch: {
    on: ['开', '打开', '开启', '是'],
    off: ['关', '关闭', '停止', '否'],
  },
  none: {
    none: ['无'],
  },
  /** A value that follows from the team's country. */
  byCountry: {
    auto: ['自动', '按国家', '国家'],
  },
  languages: {
    en: ['英语', '英文'],
    ja: ['日语', '日文'],
    'zh-CN': ['简体中文', '简体', '中文', '汉语'],
    'zh-TW': ['繁体中文', '繁体'],
  },
  weekdays: {
    mon: ['周一', '星期一', '礼拜一'],
    tue: ['周二', '星期二', '礼拜二'],
    wed: ['周三', '星期三', '礼拜三'],
    thu: ['周四', '星期四', '礼拜四'],
    fri: ['周五', '星期五', '礼拜五'],
    sat: ['周六', '星期六', '礼拜六'],
    sun: ['周日', '星期日', '礼拜日', '周天', '星期天', '礼拜天'],
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
    '0': ['这', '这个', '本'],
    '1': ['下', '下个'],
    '-1': ['上', '上个'],
  },
  relativeDays: {
    '0': ['今天'],
    '1': ['明天'],
    '2': ['后天'],
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
