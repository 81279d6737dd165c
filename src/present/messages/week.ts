import type { UsualToday } from '../../domain/answers/poll';
import { type Choice, needsArrival, WORK_STYLES, type WorkStyle } from '../../domain/answers/work-style';
import type { Field, Option } from '../../domain/card';
import type { ShownWeek } from '../../domain/people/person';
import { placeInWeek, type Time, WEEKDAYS, type Weekday } from '../../domain/time/calendar';
import { unheardParts } from '../answers';
import { offPeakArrivals } from '../arrivals';
import { button, choices, facts, form, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { choiceLabel, usualLabel } from '../styles';
import type { Words } from '../words';

/** The form offers two arrivals: the end of the window, and half an hour later. */
const WEEK_ARRIVALS = 2;

function inOrder(weekStart?: Weekday): Weekday[] {
  return WEEKDAYS.toSorted((a, b) => placeInWeek(a, weekStart) - placeInWeek(b, weekStart));
}

function setDays({ week, weekStart }: ShownWeek): { day: Weekday; usual: Choice | 'off' }[] {
  return inOrder(weekStart).flatMap((day) => {
    const usual = week[day];
    return usual === undefined ? [] : [{ day, usual }];
  });
}

/** The default week in one line, from the day on which it begins. */
export function weekLine(shown: ShownWeek, words: Words): string {
  const days = setDays(shown).map(({ day, usual }) =>
    words.fact(words.weekday(day), usualLabel(usual, words)),
  );
  return days.length === 0 ? words.t('panel.week-empty') : words.join(days);
}

export const week: Presenter<'week'> = (message, words) => {
  const { saved, already, unheard } = message;
  const days = setDays(message);
  const deleted = saved && days.length === 0;
  return [
    heading(words.t(deleted ? 'week.deleted' : saved ? 'week.saved' : 'week.heading')),
    days.length === 0
      ? text(words.t(deleted ? 'week.deleted-body' : 'week.empty'))
      : facts(
          days.map(({ day, usual }) => ({
            label: words.weekday(day),
            value: usualLabel(usual, words),
          })),
        ),
    ...when(!deleted, text(words.t('week.body'), 'muted')),
    ...(already ? [text(todayText(already, words))] : []),
    ...unheardParts(unheard, words),
    choices(words.t('panel.week'), [button(words.t('panel.edit-week'), { kind: 'week-form' })], {
      quiet: true,
    }),
  ];
};

function todayText({ day, choice, answered }: UsualToday, words: Words): string {
  if (!choice) return words.t('week.today-none', { day: words.day(day) });
  const said = { day: words.day(day), choice: choiceLabel(choice, words) };
  return answered ? words.t('week.today-answered', said) : words.t('week.today', said);
}

export const weekForm: Presenter<'week-form'> = ({ week: chosen, weekStart, until }, words) => [
  heading(words.t('week.form')),
  text(words.t('week.body'), 'muted'),
  form(
    { kind: 'week-form' },
    inOrder(weekStart).map((day) => weekdayField(day, chosen[day], until, words)),
    words.t('form.save'),
  ),
];

/**
 * Values: empty for none, `off`, a work style, or one with an arrival: `off-peak@10:30`. Off-peak travel counts by
 * its arrival only, so it is offered with one. An earlier choice stays an option.
 */
function weekdayField(day: Weekday, usual: Choice | 'off' | undefined, until: Time, words: Words): Field {
  const value = selectValue(usual);
  const options: Option[] = [
    { value: '', label: words.t('week.none') },
    { value: 'off', label: words.t('style.off') },
    ...WORK_STYLES.flatMap((style) => choicesOf(style, until)).map((choice) => ({
      value: selectValue(choice),
      label: choiceLabel(choice, words),
    })),
  ];
  if (usual && usual !== 'off' && options.every((option) => option.value !== value)) {
    options.push({ value, label: choiceLabel(usual, words) });
  }
  return { kind: 'select', name: day, label: words.weekday(day), value, options };
}

export function choicesOf(style: WorkStyle, until: Time): Choice[] {
  if (!needsArrival(style)) return [{ style, arrival: null }];
  return offPeakArrivals(until)
    .slice(0, WEEK_ARRIVALS)
    .map((arrival) => ({ style, arrival }));
}

export function selectValue(usual: Choice | 'off' | undefined): string {
  if (usual === undefined) return '';
  if (usual === 'off') return 'off';
  return usual.arrival === null ? usual.style : `${usual.style}@${usual.arrival}`;
}
