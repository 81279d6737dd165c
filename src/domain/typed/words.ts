import type { Locale } from '../people/person';
import type { Weekday } from '../time/calendar';
import { lexicon } from './lexicon';

/* The words of typed values in English, Japanese, simplified and traditional Chinese. Every phrase is in its folded form. */

export const SWITCH = lexicon({
  on: [
    ...['on', 'yes', 'true', '1', 'オン', 'はい', '有効', 'する'],
    ...['开', '打开', '开启', '開', '打開', '開啟', '是'],
  ],
  off: [
    ...['off', 'no', 'false', '0', 'stop', 'オフ', 'いいえ', '無効', 'しない'],
    ...['关', '关闭', '關', '關閉', '停止', '否'],
  ],
});

/** A value that is absent. */
export const NONE = lexicon({ none: ['none', 'never', 'なし', '无', '無'] });

export const LANGUAGES = lexicon<Locale>({
  en: ['en', 'english', '英語', '英语', '英文'],
  ja: ['ja', 'jp', 'japanese', 'nihongo', '日本語', '日语', '日文', '日語'],
  'zh-CN': [
    ...['zh', 'zh cn', 'zh hans', 'cn', 'chinese', 'simplified chinese', 'chinese simplified'],
    ...['简体中文', '简体', '中文', '汉语', '簡體中文', '簡體', '中国語', '簡体字', '中国語(簡体字)'],
  ],
  'zh-TW': [
    ...['zh tw', 'zh hant', 'tw', 'traditional chinese', 'chinese traditional'],
    ...['繁體中文', '繁體', '正體中文', '繁体中文', '繁体', '繁体字', '中国語(繁体字)'],
  ],
});

export const WEEKDAY_WORDS = lexicon<Weekday>({
  mon: ['mon', 'monday', '月曜', '月曜日', '周一', '週一', '星期一', '礼拜一', '禮拜一'],
  tue: ['tue', 'tues', 'tuesday', '火曜', '火曜日', '周二', '週二', '星期二', '礼拜二', '禮拜二'],
  wed: ['wed', 'weds', 'wednesday', '水曜', '水曜日', '周三', '週三', '星期三', '礼拜三', '禮拜三'],
  thu: ['thu', 'thur', 'thurs', 'thursday', '木曜', '木曜日', '周四', '週四', '星期四', '礼拜四', '禮拜四'],
  fri: ['fri', 'friday', '金曜', '金曜日', '周五', '週五', '星期五', '礼拜五', '禮拜五'],
  sat: ['sat', 'saturday', '土曜', '土曜日', '周六', '週六', '星期六', '礼拜六', '禮拜六'],
  sun: [
    ...['sun', 'sunday', '日曜', '日曜日', '周日', '週日', '星期日', '礼拜日', '禮拜日'],
    ...['周天', '週天', '星期天', '礼拜天', '禮拜天'],
  ],
});

/** Weekdays by one character: in brackets after a date, and in a default week. */
export const WEEKDAY_CHARACTERS = lexicon<Weekday>({
  mon: ['月', '一'],
  tue: ['火', '二'],
  wed: ['水', '三'],
  thu: ['木', '四'],
  fri: ['金', '五'],
  sat: ['土', '六'],
  sun: ['日'],
});

/** Which ISO week a weekday is meant of, counted from the present one. */
export const WEEK_SHIFTS = lexicon({
  '1': ['next', '来週', '来週の', '翌週', '翌週の', '下', '下个', '下個'],
  '0': ['this', '今週', '今週の', '这', '这个', '本', '這', '這個'],
  '-1': ['last', '先週', '先週の', '上', '上个', '上個'],
});

export const RELATIVE_DAYS = lexicon({
  '-1': ['yesterday', '昨日', 'きのう', '昨天'],
  '0': ['today', '今日', '本日', 'きょう', '今天'],
  '1': ['tomorrow', 'tmr', 'tmrw', '明日', 'あした', 'あす', '翌日', '明天'],
  '2': ['day after tomorrow', 'the day after tomorrow', '明後日', 'あさって', '后天', '後天'],
});

export const MONTHS = lexicon({
  '1': ['jan', 'january'],
  '2': ['feb', 'february'],
  '3': ['mar', 'march'],
  '4': ['apr', 'april'],
  '5': ['may'],
  '6': ['jun', 'june'],
  '7': ['jul', 'july'],
  '8': ['aug', 'august'],
  '9': ['sep', 'sept', 'september'],
  '10': ['oct', 'october'],
  '11': ['nov', 'november'],
  '12': ['dec', 'december'],
});
