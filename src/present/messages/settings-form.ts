import type { Field, Option } from '../../domain/card';
import type { SettingKey } from '../../domain/teams/change-settings';
import type { AnnounceLead, PollDays, RemindAt, TeamSettings } from '../../domain/teams/settings';
import type { Weekday, Zone } from '../../domain/time/calendar';
import { COUNTRIES } from '../../domain/time/country';
import { LANGUAGES } from '../languages';
import { form, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { DIGEST_VALUES, settingLabel, settingValue, typedValue } from '../setting-values';
import type { Words } from '../words';

const POLL_DAYS: PollDays[] = ['telework-days', 'workdays', 'off'];
const WEEKENDS: (Weekday[] | null)[] = [
  null,
  ['sat', 'sun'],
  ['fri', 'sat'],
  ['thu', 'fri'],
  ['sun'],
  ['fri'],
];
const ANNOUNCED_BEFORE = [30, 21, 14, 10, 7, 5, 3, 2, 1];
const REMIND_SHARES = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
const MOST_TYPED = 100;
const MOST_DAYS = 2_000;

/** Where most teams are. Every zone of the world would make a list in which none is found. */
const LIKELY_ZONES: readonly Zone[] = [
  'Pacific/Honolulu America/Anchorage America/Los_Angeles America/Denver America/Phoenix America/Chicago',
  'America/Mexico_City America/New_York America/Toronto America/Bogota America/Sao_Paulo UTC Europe/London',
  'Europe/Dublin Europe/Lisbon Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Amsterdam',
  'Europe/Zurich Europe/Stockholm Europe/Warsaw Europe/Athens Europe/Helsinki Europe/Istanbul Africa/Lagos',
  'Africa/Cairo Africa/Johannesburg Africa/Nairobi Asia/Jerusalem Asia/Riyadh Asia/Dubai Asia/Karachi',
  'Asia/Kolkata Asia/Dhaka Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta Asia/Kuala_Lumpur Asia/Singapore',
  'Asia/Manila Asia/Hong_Kong Asia/Shanghai Asia/Taipei Asia/Seoul Asia/Tokyo Australia/Perth',
  'Australia/Brisbane Australia/Sydney Pacific/Auckland',
].flatMap((line) => line.split(' '));

/**
 * The fields have the names of the settings, except that the window is two times, and that the zone, the country and
 * the announcements are a choice and what it cannot hold.
 */
export const settingsForm: Presenter<'settings-form'> = (
  { team, teamName, settings: now, shared },
  words,
) => {
  return [
    heading(
      teamName === '' ? words.t('settings.edit-button') : words.t('settings.heading', { team: teamName }),
    ),
    ...when(shared, text(words.t('shared-channel.seen'))),
    form({ kind: 'settings-form', team }, settingFields(now, words), words.t('form.save')),
  ];
};

/** The inputs of all settings. */
export function settingFields(now: TeamSettings, words: Words): Field[] {
  return [
    time('from', words.t('setting.from'), now.window.from),
    time('until', words.t('setting.until'), now.window.until),
    chosen(
      'polls',
      'polls',
      now,
      words,
      POLL_DAYS.map((polls) => ({ polls })),
    ),
    chosen('remind', 'remind', now, words, remindings()),
    announced(now, words),
    {
      kind: 'toggle',
      name: 'announce-day',
      label: words.t('setting.announce-day'),
      value: now.announce.includes('prev'),
    },
    time('announce-at', words.t('setting.announce-at'), now.announceAt),
    digestField(now, words),
    typed('in-office', now, words),
    { kind: 'toggle', name: 'names', label: words.t('setting.names'), value: now.names },
    { kind: 'toggle', name: 'guests', label: words.t('setting.guests'), value: now.guests },
    { kind: 'toggle', name: 'safety', label: words.t('setting.safety'), value: now.safety === true },
    select('language', words.t('setting.lang'), now.language, LANGUAGES),
    select('zone', words.t('setting.tz'), now.zone, zones(now.zone, words)),
    other('zone-other', words),
    select('country', words.t('setting.country'), now.country, countries(now.country, words)),
    other('country-other', words),
    chosen(
      'weekend',
      'weekend',
      now,
      words,
      WEEKENDS.map((weekend) => ({ weekend })),
    ),
    typed('commute', now, words),
    typed('commute-cost', now, words),
    ...ownDays('closed', now, words),
    ...ownDays('open', now, words),
  ];
}

/** What a setting can be, in the words in which settings are shown; what it is now comes first where it is none of these. */
function chosen(
  name: string,
  key: SettingKey,
  now: TeamSettings,
  words: Words,
  values: readonly Partial<TeamSettings>[],
): Field {
  const optionOf = (settings: TeamSettings): Option => ({
    value: typedValue(key, settings),
    label: settingValue(key, settings, words),
  });
  const offered = values.map((value) => optionOf({ ...now, ...value }));
  return select(name, settingLabel(key, words), typedValue(key, now), withCurrent(optionOf(now), offered));
}

function withCurrent(current: Option, offered: readonly Option[]): Option[] {
  const isOffered = offered.some(({ value }) => value === current.value);
  return isOffered ? [...offered] : [current, ...offered];
}

function remindings(): { remind: RemindAt }[] {
  return [{ remind: null }, ...REMIND_SHARES.map((share) => ({ remind: { share } }))];
}

/** The days before a campaign; the line on the previous working day is a field of its own. */
function announced(now: TeamSettings, words: Words): Field {
  const leads: AnnounceLead[] = now.announce.filter((lead) => lead !== 'prev');
  const values = [[], ...ANNOUNCED_BEFORE.map((days) => [days])].map((announce) => ({ announce }));
  return chosen('announce', 'announce', { ...now, announce: leads }, words, values);
}

function digestField(now: TeamSettings, words: Words): Field {
  const options = [
    { value: DIGEST_VALUES.off, label: words.t('setting.never') },
    { value: DIGEST_VALUES.channel, label: words.t('setting.digest.channel') },
    { value: DIGEST_VALUES.lead, label: words.t('setting.digest.lead') },
  ];
  return select('digest', words.t('setting.digest'), typedValue('digest', now), options);
}

function zones(now: Zone, words: Words): Option[] {
  const optionOf = (value: Zone): Option => ({ value, label: zoneLabel(value, words) });
  return withCurrent(optionOf(now), LIKELY_ZONES.map(optionOf));
}

/** `Japan Time (Asia/Tokyo)`. */
function zoneLabel(zone: Zone, words: Words): string {
  const name = words.zone(zone, words.today, '12:00');
  return name === zone ? zone : `${name} (${zone})`;
}

function countries(now: string, words: Words): Option[] {
  const optionOf = (value: string): Option => ({ value, label: words.country(value) });
  const { compare } = new Intl.Collator(words.locale);
  const sorted = COUNTRIES.map(optionOf).sort((one, next) => compare(one.label, next.label));
  return withCurrent(optionOf(now), sorted);
}

/** Days that are more than an input holds are changed by commands alone. */
function ownDays(key: 'closed' | 'open', now: TeamSettings, words: Words): Field[] {
  const value = enteredOf(key, now);
  if (value.length > MOST_DAYS) return [];
  const hint = words.t('setting.form.own-days');
  return [entered(key, settingLabel(key, words), { value, hint, maxLength: MOST_DAYS })];
}

function time(name: string, label: string, value: string): Field {
  return { kind: 'time', name, label, value, required: true };
}

function select(name: string, label: string, value: string, options: Option[]): Field {
  return { kind: 'select', name, label, value, options };
}

function typed(key: 'commute' | 'commute-cost' | 'in-office', now: TeamSettings, words: Words): Field {
  const hint = words.t(`setting.form.${key}`);
  return entered(key, settingLabel(key, words), { value: enteredOf(key, now), hint, maxLength: MOST_TYPED });
}

/** Empty at first: what is entered counts instead of the choice above. */
function other(name: 'zone-other' | 'country-other', words: Words): Field {
  const hint = words.t(`setting.hint.${name}`);
  return entered(name, words.t(`setting.${name}`), { value: '', hint, maxLength: MOST_TYPED });
}

function entered(
  name: string,
  label: string,
  more: { value: string; hint: string; maxLength: number },
): Field {
  return { kind: 'text', name, label, required: false, ...more };
}

/** Nothing is an empty input. */
function enteredOf(key: SettingKey, now: TeamSettings): string {
  const value = typedValue(key, now);
  return value === 'off' || value === 'none' ? '' : value;
}
