import { isWorkStyle } from '../../domain/answers/work-style';
import type { Part } from '../../domain/card';
import { type ExampleName, isExampleName } from '../../domain/examples';
import { LOCALES } from '../../domain/people/person';
import type { Refusal, RefusalCode, RefusalValue } from '../../domain/refusal';
import { SETTING_KEYS } from '../../domain/teams/change-settings';
import { MAX_NAME } from '../../domain/text';
import { WEEKDAYS } from '../../domain/time/calendar';
import type { Values } from '../../ports/translate';
import { leadOn, offeredChoices } from '../answers';
import { exampleLine } from '../examples';
import { faultLines } from '../file-faults';
import { button, choices, fitting, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { lineFor, said, termOf } from '../refusal-example';
import { settingLabel } from '../setting-values';
import type { Words } from '../words';

/** The example that each refusal shows; null where no command helps. */
const EXAMPLE_OF = {
  'unknown-command': 'help',
  'missing-argument': 'home',
  'unknown-style': 'home',
  'unknown-date': 'home',
  unclear: 'home',
  'unclear-question': 'who',
  'one-day': 'who',
  'one-week': 'who',
  'no-end': 'home',
  'use-week': 'week',
  'date-or-time': 'off-peak',
  'impossible-date': 'home',
  'reversed-days': 'home',
  'too-many-days': 'home',
  'many-days': null,
  'past-day': 'home',
  'far-day': 'home',
  'not-working-day': 'days',
  'unknown-time': 'off-peak',
  'arrival-not-taken': 'home',
  'unknown-weekday': 'week',
  'unknown-setting': 'setup',
  'bad-setting': 'setup',
  'window-order': 'setup',
  'unknown-zone': 'setup',
  'which-zone': 'setup',
  'unknown-country': 'setup',
  'unknown-language': 'language',
  'unknown-preset': 'campaign',
  'unknown-campaign': 'campaign',
  'no-campaign': 'use',
  'campaign-ended': 'use',
  'campaign-over': 'use',
  'which-campaign': 'campaign',
  'campaign-name': 'new',
  'campaign-exists': 'new',
  'no-own-holiday': 'holidays',
  'unknown-department': 'department',
  'department-exists': 'department',
  'too-many-departments': null,
  'unknown-team': 'department',
  'same-name-teams': 'department',
  'roll-up-gone': null,
  'no-polls': 'days',
  'channel-is-shared': null,
  'core-outside': 'new',
  ...{ 'no-core-day': 'campaign-set', 'too-few-days': 'campaign-set', 'too-few-people': 'campaign-set' },
  ...{ 'baseline-inside': 'campaign-set', 'peak-before-window': 'campaign-set' },
  'no-working-days': 'new',
  'day-exists': 'days',
  'day-missing': 'days',
  'text-too-long': null,
  'text-control': null,
  'not-admin': null,
  'not-org-admin': null,
  'not-channel-maker': null,
  'not-workspace-admin': null,
  'not-installer': null,
  'no-admin-set': null,
  'no-admin-set-no-id': null,
  'not-operator': null,
  'roles-unknown': null,
  outsider: null,
  'guest-not-counted': null,
  'names-not-announced': null,
  'no-team': null,
  'no-team-here': 'setup',
  'unknown-group': 'who-group',
  'groups-unsupported': 'who',
  'group-later': 'who-group',
  'groups-need-names': 'who',
  'group-counts-only': 'who',
  'no-pages': null,
  'bind-code': 'bind',
  'bind-not-joined': null,
  'bind-alone': null,
  'bind-same-platform': null,
  'bind-already': 'unbind',
  'bind-poll-open': null,
  'not-bound': 'bind',
  'unknown-survey': 'survey',
  ...{ 'no-survey-results': null, 'survey-open': null, 'survey-over': null },
  ...{ 'no-safety-question': null, 'not-safety-contact': null },
  'unknown-contact': 'safety-contacts',
  'too-many-contacts': 'safety-contacts',
  'poll-unknown': 'home',
  'poll-over': null,
  'book-closed': null,
  ...{ 'called-already': null, 'emergency-running': null, 'begins-today': 'add-day' },
  'too-late-today': 'days',
  'too-many-follows': 'following',
  'no-open-poll': 'poll',
  'window-too-short': 'emergency',
  'nothing-to-clear': 'me',
  'nothing-to-undo': 'home',
  'changed-since': null,
  'unknown-button': 'me',
  'forget-not-yours': 'forget-me',
  'no-managed-team': null,
  'bad-form': null,
  'file-faults': null,
  'bad-number': 'effect',
  'no-effect': 'effect',
  'effect-people': null,
  ...{ 'too-many-effects': null, 'too-many-series': null },
  'no-activity': 'activity-import',
  'nothing-to-compare': null,
  'sending-now': 'deliveries',
  'try-again': null,
} satisfies Record<RefusalCode, ExampleName | null>;

/** What each setting may be; the others are chosen from a few. */
const HINTS = [
  ['tz', 'setting.hint.tz'],
  ['country', 'setting.hint.country'],
  ['weekend', 'setting.hint.weekend'],
  ['announce', 'setting.hint.announce'],
  ['remind', 'setting.hint.remind'],
  ['commute', 'setting.hint.commute'],
  ['commute-cost', 'setting.hint.commute-cost'],
  ['closed', 'setting.hint.own-days'],
  ['open', 'setting.hint.own-days'],
] as const;

/** As many as the list of campaigns offers. */
const MOST_PRESETS = 12;

const CAMPAIGN_FIELDS = ['title', 'from', 'until', 'core', 'target'] as const;

export const refused: Presenter<'refused'> = ({ refusal, prefix, offer, panel }, words) => {
  const meant = meantBy(refusal, prefix, words);
  // The text already names help.
  const isHelp = refusal.values.nearest === 'help' && refusal.values.example === 'help';
  const example = isHelp ? null : lineFor(refusal, EXAMPLE_OF[refusal.refusal], prefix, words);
  const others = refusal.fields?.slice(1).map((one) => one.refusal) ?? [];
  return [
    ...[refusal, ...others].map((one) => text(refusalText(one, words))),
    ...faultLines(refusal, words).map((line) => text(line)),
    ...when(meant !== '', text(words.t('refused.nearest', { nearest: meant }))),
    ...when(
      example !== null && example !== meant,
      text(words.t('refused.example', { example: example ?? '' }), 'muted'),
    ),
    ...(offer ? [offeredChoices(offer, words)] : []),
    ...(refusal.presets?.length ? presetChoices(refusal, words) : when(panel === true, leadOn(words))),
  ];
};

function presetChoices({ presets = [] }: Refusal, words: Words): Part[] {
  const buttons = presets
    .slice(0, MOST_PRESETS)
    .map(({ id, ...named }) =>
      button(fitting(words.campaign(named)), { kind: 'campaign-use', preset: id, preview: true }),
    );
  return buttons.length === 0 ? [] : [choices(words.t('campaigns.presets'), buttons)];
}

/** What is wrong, in one or two sentences. */
export function refusalText(refusal: Refusal, words: Words): string {
  const said = words.t(`refusal.${refusal.refusal}`, valuesOf(refusal, words));
  const { line } = refusal.values;
  return typeof line === 'number' ? words.t('fault.at-line', { line: String(line), fault: said }) : said;
}

function valuesOf({ refusal, values }: Refusal, words: Words): Values {
  if (refusal === 'bad-form') return { field: fieldLabel(said(values.field, words), words) };
  if (refusal === 'bad-setting') return settingValues(values, words);
  const own = Object.entries(values).map(([name, value]) => [name, valueFor(value, words)]);
  return { ...commandsIn(words), max: MAX_NAME, ...Object.fromEntries(own) };
}

/** The setting as people call it, and what it may be. */
function settingValues({ key, value }: Refusal['values'], words: Words): Values {
  const term = termOf(key);
  const setting = SETTING_KEYS.find((one) => one === key);
  const label = term ? words.t(`campaign-edit.${term}`) : said(key, words);
  return {
    value: said(value, words),
    setting: setting === undefined ? label : settingLabel(setting, words),
    hint: words.t(HINTS.find(([one]) => one === setting)?.[1] ?? 'setting.hint.other'),
  };
}

/** The commands a refusal may name, in the reader's words. */
function commandsIn(words: Words): Values {
  return {
    styles: words.t('command.styles'),
    languages: words.join(LOCALES),
    help: words.t('command.help'),
    me: words.t('command.me'),
    days: words.t('command.days'),
  };
}

/** The probable meaning: a work style, the whole line of a command, or a name; empty where there is none. */
function meantBy({ refusal, values }: Refusal, prefix: string, words: Words): string {
  const { nearest } = values;
  if (nearest === 'help') return '';
  const isCommand = refusal === 'unknown-command' && isExampleName(nearest) && !isWorkStyle(nearest);
  return isCommand ? exampleLine(nearest, prefix, words) : said(nearest, words);
}

/** A field's label in its form. */
function fieldLabel(field: string, words: Words): string {
  const weekday = WEEKDAYS.find((day) => day === field);
  if (weekday) return words.weekday(weekday);
  const inCampaign = CAMPAIGN_FIELDS.find((name) => name === field);
  return inCampaign ? words.t(`campaign-form.${inCampaign}`) : field;
}

/** Numbers stay numbers, so that plurals agree. */
function valueFor(value: RefusalValue, words: Words): string | number {
  return typeof value === 'number' ? value : said(value, words);
}
