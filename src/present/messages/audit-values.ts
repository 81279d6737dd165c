import { SETTING_FIELDS } from '../../domain/teams/change-settings';
import { cleanName } from '../../domain/text';
import { isDay } from '../../domain/time/calendar';
import type { MessageKey } from '../../i18n/language';
import type { AuditRow } from '../../ports/views';
import { settingLabel } from '../setting-values';
import type { Words } from '../words';

/* What the trail keeps of a change, in words. What an earlier version wrote is shown as it stands. */

type Change = AuditRow['changes'][number];

/** More days than that are summed up. */
const MOST_DAYS = 5;
const CAMPAIGN = /^campaign\/(\w+)\/(.*)$/s;
const DEPARTMENT = /^department (.*)$/s;
const TEMPLATE = /^template\/(.*)$/s;
const DAYS = /^\d{4}-\d\d-\d\d\*?(?: \d{4}-\d\d-\d\d\*?)*$/;

const CAMPAIGN_LABELS: Readonly<Record<string, MessageKey>> = {
  names: 'campaign.name',
  days: 'campaign.all-days',
  target: 'campaign.target-label',
  state: 'campaign.state',
  window: 'day.window',
  peakUntil: 'terms.peak',
  category: 'terms.category',
  supporting: 'terms.category',
  minimumDays: 'terms.conditions',
  minimumCorePeople: 'terms.conditions',
  measuresEffects: 'terms.conditions',
  baseline: 'terms.baseline',
  headcount: 'terms.headcount',
};

const LABELS: Readonly<Record<string, MessageKey>> = {
  survey: 'survey.status',
  'safety-contacts': 'audit.safety-contacts',
  'organisation-channel': 'audit.organisation-channel',
  'second-channel': 'audit.bind',
  'silent-list': 'audit.silent-list',
};

/** `When to answer: 07:00-10:30 → 08:00-11:00`; of lists of days what came and what went. Null: it reads the same. */
export function changeText({ key, from, to }: Change, words: Words): string | null {
  const label = cleanName(labelOf(key, words));
  const days = dayChange(from, to, words);
  if (days !== null) return words.fact(label, days);
  const [was, is] = [valueText(key, from, words), valueText(key, to, words)];
  return was === is ? null : words.fact(label, `${was} → ${is}`);
}

function labelOf(key: string, words: Words): string {
  const [, property = '', campaign] = CAMPAIGN.exec(key) ?? [];
  const ofCampaign = CAMPAIGN_LABELS[property];
  if (campaign !== undefined && ofCampaign) return words.fact(campaign, words.t(ofCampaign));
  const setting = SETTING_FIELDS.get(key);
  if (setting) return settingLabel(setting, words);
  const [, begun] = TEMPLATE.exec(key) ?? [];
  if (begun !== undefined) return words.fact(words.t('template.heading'), labelOf(begun, words));
  const [, department] = DEPARTMENT.exec(key) ?? [];
  if (department !== undefined) return words.fact(words.t('roll-up.name'), department);
  const known = LABELS[key];
  if (known) return words.t(known);
  return isDay(key) ? words.day(key) : key;
}

function valueText(key: string, value: string | null, words: Words): string {
  if (value === null) return '-';
  const [, property] = CAMPAIGN.exec(key) ?? [];
  const count = Number(value);
  if (property === 'minimumDays') return words.t('terms.days', { count });
  if (property === 'minimumCorePeople') return words.t('terms.core-people', { count });
  if (property === 'measuresEffects') return words.t('terms.effects');
  if (property === 'category' && (value === 'implementing' || value === 'special'))
    return words.t(`terms.category.${value}`);
  if (property === 'supporting') return words.t('terms.category.supporting');
  if (property === 'state' && value === 'ended') return words.t('campaign.state.ended');
  return property === 'state' ? '-' : value;
}

/** Null: one of the values is not a list of days. */
function dayChange(from: string | null, to: string | null, words: Words): string | null {
  const lists = [from, to].map((text) => (text === null || text === '-' ? [] : text.split(' ')));
  const [was = [], is = []] = lists;
  const isList = (text: string | null) => text === null || text === '-' || DAYS.test(text);
  if (was.length + is.length === 0 || !isList(from) || !isList(to)) return null;
  const gone = was.filter((day) => !is.includes(day));
  const come = is.filter((day) => !was.includes(day));
  const parts = [...(gone.length > 0 ? [`− ${daysText(gone, words)}`] : [])];
  return [...parts, ...(come.length > 0 ? [`+ ${daysText(come, words)}`] : [])].join(' ');
}

function daysText(days: readonly string[], words: Words): string {
  const shown = days.map((text) => {
    const day = text.replace('*', '');
    return text === day ? words.day(day) : words.t('day.core-mark', { day: words.day(day) });
  });
  const [first = '', last = ''] = [days[0], days.at(-1)].map((day) =>
    words.day((day ?? '').replace('*', '')),
  );
  if (days.length <= MOST_DAYS) return words.list(shown);
  const span = words.t('date.span', { from: first, until: last });
  return words.t('missed.span', { count: days.length, span });
}
