import { handleOf } from '../../domain/campaigns/campaign';
import { FIELD_EXAMPLES, type OwnCampaign } from '../../domain/campaigns/campaign-schema';
import type { TermKey } from '../../domain/campaigns/change-terms';
import { CATEGORIES } from '../../domain/campaigns/terms';
import type { Field } from '../../domain/card';
import { MAX_NAME } from '../../domain/text';
import { addDays, type Day } from '../../domain/time/calendar';
import type { CampaignView } from '../../ports/views';
import { form, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

/** What a form of each platform takes. */
const MOST_TYPED = 3_000;
/** The longest number, share or span that is typed. */
const SHORT = 40;

export const campaignForm: Presenter<'campaign-form'> = (_message, words) => [
  heading(words.t('campaign-form.heading')),
  form(
    { kind: 'campaign-form' },
    [
      {
        kind: 'text',
        name: 'title',
        label: words.t('campaign-form.title'),
        value: '',
        hint: null,
        required: true,
        maxLength: MAX_NAME,
      },
      { kind: 'date', name: 'from', label: words.t('campaign-form.from'), value: '', required: true },
      { kind: 'date', name: 'until', label: words.t('campaign-form.until'), value: '', required: true },
      { kind: 'date', name: 'core', label: words.t('campaign-form.core'), value: '', required: false },
      {
        kind: 'text',
        name: 'target',
        label: words.t('campaign-form.target'),
        value: '',
        hint: words.t('campaign-form.target-hint'),
        required: false,
        maxLength: 10,
      },
    ],
    words.t('campaign-form.submit'),
  ),
];

export const campaignImportForm: Presenter<'campaign-import-form'> = (_message, words) => [
  heading(words.t('campaign-import.heading')),
  text(words.t('campaign-import.intro')),
  form(
    { kind: 'campaign-import-form' },
    [
      {
        kind: 'text',
        name: 'text',
        label: words.t('campaign-import.text'),
        value: '',
        hint: words.t('campaign-import.hint'),
        required: true,
        maxLength: MOST_TYPED,
        multiline: true,
      },
    ],
    words.t('campaign-import.submit'),
  ),
];

/** The fields have the names of what can be set, except that the window is two times. */
export const campaignEditForm: Presenter<'campaign-edit-form'> = ({ campaign }, words) => [
  heading(words.t('campaign-edit.heading', { name: words.campaign(campaign) })),
  form(
    { kind: 'campaign-edit-form', campaign: handleOf(campaign.id) },
    [...dayFields(campaign, words), ...termFields(campaign, words)],
    words.t('form.save'),
  ),
];

/** The days that are over cannot be changed. */
function dayFields({ days }: CampaignView, words: Words): Field[] {
  const coming = days.filter(({ day }) => day >= words.today);
  if (coming.length === 0) return [];
  const core = coming.filter((one) => one.core);
  return [
    { ...typed('days', spansOf(coming.map(({ day }) => day)), words), required: true, maxLength: MOST_TYPED },
    { ...typed('core', core.map(({ day }) => day).join(', '), words), maxLength: MOST_TYPED },
  ];
}

function termFields({ target, terms = {} }: CampaignView, words: Words): Field[] {
  const { window, peakUntil, category, baseline } = terms;
  const categories = CATEGORIES.map((value) => ({ value, label: words.t(`terms.category.${value}`) }));
  const none = { value: '', label: words.t('campaign-edit.no-category') };
  return [
    {
      kind: 'time',
      name: 'from',
      label: words.t('campaign-edit.from'),
      value: window?.from ?? '',
      required: false,
    },
    {
      kind: 'time',
      name: 'until',
      label: words.t('campaign-edit.until'),
      value: window?.until ?? '',
      required: false,
    },
    {
      kind: 'time',
      name: 'peak',
      label: words.t('campaign-edit.peak'),
      value: peakUntil ?? '',
      required: false,
    },
    typed('target', target === null ? '' : `${Math.round(target * 10_000) / 100}%`, words),
    {
      ...{ kind: 'select', name: 'category', label: words.t('campaign-edit.category') },
      ...{ value: category ?? '', options: [none, ...categories] },
    },
    toggle('supporting', terms.supporting === true, words),
    typed('minimum-days', numberText(terms.minimumDays), words),
    typed('minimum-core-people', numberText(terms.minimumCorePeople), words),
    toggle('measures-effects', terms.measuresEffects === true, words),
    typed('baseline', baseline ? `${baseline.from}..${baseline.until}` : '', words),
    typed('headcount', numberText(terms.headcount), words),
  ];
}

function toggle(name: TermKey, value: boolean, words: Words): Field {
  return { kind: 'toggle', name, label: words.t(`campaign-edit.${name}`), value };
}

function typed(
  name: TermKey & keyof OwnCampaign,
  value: string,
  words: Words,
): Extract<Field, { kind: 'text' }> {
  const hint =
    name === 'days'
      ? words.t('campaign-edit.days-hint')
      : words.t('campaign-edit.empty-hint', { example: FIELD_EXAMPLES[name] });
  const label = words.t(`campaign-edit.${name}`);
  return { kind: 'text', name, label, value, hint, required: false, maxLength: SHORT };
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** `2027-07-19..2027-07-23, 2027-07-26`. */
function spansOf(days: readonly Day[]): string {
  const spans: { from: Day; until: Day }[] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && addDays(last.until, 1) === day) last.until = day;
    else spans.push({ from: day, until: day });
  }
  return spans.map(({ from, until }) => (from === until ? from : `${from}..${until}`)).join(', ');
}
