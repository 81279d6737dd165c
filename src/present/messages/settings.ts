import type { Field, Part } from '../../domain/card';
import type { SettingKey } from '../../domain/teams/change-settings';
import { SETTING_KEYS } from '../../domain/teams/change-settings';
import type { PollDays, TeamSettings } from '../../domain/teams/settings';
import type { Day } from '../../domain/time/calendar';
import type { DayHours, HoursChanged } from '../../ports/views';
import { countryNotes } from '../calendar-notes';
import { exampleOf } from '../examples';
import { LANGUAGES } from '../languages';
import { button, choices, facts, form, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { DIGEST_VALUES, settingLabel, settingValue, typedValue } from '../setting-values';
import type { Words } from '../words';

const POLL_DAYS: PollDays[] = ['telework-days', 'workdays', 'off'];
/** Own days can be hundreds: as a command they are typed one by one. */
const TYPED_KEYS = SETTING_KEYS.filter((key) => key !== 'closed' && key !== 'open');
const MOST_TYPED = 100;
const MOST_DAYS = 2_000;

export const settings: Presenter<'settings'> = (
  { team, teamName, settings: now, changed, asked, unreachable, shared, ...hours },
  words,
) => [
  heading(words.t('settings.heading', { team: teamName })),
  ...when(changed.length > 0, text(changedText(changed, words), 'strong')),
  ...when(asked && changed.length === 0, text(words.t('settings.unchanged'), 'strong')),
  settingFacts(now, SETTING_KEYS, changed, words),
  ...(changed.includes('country') ? countryNotes(now.country, words) : []),
  ...hoursTexts(hours, words),
  ...when(shared, text(words.t('shared-channel.seen'))),
  ...when(unreachable > 0, text(words.t('settings.unreachable', { count: unreachable }))),
  choices(
    words.t('panel.manage'),
    [button(words.t('settings.edit-button'), { kind: 'settings-form', team })],
    {
      quiet: true,
    },
  ),
  text(words.t('settings.now', { command: typedSettings(now) }), 'muted'),
];

/** What becomes of today's poll, and of Telework Days. */
function hoursTexts({ kept, ended, stays, dropped, added, opens }: HoursChanged, words: Words): Part[] {
  const list = (days: readonly Day[]) => words.list(days.map(words.day));
  return [
    ...(kept ? [text(keptText(kept, words))] : []),
    ...(stays ? [text(words.t('settings.stays', { day: words.day(stays.day) }))] : []),
    ...(ended ? endedTexts(ended, words) : []),
    ...(dropped ? [text(words.t('settings.dropped', { days: list(dropped) }), 'strong')] : []),
    ...(added ? [text(words.t('settings.added', { days: list(added) }), 'strong')] : []),
    ...(opens ? [text(opensText(opens, words))] : []),
  ];
}

function opensText({ day, window, zone, isNow }: Required<HoursChanged>['opens'], words: Words): string {
  const time = words.t('time.zoned', { span: window.from, zone: words.zone(zone, day, window.from) });
  return words.t(isNow ? 'settings.opens-now' : 'settings.opens', { day: words.day(day), time });
}

function keptText({ day, window, zone }: DayHours, words: Words): string {
  const span = words.t('time.zoned', {
    span: words.window(window),
    zone: words.zone(zone, day, window.from),
  });
  return words.t('settings.kept', { day: words.day(day), window: span });
}

function endedTexts({ day, window, zone, isToday }: Required<HoursChanged>['ended'], words: Words): Part[] {
  const time = words.t('time.zoned', { span: window.until, zone: words.zone(zone, day, window.until) });
  return [
    text(words.t('settings.ended', { day: words.day(day), time }), 'strong'),
    ...when(isToday, text(words.t('settings.poll-now', { command: exampleOf('poll', words) }))),
  ];
}

function changedText(changed: readonly string[], words: Words): string {
  const keys = SETTING_KEYS.filter((key) => changed.includes(key)).map((key) => settingLabel(key, words));
  return words.t('settings.changed', { keys: words.join(keys) });
}

function typedSettings(now: TeamSettings): string {
  return `setup ${TYPED_KEYS.map((key) => `${key}=${typedValue(key, now)}`).join(' ')}`;
}

/** The settings in words; `changed` ones are marked. */
export function settingFacts(
  now: TeamSettings,
  keys: readonly SettingKey[],
  changed: readonly string[],
  words: Words,
): Part {
  const items = keys.map((key) => {
    const value = settingValue(key, now, words);
    const shown = changed.includes(key) ? words.t('settings.changed-mark', { value }) : value;
    return { label: settingLabel(key, words), value: shown };
  });
  return facts(items);
}

/** The fields have the names of the settings, except that the window is two times. */
export const settingsForm: Presenter<'settings-form'> = (
  { team, teamName, settings: now, shared },
  words,
) => {
  const polls = POLL_DAYS.map((value) => ({ value, label: words.t(`setting.polls.${value}`) }));
  const fields: Field[] = [
    time('from', words.t('setting.from'), now.window.from),
    time('until', words.t('setting.until'), now.window.until),
    typed('zone', 'tz', now, words),
    {
      kind: 'select',
      name: 'language',
      label: words.t('setting.lang'),
      value: now.language,
      options: LANGUAGES,
    },
    typed('country', 'country', now, words),
    typed('weekend', 'weekend', now, words),
    typed('announce', 'announce', now, words),
    time('announce-at', words.t('setting.announce-at'), now.announceAt),
    typed('remind', 'remind', now, words),
    { kind: 'select', name: 'polls', label: words.t('setting.polls'), value: now.polls, options: polls },
    digestField(now, words),
    { kind: 'toggle', name: 'names', label: words.t('setting.names'), value: now.names },
    { kind: 'toggle', name: 'guests', label: words.t('setting.guests'), value: now.guests },
    { kind: 'toggle', name: 'safety', label: words.t('setting.safety'), value: now.safety === true },
    typed('commute', 'commute', now, words),
    typed('commute-cost', 'commute-cost', now, words),
    ...ownDays('closed', now, words),
    ...ownDays('open', now, words),
  ];
  return [
    heading(
      teamName === '' ? words.t('settings.edit-button') : words.t('settings.heading', { team: teamName }),
    ),
    ...when(shared, text(words.t('shared-channel.seen'))),
    form({ kind: 'settings-form', team }, fields, words.t('form.save')),
  ];
};

function digestField(now: TeamSettings, words: Words): Field {
  const options = [
    { value: DIGEST_VALUES.off, label: words.t('setting.never') },
    { value: DIGEST_VALUES.channel, label: words.t('setting.digest.channel') },
    { value: DIGEST_VALUES.lead, label: words.t('setting.digest.lead') },
  ];
  const value = typedValue('digest', now);
  return { kind: 'select', name: 'digest', label: words.t('setting.digest'), value, options };
}

/** Days that are more than an input holds are changed by commands alone. */
function ownDays(key: 'closed' | 'open', now: TeamSettings, words: Words): Field[] {
  const value = typedValue(key, now);
  if (value.length > MOST_DAYS) return [];
  return [
    {
      kind: 'text',
      name: key,
      label: settingLabel(key, words),
      value,
      hint: words.t('setting.hint.own-days'),
      required: true,
      maxLength: MOST_DAYS,
    },
  ];
}

function time(name: string, label: string, value: string): Field {
  return { kind: 'time', name, label, value, required: true };
}

function typed(
  name: string,
  key: 'tz' | 'country' | 'weekend' | 'announce' | 'remind' | 'commute' | 'commute-cost',
  now: TeamSettings,
  words: Words,
): Field {
  const hint = words.t(`setting.hint.${key}`);
  return {
    kind: 'text',
    name,
    label: settingLabel(key, words),
    value: typedValue(key, now),
    hint,
    required: true,
    maxLength: MOST_TYPED,
  };
}
