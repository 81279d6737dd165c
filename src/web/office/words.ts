import type { Locale } from '../../domain/people/person';
import type { Day, Time, Zone } from '../../domain/time/calendar';
import type { Window } from '../../domain/time/window';
import type { Values } from '../../ports/translate';

/** The pages' own texts, and those they share with messages. */
export type OfficeText =
  | `office.${
      | 'title'
      | 'skip'
      | 'sections'
      | 'today'
      | 'week'
      | 'command'
      | 'send'
      | 'month'
      | 'department'
      | 'style'
      | 'people'
      | 'late'
      | 'denominator'
      | 'month-none'
      | 'month-people'
      | 'month-team'
      | 'month-books'
      | 'month-teams'
      | 'month-person-days'
      | 'month-days'
      | 'month-styles'
      | 'files'
      | 'files-body'
      | 'files-year'
      | 'files-too-many'
      | 'campaign'
      | 'settings'
      | 'trail'
      | 'sign-out'
      | 'signed-out'
      | 'enter'
      | 'enter-body'
      | 'enter-button'
      | 'enter-used'
      | 'no-session'
      | 'no-session-body'
      | 'not-found'
      | 'not-found-body'
      | 'refused'
      | 'back'
      | 'teams'
      | 'teams-none'
      | 'team'
      | 'state'
      | 'state-open'
      | 'state-late'
      | 'state-over'
      | 'state-planned'
      | 'state-none'
      | 'state-stopped'
      | 'silent'
      | 'few'
      | 'many'
      | 'choose-team'
      | 'show'
      | 'week-of'
      | 'week-before'
      | 'week-after'
      | 'week-none'
      | 'week-counts'
      | 'week-people'
      | 'day'
      | 'name'
      | 'all-teams'
      | 'all-teams-none'
      | 'all-teams-change'
      | 'all-teams-hint'
      | 'all-teams-preview'
      | 'all-teams-do'
      | 'all-teams-choose'
      | 'as-it-is'
      | 'departments-file'
      | 'persons'
      | 'unreached'
      | 'unreached-none'
      | 'unreached-day'
      | 'unreached-cure'
      | 'unreached-gone'
      | 'unreached-forbidden'
      | 'silent-people'
      | 'silent-what'
      | 'silent-none'
      | 'silent-days'
      | 'silent-last'
      | 'silent-never'
      | 'silent-on'
      | 'silent-off'
      | 'csv'
      | 'retention'
      | 'trend'
      | 'trend-months'
      | 'trend-none'
      | 'trend-people'
      | 'trend-teams'
      | 'trend-week'
      | 'percent'
      | 'month-departments'
      | 'no-department'
      | 'tokens'
      | 'tokens-what'
      | 'tokens-none'
      | 'tokens-many'
      | 'token-made'
      | 'token-once'
      | 'token-name'
      | 'token-scopes'
      | 'token-until'
      | 'token-used'
      | 'token-never'
      | 'token-over'
      | 'token-revoke'
      | 'token-new'
      | 'token-days'
      | 'token-make'
      | 'token-fields'
      | 'scope-read'
      | 'scope-me:write'
      | 'scope-org:write'
      | 'members'}`
  | 'date.month'
  | 'command.web'
  | 'trouble.gone'
  | 'trouble.forbidden'
  | 'tally.telework'
  | 'tally.peak-avoided'
  | 'tally.no-office-visit'
  | 'tally.answered'
  | 'setting.window'
  | 'setting.tz'
  | 'setting.lang'
  | 'setting.polls'
  | 'setting.polls.telework-days'
  | 'setting.polls.workdays'
  | 'setting.polls.off'
  | 'setting.names'
  | 'setting.yes'
  | 'setting.no'
  | 'who.names'
  | 'who.unnamed'
  | 'who.previous'
  | 'who.next'
  | 'who-week.office'
  | 'who-week.unnamed-day'
  | 'style.home'
  | 'style.home-part'
  | 'style.satellite'
  | 'style.mobile'
  | 'style.off-peak'
  | 'style.office'
  | 'style.away'
  | 'style.no-answer';

/** What a language's words give to the pages. */
export interface GivenWords {
  locale: Locale;
  t(key: OfficeText, values?: Values): string;
  day(day: Day): string;
  window(window: Window): string;
  zone(zone: Zone, day: Day, time: Time): string;
  number(value: number): string;
  /** `12 of 24 (50%)`. */
  of(count: number, total: number): string;
  /** `12/24 (50%)`. */
  cell(count: number, total: number): string;
}

/** The words of the pages: those that are given, and the names of months. */
export interface OfficeWords extends GivenWords {
  /** `July 2018`, of `2018-07`. */
  month(month: string): string;
}

/** The words of one language for a reader whose calendar date is `today`. */
export type WordsFor = (locale: Locale, today: Day) => GivenWords;

export function officeWords(given: GivenWords): OfficeWords {
  return { ...given, month: (month) => given.t('date.month', { day: Date.parse(`${month}-01`) }) };
}
