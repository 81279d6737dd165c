import type { Part } from '../../domain/card';
import type { SettingKey } from '../../domain/teams/change-settings';
import { SETTING_KEYS } from '../../domain/teams/change-settings';
import type { TeamSettings } from '../../domain/teams/settings';
import type { Day } from '../../domain/time/calendar';
import type { DayHours, HoursChanged } from '../../ports/views';
import { countryNotes } from '../calendar-notes';
import { changedKeys } from '../changed-settings';
import { exampleOf } from '../examples';
import { button, choices, facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { settingLabel, settingValue, typedValue } from '../setting-values';
import type { Words } from '../words';

/** Own days can be hundreds: as a command they are typed one by one. */
const TYPED_KEYS = SETTING_KEYS.filter((key) => key !== 'closed' && key !== 'open');

export const settings: Presenter<'settings'> = (
  { team, teamName, settings: now, changed, asked, unreachable, shared, ...hours },
  words,
) => [
  heading(words.t('settings.heading', { team: teamName })),
  ...when(changed.length > 0, text(changedKeys(changed, words), 'strong')),
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
