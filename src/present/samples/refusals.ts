import { unknownPreset } from '../../domain/campaigns/presets';
import { FILE_FAULTS, type FileFault } from '../../domain/file-fault';
import { type Refusal, type RefusalCode, type RefusalValue, refuse, refuseFile } from '../../domain/refusal';
import { SETTING_KEYS } from '../../domain/teams/change-settings';
import { LONG_NAME } from './data';

type Values = Record<string, RefusalValue>;

const CAMPAIGN_2018 = { name: 'Telework Days 2018', names: { ja: 'テレワーク・デイズ2018' } };
const FRIDAY = { day: '2018-07-27' };
const MONDAY = { day: '2018-07-23' };

/** The values of each refusal, as the code that refuses gives them. */
const VALUES = {
  'unknown-command': { text: 'homme', nearest: 'home', example: 'home' },
  'missing-argument': { example: 'poll' },
  'unknown-style': { text: 'hoem', nearest: 'home' },
  'unknown-date': { text: '31st of Juy' },
  unclear: { text: 'Home if it rains' },
  'unclear-question': { text: 'Who knows?', example: 'who' },
  'one-day': { text: 'this week', example: 'tally' },
  'one-week': { text: 'who in july', example: 'who-week' },
  'no-end': { text: 'from Monday' },
  'use-week': { weekdays: 'mon fri', style: 'home' },
  'date-or-time': { text: '8.10', time: { time: '08:10' } },
  'impossible-date': { text: '2026-02-30' },
  'reversed-days': { from: FRIDAY, until: MONDAY },
  'too-many-days': { max: 366 },
  'many-days': { count: 360, from: { day: '2019-01-05' }, until: { day: '2019-12-30' } },
  'past-day': { day: MONDAY },
  'far-day': { day: { day: '2021-01-04' } },
  'not-working-day': {
    day: { day: '2018-09-17' },
    reason: { notWorking: { kind: 'holiday', day: '2018-09-17', country: 'JP' } },
  },
  'unknown-time': { text: '25:99' },
  'arrival-not-taken': { style: 'leave' },
  'unknown-weekday': { text: 'foo' },
  'unknown-setting': { text: 'windw', nearest: 'window', known: { names: SETTING_KEYS } },
  'bad-setting': { key: 'remind', value: '500%', example: '80%' },
  'window-order': { from: { time: '10:30' }, until: { time: '07:00' } },
  'unknown-zone': { text: 'Asia/Atlantis' },
  'which-zone': { text: 'IST', known: { names: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'] } },
  'unknown-country': { text: 'XQ' },
  'unknown-language': { text: 'tlh' },
  'unknown-preset': { text: 'telework-days-2081', nearest: { campaigns: [CAMPAIGN_2018] } },
  'unknown-campaign': { text: LONG_NAME },
  'no-campaign': {},
  'campaign-ended': { name: { campaigns: [CAMPAIGN_2018] } },
  'campaign-over': { name: { campaigns: [{ name: LONG_NAME }] } },
  'which-campaign': {
    known: { campaigns: [CAMPAIGN_2018, { name: LONG_NAME }] },
    example: '/telework campaign end "Telework Days 2018"',
  },
  'campaign-name': {},
  'campaign-exists': { name: { campaigns: [CAMPAIGN_2018] } },
  'unknown-department': { text: 'Slaes', known: { names: ['Sales', LONG_NAME] } },
  'department-exists': { name: 'Sales' },
  'too-many-departments': { max: 500 },
  'unknown-team': { text: '#slaes' },
  'same-name-teams': { text: '#sales' },
  'roll-up-gone': { day: MONDAY },
  'no-polls': { day: FRIDAY },
  'channel-is-shared': {},
  'core-outside': { day: { day: '2018-08-01' }, from: MONDAY, until: FRIDAY },
  'no-core-day': { day: FRIDAY, key: 'core', example: FRIDAY.day },
  'too-few-days': { need: 30, have: 1, key: 'minimum-days', example: '1' },
  'too-few-people': { need: 100, have: 30, key: 'minimum-core-people', example: '30' },
  'baseline-inside': {
    ...{ from: MONDAY, until: FRIDAY, rightFrom: { day: '2018-07-09' }, rightUntil: { day: '2018-07-13' } },
    ...{ key: 'baseline', example: '2018-07-09..2018-07-13' },
  },
  'peak-before-window': {
    ...{ peak: { time: '06:30' }, from: { time: '07:00' }, right: { time: '10:30' } },
    ...{ key: 'peak', example: '10:30' },
  },
  'no-working-days': { from: { day: '2018-07-28' }, until: { day: '2018-07-29' } },
  'day-exists': { day: FRIDAY },
  'day-missing': { day: FRIDAY },
  'no-own-holiday': { from: FRIDAY, until: FRIDAY },
  'text-too-long': { max: 2_000 },
  'text-control': {},
  'not-admin': {},
  'not-org-admin': {},
  'not-channel-maker': { name: 'Sato Hanako' },
  'not-workspace-admin': {},
  'not-installer': { name: 'Sato Hanako' },
  'forget-not-yours': {},
  'no-managed-team': {},
  'no-admin-set-no-id': { setting: 'TEAMS_ADMINS' },
  'not-operator': {},
  'no-admin-set': { setting: 'TEAMS_ADMINS', id: '3f9c1a52-7d0e-4b7f-9a51-0c2d8e6f4b10' },
  'roles-unknown': { platform: 'Slack' },
  outsider: {},
  'guest-not-counted': {},
  'names-not-announced': {},
  'no-team': {},
  'no-team-here': {},
  'unknown-group': { text: 'sales' },
  'groups-unsupported': { text: 'sales' },
  'group-later': { text: 'sales' },
  'groups-need-names': {},
  'group-counts-only': { day: MONDAY },
  'no-pages': {},
  'bind-code': {},
  'bind-not-joined': {},
  'bind-alone': {},
  'bind-same-platform': {},
  'bind-already': {},
  'bind-poll-open': {},
  'not-bound': {},
  'unknown-survey': { text: 'o3', known: { names: ['o2', 'wellbeing', 'telework'] } },
  'no-survey-results': {},
  'survey-open': { day: { day: '2018-07-24' }, until: { day: '2018-07-27' } },
  'survey-over': {},
  'no-safety-question': {},
  'not-safety-contact': {},
  'unknown-contact': { text: 'Sato' },
  'too-many-contacts': { max: 10 },
  'poll-unknown': {},
  'poll-over': { day: MONDAY },
  'book-closed': { day: MONDAY },
  'called-already': { since: { time: '09:00' } },
  'begins-today': { text: 'tomorrow' },
  'emergency-running': { day: { day: '2018-07-24' } },
  'too-late-today': {},
  'too-many-follows': { max: 20 },
  'no-open-poll': {},
  'window-too-short': { minutes: 15, latest: { time: '23:59' } },
  'nothing-to-clear': {},
  'nothing-to-undo': {},
  'changed-since': {},
  'unknown-button': {},
  'bad-form': { field: 'target' },
  'file-faults': { count: 1, more: 0 },
  'bad-number': {},
  'no-effect': { text: 'overtime' },
  'effect-people': {},
  'too-many-effects': { max: 50 },
  'too-many-series': { max: 200 },
  'no-activity': {},
  'nothing-to-compare': { name: { campaigns: [{ name: LONG_NAME }] }, day: { day: '2018-07-23' } },
  'sending-now': {},
  'try-again': {},
} satisfies Record<RefusalCode, Values>;

/** A file with a fault of each kind. */
const EVERY_FAULT: readonly FileFault[] = FILE_FAULTS.map((what, index) => ({
  line: index < 3 ? null : index,
  column: index < 8 ? null : 'Baseline',
  what,
  found: '1,234 h',
  right: 1_234,
}));

const OTHERS: { name: string; refusal: Refusal }[] = [
  {
    name: 'not-working-day, weekend',
    refusal: refuse('not-working-day', {
      day: { day: '2018-07-28' },
      reason: { notWorking: { kind: 'weekend', day: '2018-07-28', country: 'JP' } },
    }),
  },
  {
    name: 'not-working-day, own day off',
    refusal: refuse('not-working-day', {
      day: { day: '2018-08-13' },
      reason: { notWorking: { kind: 'closed', day: '2018-08-13', country: 'JP' } },
    }),
  },
  {
    name: 'bad-setting, target',
    refusal: refuse('bad-setting', { key: 'target', value: 'many', example: '60%' }),
  },
  {
    name: 'unknown-setting, unlike any',
    refusal: refuse('unknown-setting', { text: 'foo', nearest: '', known: { names: SETTING_KEYS } }),
  },
  {
    name: 'unknown-preset, unlike any',
    refusal: refuse('unknown-preset', { text: 'nope', nearest: '' }),
  },
  {
    name: 'unknown-preset, with those that there are',
    refusal: unknownPreset('bcp', 'bcp-drill', { today: '2018-07-23' }),
  },
  {
    name: 'unknown-command, tally',
    refusal: refuse('unknown-command', { text: 'talley', nearest: 'tally', example: 'tally' }),
  },
  {
    name: 'impossible-date, in a campaign',
    refusal: refuse('impossible-date', { text: '2026-02-30', example: 'new' }),
  },
  {
    name: 'impossible-date, in a setting',
    refusal: refuse('impossible-date', { text: '2026-02-30', key: 'closed' }),
  },
  { name: 'file-faults, of every kind', refusal: refuseFile(EVERY_FAULT) },
  ...EVERY_FAULT.map((fault) => ({ name: `file-faults, ${fault.what}`, refusal: refuseFile([fault]) })),
  {
    name: 'unknown-command, 10,000 characters',
    refusal: refuse('unknown-command', {
      text: 'x'.repeat(10_000),
      nearest: 'help',
      example: 'home',
    }),
  },
];

/** Every refusal once, and again where the wording depends on the values. */
export function refusals(): { name: string; refusal: Refusal }[] {
  const codes = Object.entries(VALUES) as [RefusalCode, Values][];
  return [...codes.map(([code, values]) => ({ name: code, refusal: refuse(code, values) })), ...OTHERS];
}
