import { isRefusal, type Refusal, refuse } from '../refusal';
import { matchKey, repeated } from '../text';
import type { Day, Zone } from '../time/calendar';
import { readCountry } from '../time/country';
import { weekStartOf } from '../time/weekend';
import { readLanguage } from '../typed/language';
import { readSwitch } from '../typed/switch';
import { readTime, readWindow } from '../typed/time';
import { zonesMeant } from '../typed/zone';
import { readOfficeBounds } from './read-office';
import {
  readAnnounce,
  readCommute,
  readCommuteCost,
  readDigest,
  readOwnDays,
  readPolls,
  readRemind,
  readWeekend,
  remindsWithin,
} from './setting-values';
import type { TeamSettings } from './settings';

interface SettingRule {
  field: keyof TeamSettings;
  /** A value that can be typed. */
  example: string;
  /** The fields that change; undefined: not understood. */
  read(value: string, settings: TeamSettings, today: Day): Partial<TeamSettings> | undefined | Refusal;
}

/** Every setting by the key people type. */
const RULES = {
  window: {
    field: 'window',
    example: '07:00-10:30',
    read: (value) => fieldOf('window', readWindow(value) ?? undefined),
  },
  tz: {
    field: 'zone',
    example: 'Asia/Tokyo',
    read: (value) => fieldOf('zone', zoneOf(value)),
  },
  lang: {
    field: 'language',
    example: 'ja',
    read: (value) =>
      fieldOf('language', readLanguage(value) ?? refuse('unknown-language', { text: repeated(value) })),
  },
  country: {
    field: 'country',
    example: 'JP',
    read: (value) =>
      fieldOf('country', readCountry(value) ?? refuse('unknown-country', { text: repeated(value) })),
  },
  weekend: {
    field: 'weekend',
    example: 'fri,sat',
    read: (value) => fieldOf('weekend', readWeekend(value)),
  },
  announce: {
    field: 'announce',
    example: '7,prev',
    read: (value) => fieldOf('announce', readAnnounce(value)),
  },
  'announce-at': {
    field: 'announceAt',
    example: '09:00',
    read: (value) => fieldOf('announceAt', readTime(value) ?? undefined),
  },
  remind: {
    field: 'remind',
    example: '80%',
    read: (value) => fieldOf('remind', readRemind(value)),
  },
  polls: {
    field: 'polls',
    example: 'telework-days',
    read: (value) => fieldOf('polls', readPolls(value)),
  },
  digest: {
    field: 'digest',
    example: 'on',
    read: (value) => fieldOf('digest', readDigest(value)),
  },
  'in-office': {
    field: 'inOffice',
    example: '2..12',
    read: (value) => fieldOf('inOffice', readOfficeBounds(value)),
  },
  names: { field: 'names', example: 'on', read: (value) => fieldOf('names', readSwitch(value) ?? undefined) },
  guests: {
    field: 'guests',
    example: 'off',
    read: (value) => fieldOf('guests', readSwitch(value) ?? undefined),
  },
  safety: {
    field: 'safety',
    example: 'on',
    read: (value) => fieldOf('safety', readSwitch(value) ?? undefined),
  },
  commute: {
    field: 'commuteMinutes',
    example: '60',
    read: (value) => fieldOf('commuteMinutes', readCommute(value)),
  },
  'commute-cost': {
    field: 'commuteCost',
    example: '600 JPY, 24 km car',
    read: (value) => fieldOf('commuteCost', readCommuteCost(value)),
  },
  closed: {
    field: 'closed',
    example: '+2018-08-13',
    read: (value, settings, today) => ownDays('closed', 'open', { value, settings, today }),
  },
  open: {
    field: 'open',
    example: '+2018-08-11',
    read: (value, settings, today) => ownDays('open', 'closed', { value, settings, today }),
  },
} as const satisfies Record<string, SettingRule>;

export type SettingKey = keyof typeof RULES;
export const SETTING_KEYS = Object.keys(RULES) as SettingKey[];
/** An example value of each setting, as it can be typed. */
export const SETTING_EXAMPLES = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, RULES[key].example]),
) as Record<SettingKey, string>;

