import type { Choice } from '../answers/work-style';
import type { Weekday, Zone } from '../time/calendar';

export const LOCALES = ['en', 'ja', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language by its own name, so that people find theirs whatever language they see. */
export const LANGUAGE_NAMES = {
  en: 'English',
  ja: '日本語',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
} satisfies Record<Locale, string>;

export function isLocale(text: string): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

export type OrgId = string;
export type TeamId = string;
export type PersonId = string;

/**
 * `person` counts in tallies; guests only where the team says so; bots, deactivated people and outsiders never. An
 * outsider belongs to another organisation and meets this one in a shared channel. Adapters decide it at their border,
 * by the workspace or tenant.
 */
export type PersonKind = 'person' | 'guest' | 'outsider' | 'bot' | 'deactivated';

/** A keyed hash of what identifies a person on every platform (their address); it reveals nothing by itself. */
export type Identity = string;

/** A person as the chat platform knows them. */
export interface Person {
  id: PersonId;
  name: string;
  locale: Locale | null;
  timeZone: Zone | null;
  kind: PersonKind;
  /** What tells people of one name apart, as their colleagues see it on the platform, `@sato.k`; absent: not known now. */
  handle?: string;
  /** Present only where people are linked and the platform was asked now; null: the platform has nothing to link by. */
  identity?: Identity | null;
}

/** What a member does on each weekday unless they say otherwise; `off` is not scheduled. */
export type DefaultWeek = Partial<Record<Weekday, Choice | 'off'>>;

/** A default week as it is shown: from the weekday on which the reader's weeks begin; absent: Monday. */
export interface ShownWeek {
  week: DefaultWeek;
  weekStart?: Weekday;
}

/** What a person chose for themselves. */
export interface Preferences {
  /** Overrides the platform's locale. */
  language: Locale | null;
  remind: boolean;
  /** Polls are asked in private, too, when they open. */
  askPrivately: boolean;
  week: DefaultWeek;
}

export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  remind: true,
  askPrivately: false,
  week: {},
};

/** A person with their preferences, as the store keeps them. */
export interface Member extends Person {
  preferences: Preferences;
}

/** The best of our languages for a BCP 47 tag (`ja-JP`, `zh-Hant-HK`), or null. */
export function localeFor(tag: string | null | undefined): Locale | null {
  if (!tag) return null;
  const parts = tag.toLowerCase().replaceAll('_', '-').split('-');
  if (parts[0] !== 'zh') return LOCALES.find((locale) => locale === parts[0]) ?? null;
  if (parts.includes('hans')) return 'zh-CN';
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-TW' : 'zh-CN';
}
