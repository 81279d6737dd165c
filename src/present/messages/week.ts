import { WEEKDAYS, type Weekday } from '../../domain/calendar';
import type { Field, Option } from '../../domain/card';
import type { DefaultWeek } from '../../domain/people';
import { type Choice, WORK_STYLES } from '../../domain/work-style';
import { button, choices, facts, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import { choiceLabel, styleLabel, usualLabel } from '../styles';
import type { Words } from '../words';

function setDays(week: DefaultWeek): { day: Weekday; usual: Choice | 'off' }[] {
  return WEEKDAYS.flatMap((day) => {
    const usual = week[day];
    return usual === undefined ? [] : [{ day, usual }];
  });
}

/** The default week in one line. */
export function weekLine(week: DefaultWeek, words: Words): string {
  const days = setDays(week).map(
    ({ day, usual }) => `${words.t(`weekday.long.${day}`)} ${usualLabel(usual, words)}`,
  );
  return days.length === 0 ? words.t('panel.week-empty') : words.join(days);
}

export const week: Presenter<'week'> = ({ week: chosen, saved }, words) => {
  const days = setDays(chosen);
  return [
    heading(words.t(saved ? 'week.saved' : 'week.heading')),
    days.length === 0
      ? text(words.t('week.empty'))
      : facts(
          days.map(({ day, usual }) => ({
            label: words.t(`weekday.long.${day}`),
            value: usualLabel(usual, words),
          })),
        ),
    text(words.t('week.body'), 'muted'),
    choices(
      words.t('week.edit', { example: words.t('command.week'), clear: words.t('command.week-clear') }),
      [button(words.t('panel.edit-week'), { kind: 'form', form: 'week' })],
    ),
  ];
};

export const weekForm: Presenter<'week-form'> = ({ week: chosen }, words) => [
  heading(words.t('week.form')),
  text(words.t('week.body'), 'muted'),
  {
    kind: 'form',
    form: 'week',
    fields: WEEKDAYS.map((day) => weekdayField(day, chosen[day], words)),
    submit: words.t('form.save'),
  },
];

/** Values: empty for none, `off`, a work style, or one with an arrival: `off-peak@10:30`. */
function weekdayField(day: Weekday, usual: Choice | 'off' | undefined, words: Words): Field {
  const value = selectValue(usual);
  const options: Option[] = [
    { value: '', label: words.t('week.none') },
    { value: 'off', label: words.t('style.off') },
    ...WORK_STYLES.map((style) => ({ value: style, label: styleLabel(style, words) })),
  ];
  if (usual && usual !== 'off' && usual.arrival !== null) {
    options.push({ value, label: choiceLabel(usual, words) });
  }
  return { kind: 'select', name: day, label: words.t(`weekday.long.${day}`), value, options };
}

function selectValue(usual: Choice | 'off' | undefined): string {
  if (usual === undefined) return '';
  if (usual === 'off') return 'off';
  return usual.arrival === null ? usual.style : `${usual.style}@${usual.arrival}`;
}
