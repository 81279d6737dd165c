import { LANGUAGE_NAMES } from '../domain/people/person';
import type { SettingKey } from '../domain/teams/change-settings';
import type { AnnounceLead, OfficeBounds, RemindAt, TeamSettings } from '../domain/teams/settings';
import { type Day, isDay } from '../domain/time/calendar';
import { weekendOf } from '../domain/time/weekend';
import type { Words } from './words';

/* A team's settings, as people read them and as they type them. */

/** The values of the digest as they are typed. */
export const DIGEST_VALUES = { off: 'off', channel: 'on', lead: 'lead' } as const;

interface Writing {
  read(settings: TeamSettings, words: Words): string;
  type(settings: TeamSettings): string;
}

const WRITINGS = {
  window: {
    read: ({ window }, words) => words.window(window),
    type: ({ window }) => `${window.from}-${window.until}`,
  },
  tz: { read: ({ zone }) => zone, type: ({ zone }) => zone },
  lang: { read: ({ language }) => LANGUAGE_NAMES[language], type: ({ language }) => language },
  country: { read: ({ country }, words) => words.country(country), type: ({ country }) => country },
  weekend: {
    read: readWeekend,
    type: ({ weekend }) => weekend?.join(',') ?? 'auto',
  },
  announce: {
    read: ({ announce }, words) => readAnnounce(announce, words),
    type: ({ announce }) => announce.join(',') || 'off',
  },
  'announce-at': { read: ({ announceAt }) => announceAt, type: ({ announceAt }) => announceAt },
  remind: {
    read: ({ remind }, words) => readRemind(remind, words),
    type: ({ remind }) => typeRemind(remind),
  },
  polls: {
    read: ({ polls }, words) => words.t(`setting.polls.${polls}`),
    type: ({ polls }) => polls,
  },
  digest: {
    read: ({ digest = null }, words) =>
      words.t(digest === null ? 'setting.never' : `setting.digest.${digest}`),
    type: ({ digest = null }) => DIGEST_VALUES[digest ?? 'off'],
  },
  'in-office': {
    read: ({ inOffice = null }, words) =>
      inOffice === null ? words.t('setting.off') : officeBounds(inOffice, words),
    type: ({ inOffice = null }) =>
      inOffice === null ? 'off' : `${inOffice.least ?? ''}..${inOffice.most ?? ''}`,
  },
  names: { read: ({ names }, words) => yesOrNo(names, words), type: ({ names }) => onOrOff(names) },
  guests: { read: ({ guests }, words) => yesOrNo(guests, words), type: ({ guests }) => onOrOff(guests) },
  safety: {
    read: ({ safety = false }, words) => yesOrNo(safety, words),
    type: ({ safety = false }) => onOrOff(safety),
  },
  commute: {
    read: ({ commuteMinutes: minutes }, words) =>
      minutes === null ? words.t('setting.off') : words.t('setting.minutes', { minutes }),
    type: ({ commuteMinutes }) => (commuteMinutes === null ? 'off' : String(commuteMinutes)),
  },
  'commute-cost': {
    read: ({ commuteCost }, words) => costText(commuteCost) ?? words.t('setting.off'),
    type: ({ commuteCost }) => costText(commuteCost) ?? 'off',
  },
  closed: {
    read: ({ closed }, words) => readOwnDays(closed, words),
    type: ({ closed }) => closed.join(',') || 'none',
  },
  open: {
    read: ({ open }, words) => readOwnDays(open, words),
    type: ({ open }) => open.join(',') || 'none',
  },
} satisfies Record<SettingKey, Writing>;

/** As it is typed: `600 JPY, 24 km car`. */
function costText(cost: TeamSettings['commuteCost']): string | null {
  if (!cost) return null;
  const fare = cost.fare && `${cost.fare.amount} ${cost.fare.currency}`;
  const travel = cost.travel && `${cost.travel.km} km ${cost.travel.mode}`;
  return [fare, travel].filter((part) => part !== null).join(', ');
}

export function settingLabel(key: SettingKey, words: Words): string {
  return words.t(`setting.${key}`);
}

export function settingValue(key: SettingKey, settings: TeamSettings, words: Words): string {
  return WRITINGS[key].read(settings, words);
}

/** A setting's present value as it is typed after `setup`. */
export function typedValue(key: SettingKey, settings: TeamSettings): string {
  return WRITINGS[key].type(settings);
}

/** `2 to 12 people`. */
export function officeBounds({ least, most }: OfficeBounds, words: Words): string {
  if (least === null) return words.t('setting.in-office.most', { most: most ?? 0 });
  return most === null
    ? words.t('setting.in-office.least', { least })
    : words.t('setting.in-office.between', { least, most });
}

function readWeekend({ weekend, country }: TeamSettings, words: Words): string {
  const days = words.join((weekend ?? weekendOf(country)).map(words.weekday));
  return weekend ? days : words.t('setting.weekend-auto', { days });
}

function readAnnounce(leads: readonly AnnounceLead[], words: Words): string {
  if (leads.length === 0) return words.t('setting.never');
  return words.join(
    leads.map((lead) =>
      lead === 'prev' ? words.t('setting.previous-day') : words.t('setting.days-before', { count: lead }),
    ),
  );
}

function readRemind(remind: RemindAt, words: Words): string {
  if (remind === null) return words.t('setting.never');
  return 'share' in remind
    ? words.t('setting.remind-share', { share: words.share(remind.share) })
    : words.t('setting.remind-at', { time: remind.time });
}

function typeRemind(remind: RemindAt): string {
  if (remind === null) return 'off';
  return 'share' in remind ? `${Math.round(remind.share * 100)}%` : remind.time;
}

function readOwnDays(days: readonly Day[], words: Words): string {
  if (days.length === 0) return words.t('setting.none');
  return words.list(days.map((day) => (isDay(day) ? words.day(day) : day)));
}

function yesOrNo(value: boolean, words: Words): string {
  return words.t(value ? 'setting.yes' : 'setting.no');
}

function onOrOff(value: boolean): string {
  return value ? 'on' : 'off';
}
