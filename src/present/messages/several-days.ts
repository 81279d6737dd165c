import { type Choice, NOT_SCHEDULED, WORK_STYLES } from '../../domain/answers/work-style';
import type { Field, Option } from '../../domain/card';
import type { MyDay } from '../../ports/views';
import { ownAnswer, panelChoice } from '../answers';
import { markedDay } from '../day';
import { facts, form, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { choiceLabel } from '../styles';
import type { Words } from '../words';
import { choicesOf, selectValue } from './week';

/** One select a day, with what is known of it. */
export const daysForm: Presenter<'days-form'> = ({ days }, words) =>
  days.length === 0
    ? [heading(words.t('panel.none'))]
    : [
        heading(words.t('several-days.heading')),
        form(
          { kind: 'days-form' },
          days.map((day) => fieldOf(day, words)),
          words.t('form.save'),
        ),
      ];

function fieldOf(day: MyDay, words: Words): Field {
  const value = day.answer ? shownValue(day.answer) : '';
  const styles = WORK_STYLES.flatMap((style) => choicesOf(style, day.window.until));
  const options: Option[] = [
    ...(day.answer ? [] : [{ value: '', label: ownAnswer(day, words) }]),
    ...styles.map((choice) => ({ value: shownValue(choice), label: choiceLabel(choice, words) })),
    { value: 'off', label: words.t('style.off') },
  ];
  if (day.answer && options.every((option) => option.value !== value))
    options.push({ value, label: choiceLabel(day.answer, words) });
  return { kind: 'select', name: day.day, label: markedDay(day, words), value, options };
}

function shownValue({ style, arrival }: Choice): string {
  return style === NOT_SCHEDULED ? 'off' : selectValue({ style, arrival });
}

export const daysUndone: Presenter<'days-undone'> = ({ days, skipped }, words) => [
  heading(words.t('several-days.undone')),
  facts(
    days.map(({ day, choice }) => ({
      label: words.day(day),
      value: choice ? choiceLabel(choice, words) : words.t('panel.unanswered'),
    })),
  ),
  ...when(
    skipped.length > 0,
    text(words.t('several-days.kept', { days: words.list(skipped.map(words.day)) })),
  ),
  panelChoice(words),
];
