import type { Names } from '../domain/campaigns/terms';
import type { Locale } from '../domain/people/person';
import type { Day, Millis, Time, Weekday, Zone } from '../domain/time/calendar';
import type { Window } from '../domain/time/window';
import {
  formatCountry,
  formatDay,
  formatDuration,
  formatList,
  formatNumber,
  formatPercent,
  formatTyped,
  formatWeekday,
  formatWeekdayLetter,
  formatWindow,
  formatZone,
  joinItems,
} from '../i18n/format';
import type { MessageKey } from '../i18n/language';
import { translate } from '../i18n/translate';
import type { Values } from '../ports/translate';

/** A list is cut at so many characters, so that no part exceeds a platform's limit. */
const LIST_LENGTH = 1_500;

/** The words of one language for one reader, whose calendar date is `today`. */
export interface Words {
  locale: Locale;
  today: Day;
  t(key: MessageKey, values?: Values): string;
  day(day: Day): string;
  /** A day as it is typed: `24 July`; in ISO form, `2027-07-24`, in another year. */
  typed(day: Day): string;
  /** `Monday`. */
  weekday(weekday: Weekday): string;
  /** `M`, of a day's weekday. */
  weekdayLetter(day: Day): string;
  window(window: Window): string;
  zone(zone: Zone, day: Day, time: Time): string;
  duration(duration: Millis): string;
  /** `Japan (JP)`. */
  country(code: string): string;
  number(value: number): string;
  /** A campaign by its name in this language. */
  campaign(of: { name: string; names?: Names | undefined; terms?: { names?: Names } }): string;
  /** `Label: value`. */
  fact(label: string, value: string): string;
  /** A share given from 0 to 1: `33.3%`. */
  share(share: number): string;
  /** `12 of 24 (50%)`. */
  of(count: number, total: number): string;
  /** `12 (50%)`. */
  count(count: number, total: number): string;
  /** `12/24 (50%)`, for tables. */
  cell(count: number, total: number): string;
  /** All of them, in order. */
  join(items: readonly string[]): string;
  /** Cut where it becomes too long, followed by the number of the others. */
  list(items: readonly string[]): string;
}

export function wordsFor(locale: Locale, today: Day): Words {
  const t = (key: MessageKey, values: Values = {}) => translate(locale, key, values);
  const number = (value: number) => formatNumber(locale, value);
  const withPercent = (text: string, count: number, total: number) => {
    const percent = formatPercent(count, total);
    return percent === null ? text : `${text} (${percent})`;
  };
  return {
    locale,
    today,
    t,
    number,
    day: (day) => formatDay(locale, day, today),
    typed: (day) => formatTyped(locale, day, today),
    weekday: (weekday) => formatWeekday(locale, weekday),
    weekdayLetter: (day) => formatWeekdayLetter(locale, day),
    window: (window) => formatWindow(locale, window),
    zone: (zone, day, time) => formatZone(locale, zone, day, time),
    duration: (duration) => formatDuration(locale, duration),
    country: (code) => formatCountry(locale, code),
    campaign: ({ name, terms, names = terms?.names }) => names?.[locale] ?? name,
    fact: (label, value) => t('list.fact', { label, value }),
    share: (share) => `${number(share * 100)}%`,
    of: (count, total) => {
      const percent = formatPercent(count, total);
      if (percent === null) return t('figure.share-of-none', { count, total });
      return t('figure.share', { count, total, percent });
    },
    count: (count, total) => {
      const percent = formatPercent(count, total);
      return percent === null ? number(count) : t('figure.count', { count, percent });
    },
    cell: (count, total) => withPercent(`${number(count)}/${number(total)}`, count, total),
    join: (items) => joinItems(locale, items),
    list: (items) => {
      const shown = items.slice(0, Math.max(1, fitting(items)));
      const more = items.length - shown.length;
      if (more === 0) return formatList(locale, items);
      return t('list.more-days', { list: joinItems(locale, shown), count: more });
    },
  };
}

function fitting(items: readonly string[]): number {
  let length = 0;
  const cut = items.findIndex((item) => {
    length += item.length + 2;
    return length > LIST_LENGTH;
  });
  return cut === -1 ? items.length : cut;
}