/** The field that holds a setting. */
export function fieldOfSetting(key: SettingKey): keyof TeamSettings {
  return RULES[key].field;
}

/** The settings by the fields that hold them. */
export const SETTING_FIELDS: ReadonlyMap<string, SettingKey> = new Map(
  SETTING_KEYS.map((key) => [RULES[key].field, key]),
);

const OTHER_KEYS: Record<string, SettingKey> = {
  timezone: 'tz',
  zone: 'tz',
  language: 'lang',
  reminder: 'remind',
  reminders: 'remind',
  poll: 'polls',
  holidays: 'closed',
  office: 'in-office',
  capacity: 'in-office',
};
const KEYS: ReadonlyMap<string, SettingKey> = new Map([
  ...Object.entries(OTHER_KEYS),
  ...SETTING_KEYS.map((key) => [matchKey(key), key] as const),
]);

/** The result of a change of settings: `changed` are the keys whose value differs now. */
interface AppliedSettings {
  settings: TeamSettings;
  changed: SettingKey[];
}

/**
 * The settings with these changes, values as typed: all of them or, when one is wrong, none; then every fault is named.
 * Dates without their year are the next ones from `today` on.
 */
export function applySettings(
  settings: TeamSettings,
  changes: Readonly<Record<string, string>>,
  today: Day,
): AppliedSettings | Refusal {
  let next = settings;
  const fields: { field: string; refusal: Refusal }[] = [];
  for (const [field, value] of Object.entries(changes)) {
    const read = readChange(field, value, next, today);
    if (isRefusal(read)) fields.push({ field, refusal: read });
    else next = { ...next, ...read };
  }
  const { remind, window } = next;
  if (remind && 'time' in remind && !remindsWithin(remind, window))
    fields.push({ field: 'remind', refusal: badSetting('remind', remind.time) });
  const [first] = fields;
  if (first) return { ...first.refusal, fields };
  return { settings: next, changed: SETTING_KEYS.filter((key) => !isSame(RULES[key].field, settings, next)) };
}

/** The fields that one change sets. */
function readChange(
  name: string,
  value: string,
  settings: TeamSettings,
  today: Day,
): Partial<TeamSettings> | Refusal {
  const key = KEYS.get(matchKey(name));
  if (!key)
    return refuse('unknown-setting', { text: repeated(name), nearest: '', known: { names: SETTING_KEYS } });
  return RULES[key].read(value, settings, today) ?? badSetting(key, value);
}

/** A day is in one list at most: putting it into one takes it out of the other. */
function ownDays(
  field: 'closed' | 'open',
  other: 'closed' | 'open',
  { value, settings, today }: { value: string; settings: TeamSettings; today: Day },
): Partial<TeamSettings> | undefined | Refusal {
  const days = readOwnDays(value, settings[field], { today, weekStart: weekStartOf(settings) });
  if (isRefusal(days)) return { ...days, values: { ...days.values, key: field } };
  if (!days) return days;
  return { [field]: days, [other]: settings[other].filter((day) => !days.includes(day)) };
}

function zoneOf(value: string): Zone | Refusal {
  const [only, ...more] = zonesMeant(value);
  if (only && more.length === 0) return only;
  const text = repeated(value);
  return only
    ? refuse('which-zone', { text, known: { names: [only, ...more] } })
    : refuse('unknown-zone', { text });
}

function fieldOf<Field extends keyof TeamSettings>(
  field: Field,
  value: TeamSettings[Field] | undefined | Refusal,
): Partial<TeamSettings> | undefined | Refusal {
  return value === undefined || isRefusal(value) ? value : { [field]: value };
}

function badSetting(key: SettingKey, value: string): Refusal {
  return refuse('bad-setting', { key, value: repeated(value), example: RULES[key].example });
}

function isSame(field: keyof TeamSettings, one: TeamSettings, other: TeamSettings): boolean {
  return JSON.stringify(one[field] || null) === JSON.stringify(other[field] || null);
}
