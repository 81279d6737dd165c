import { isDayState, isWorkStyle, NOT_SCHEDULED } from '../../domain/answers/work-style';
import type { Field } from '../../domain/card';
import { markOf } from '../../domain/mark';
import type { DefaultWeek } from '../../domain/people/person';
import { type Refusal, refuse } from '../../domain/refusal';
import { isDay, isTime, WEEKDAYS } from '../../domain/time/calendar';
import type { Intent, IntentOf } from '../intent';
import { settingsIn } from './form-settings';

/** Which form it is, as platforms carry it: its name, and the team of settings. */
export type FormOf = IntentOf<
  | 'week-form'
  | 'days-form'
  | 'settings-form'
  | 'campaign-form'
  | 'campaign-edit-form'
  | 'survey-form'
  | 'departments-form'
  | 'effect-form'
  | 'activity-form'
  | 'campaign-import-form'
  | 'template'
>;

const SEPARATOR = '|';

/** `fields`: what the form shows at first. Those of settings and campaigns remember it: only what is changed in it is written. */
export function encodeForm(form: FormOf, fields: readonly Field[] = []): string {
  switch (form.kind) {
    case 'week-form':
      return 'week';
    case 'days-form':
      return remembering('days', null, fields);
    case 'campaign-form':
      return 'campaign';
    case 'campaign-import-form':
      return 'campaign-import';
    case 'survey-form':
      return 'survey';
    case 'campaign-edit-form':
      return remembering('campaign-edit', form.campaign, fields);
    case 'departments-form':
      return 'department';
    case 'effect-form':
      return 'effects';
    case 'activity-form':
      return 'activity';
    case 'settings-form':
      return remembering('settings', form.team, fields);
    case 'template':
      return remembering('template', null, fields);
  }
}

function remembering(name: string, of: string | null | undefined, fields: readonly Field[]): string {
  return [name, of ?? '', ...fields.map(shownOf)].join(SEPARATOR);
}

function shownOf(field: Field): string {
  const value = field.kind === 'toggle' ? (field.value ? 'on' : 'off') : field.value;
  return remembered(field.name, value);
}

/** So many digits of each mark let all fields fit into what platforms carry of a form: 255 characters. */
const MARK_LENGTH = 8;

/** What a form remembers of a field: a mark, as a list of days may be longer than the form's memory. */
function remembered(name: string, value: string): string {
  return markOf(`${name}=${value.trim()}`).slice(0, MARK_LENGTH);
}

/** What was entered, by the names of the fields. */
type Values = Readonly<Record<string, string>>;

/** The intent of a form that was filled in. Fields may be missing or tampered with: each is judged again. */
export function readForm(form: string, values: Values): Intent | Refusal {
  const [name, team = '', ...shown] = form.split(SEPARATOR);
  switch (name) {
    case 'week':
      return readWeek(values);
    case 'days':
      return readDays(changedIn(values, shown));
    case 'settings':
      return { kind: 'setup', team, changes: settingsIn(changedIn(values, shown)) };
    case 'template':
      return { kind: 'template-set', changes: settingsIn(changedIn(values, shown)) };
    case 'campaign-import':
      return { kind: 'campaign-import', text: values.text ?? '' };
    case 'campaign':
      return readCampaign(values);
    case 'campaign-edit':
      return readChanges(team, changedIn(values, shown));
    case 'survey':
      return readSurvey(values);
    case 'department':
      return readDepartment(values);
    case 'effects': {
      const { metric = '', rows = '' } = values;
      return { kind: 'effect-import', metric: metric.trim() || null, text: rows, campaign: null };
    }
    case 'activity':
      return { kind: 'activity-import', source: values.source ?? '', text: values.rows ?? '' };
    default:
      return refuse('unknown-button');
  }
}

/** Each value is a work style, one with an arrival, or `off`; all faults are told, each at its input. */
function readDays(values: Values): Intent | Refusal {
  const days: IntentOf<'save-days'>['days'] = [];
  const faults: { field: string; refusal: Refusal }[] = [];
  for (const [day, value] of Object.entries(values)) {
    const [style = '', arrival = null] = value === 'off' ? [NOT_SCHEDULED] : value.split('@');
    if (value === '') continue;
    if (isDay(day) && isDayState(style) && (arrival === null || isTime(arrival)))
      days.push({ day, choice: { style, arrival } });
    else faults.push({ field: day, refusal: refuse('bad-form', { field: day }) });
  }
  const [first] = faults;
  if (first) return { ...first.refusal, fields: faults };
  return { kind: 'save-days', days: days.toSorted((one, other) => (one.day < other.day ? -1 : 1)) };
}

function readWeek(values: Values): Intent | Refusal {
  const week: DefaultWeek = {};
  for (const day of WEEKDAYS) {
    const [style = '', arrival] = (values[day] ?? '').split('@');
    if (style === '') continue;
    if (style === 'off') week[day] = 'off';
    else if (isWorkStyle(style) && (arrival === undefined || isTime(arrival)))
      week[day] = { style, arrival: arrival ?? null };
    else return refuse('bad-form', { field: day });
  }
  return { kind: 'save-week', week };
}

const OF_ONE_SETTING = [
  ['from', 'until'],
  ['announce', 'announce-day'],
];

/** The fields that do not hold any more what the form showed; those of a form that does not remember it: all. */
function changedIn(values: Values, shown: readonly string[]): Values {
  const isChanged = ([name, value]: [string, string]) => !shown.includes(remembered(name, value));
  const names = new Set(
    Object.entries(values)
      .filter(isChanged)
      .map(([name]) => name),
  );
  for (const inputs of OF_ONE_SETTING)
    if (inputs.some((name) => names.has(name))) for (const name of inputs) names.add(name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
}

/** `campaign`: its handle. Without times the window is each team's own. */
function readChanges(campaign: string, { from, until, ...rest }: Values): Intent {
  const window: Record<string, string> = from || until ? { window: `${from}-${until}` } : {};
  const none: Record<string, string> = from === '' && until === '' ? { window: '' } : {};
  return { kind: 'campaign-set', changes: { ...rest, ...window, ...none }, campaign };
}

function readSurvey({ preset = '', moment }: Values): Intent {
  if (preset === '') return { kind: 'survey-off' };
  return { kind: 'survey-use', preset, moment: moment === 'day' ? 'day' : 'campaign' };
}

function readCampaign(values: Values): Intent | Refusal {
  const { title = '', from = '', until = '', core = '', target = '' } = values;
  const refusal = dateRefusal('from', from) ?? dateRefusal('until', until) ?? coreRefusal(core);
  if (refusal) return refusal;
  if (until < from) return refuse('reversed-days', { from: { day: from }, until: { day: until } });
  return {
    kind: 'campaign-new',
    title,
    days: { from, until },
    core: core === '' ? [] : [core],
    target: target === '' ? null : target,
  };
}

function readDepartment({ name = '', teams = '', file = '' }: Values): Intent | Refusal {
  if (file.trim() !== '') return { kind: 'departments-import', text: file };
  if (name.trim() === '') return refuse('bad-form', { field: 'name' });
  const typed = teams.split(/[,，、;；\n]/u).map((team) => team.trim());
  return { kind: 'department-set', name: name.trim(), teams: typed.filter((team) => team !== '') };
}

function dateRefusal(field: string, day: string): Refusal | null {
  if (isDay(day)) return null;
  return day === '' ? refuse('bad-form', { field }) : refuse('impossible-date', { text: day });
}

function coreRefusal(day: string): Refusal | null {
  return day === '' ? null : dateRefusal('core', day);
}
