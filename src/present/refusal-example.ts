import { type DayState, isDayState } from '../domain/answers/work-style';
import { TERM_KEYS, type TermKey } from '../domain/campaigns/change-terms';
import { type ExampleName, isExampleName } from '../domain/examples';
import type { Refusal, RefusalCode, RefusalValue } from '../domain/refusal';
import { SETTING_EXAMPLES, SETTING_KEYS, type SettingKey } from '../domain/teams/change-settings';
import { cleanName } from '../domain/text';
import type { Day } from '../domain/time/calendar';
import { exampleLine, weekLine } from './examples';
import { reasonLabel } from './reasons';
import { styleLabel } from './styles';
import type { Words } from './words';

/* What a refusal says to type instead. */

/** The setting that a refusal is about, for its example. */
const SETTING_OF: Partial<Record<RefusalCode, SettingKey>> = {
  'window-order': 'window',
  'unknown-zone': 'tz',
  'which-zone': 'tz',
  'unknown-country': 'country',
};

/** The whole line to type, from the refusal's values or else the usual one of its code. */
export function lineFor(
  { refusal, values }: Refusal,
  usual: ExampleName | null,
  prefix: string,
  words: Words,
): string | null {
  const { example, key, nearest } = values;
  const term = termOf(key);
  if (term && typeof example === 'string' && !isExampleName(example))
    return termLine(term, { example, isInFile: 'line' in values }, prefix, words);
  // Other commands have settings, too, and name themselves.
  const isOfTeam = refusal === 'unknown-setting' && !isExampleName(example);
  const setting = settingOf(refusal, key ?? (isOfTeam ? nearest : undefined));
  if (setting) return `${prefix} setup ${setting}=${SETTING_EXAMPLES[setting]}`.trim();
  if (typeof example === 'string' && typeof key === 'string') return `${key}=${example}`;
  if (refusal === 'use-week')
    return weekLine(said(values.weekdays, words).split(' '), styleOf(values.style), prefix, words);
  if (isExampleName(example)) return exampleLine(example, prefix, words, dayIn(values.free));
  if (typeof example === 'string') return example;
  return usual === null ? null : exampleLine(usual, prefix, words);
}

/** A team has a setting `window`, too: that of campaigns is called `hours`. */
export function termOf(key: RefusalValue | undefined): TermKey | undefined {
  return key === 'hours' ? 'window' : TERM_KEYS.find((one) => one === key && one !== 'window');
}

/** As the file has it, or the command that sets it. */
function termLine(
  term: TermKey,
  { example, isInFile }: { example: string; isInFile: boolean },
  prefix: string,
  words: Words,
): string {
  if (isInFile) return `${term}: ${example}`;
  const name = term === 'window' ? 'hours' : term;
  return `${prefix} ${words.t('command.campaign-terms', { term: name, value: example })}`.trim();
}

function styleOf(value: RefusalValue | undefined): DayState {
  return typeof value === 'string' && isDayState(value) ? value : 'home';
}

function settingOf(refusal: RefusalCode, named: RefusalValue | undefined): SettingKey | undefined {
  return SETTING_KEYS.find((key) => key === named) ?? SETTING_OF[refusal];
}

function dayIn(value: RefusalValue | undefined): Day | null {
  return typeof value === 'object' && 'day' in value ? value.day : null;
}

/** Repeats typed text short and without characters that could hide its meaning. */
export function said(value: RefusalValue | undefined, words: Words): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return words.number(value);
  if (typeof value === 'string') return isDayState(value) ? styleLabel(value, words) : cleanName(value);
  if ('day' in value) return words.day(value.day);
  if ('time' in value) return value.time;
  if ('campaigns' in value) return words.join(value.campaigns.map((one) => words.campaign(one)));
  if ('names' in value) return words.join(value.names.map((name) => cleanName(name)));
  return reasonLabel(value.notWorking, words);
}
