import type { Part } from '../../domain/card';
import { SURVEYS, type SurveyItem, surveyOf } from '../../domain/surveys/survey';
import type { SurveyItems } from '../../ports/survey-messages';
import { button, choices, facts, form, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

export const surveyQuestion: Presenter<'survey-question'> = ({ day, preset, item: index }, words) => {
  const items = surveyOf(preset)?.items ?? [];
  const item = items[index];
  if (!item) return surveyThanks({ kind: 'survey-thanks', today: words.today, all: true }, words);
  const answers = item.options.map((option) =>
    button(option.text[words.locale], { kind: 'survey-answer', day, item: item.id, option: option.id }),
  );
  return [
    heading(words.t('survey.heading', { number: index + 1, of: items.length })),
    choices(item.text[words.locale], [...answers, button(words.t('survey.stop'), { kind: 'survey-stop' })]),
    text(words.t('survey.anonymous'), 'muted'),
    text(words.day(day), 'muted'),
  ];
};

export const surveyThanks: Presenter<'survey-thanks'> = ({ all }, words) => [
  heading(words.t('survey.thanks')),
  text(words.t(all ? 'survey.done' : 'survey.stopped')),
];

export const surveyForm: Presenter<'survey-form'> = ({ chosen }, words) => [
  heading(words.t('survey-form.heading')),
  form(
    { kind: 'survey-form' },
    [
      {
        ...{ kind: 'select', name: 'preset', label: words.t('survey-form.preset') },
        value: chosen?.preset ?? '',
        options: [
          { value: '', label: words.t('survey-form.none') },
          ...SURVEYS.map(({ id, name }) => ({ value: id, label: name[words.locale] })),
        ],
      },
      {
        ...{ kind: 'select', name: 'moment', label: words.t('survey-form.moment') },
        value: chosen?.moment ?? 'campaign',
        options: (['campaign', 'day'] as const).map((value) => ({
          value,
          label: words.t(`survey-form.${value}`),
        })),
      },
    ],
    words.t('form.save'),
  ),
];

export const surveyStatus: Presenter<'survey-status'> = ({ chosen }, words) => [
  heading(words.t('survey.status')),
  text(
    chosen
      ? words.t(`survey.chosen-${chosen.moment}`, { name: surveyOf(chosen.preset)?.name[words.locale] ?? '' })
      : words.t('survey.off'),
    'strong',
  ),
  facts(
    SURVEYS.map(({ name, items }) => ({
      label: name[words.locale],
      value: words.t('survey.questions', { count: items.length }),
    })),
  ),
  text(words.t('survey.how')),
  text(words.t('survey.anonymous'), 'muted'),
  choices(words.t('survey-form.heading'), [
    button(words.t('survey-form.button'), { kind: 'survey-form' }),
    button(words.t('survey.results-button'), { kind: 'survey-results' }),
  ]),
];

export const surveyResults: Presenter<'survey-results'> = ({ day, items, open }, words) => [
  heading(words.t('survey.results', { day: words.day(day) })),
  ...resultParts(items, words),
  ...(open ? [text(words.t('survey.open', { day: words.day(open.day), until: words.day(open.until) }))] : []),
  text(words.t('survey.disclosed'), 'muted'),
];

/** Each question with its results. */
export function resultParts(items: SurveyItems, words: Words): Part[] {
  return items.flatMap(({ item: id, cells }) => {
    const item = SURVEYS.flatMap((survey) => survey.items).find((one) => one.id === id);
    if (!item) return [];
    const question = text(item.text[words.locale], 'strong');
    if (!cells) return [question, text(words.t('survey.too-few'))];
    const total = cells.reduce((sum, { people }) => sum + people, 0);
    const rows = cells.map(({ options, people }) => {
      return { label: labelOf(item, options, words), value: words.of(people, total) };
    });
    return [question, facts(rows)];
  });
}

function labelOf(item: SurveyItem, options: readonly string[], words: Words): string {
  const texts = item.options
    .filter(({ id }) => options.includes(id))
    .map((option) => option.text[words.locale]);
  return texts.join(' / ');
}
