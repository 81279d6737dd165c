import { type DayState, isWorkStyle, type WorkStyle } from '../domain/answers/work-style';
import type { ExampleName } from '../domain/examples';
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../domain/time/calendar';
import type { Values } from '../ports/translate';
import { styleLabel } from './styles';
import type { Words } from './words';

/**
 * An example command in the reader's words: `off-peak 10:30`. Its dates lie in the coming week; `on`: the day in place of
 * Monday, which may be a day off.
 */
export function exampleOf(name: ExampleName, words: Words, on: Day | null = null): string {
  if (isWorkStyle(name) && name !== 'off-peak' && name !== 'office') return styleOnFriday(name, words);
  return words.t(`command.${name}`, { ...comingWeek(words), ...(on && { mon: on }) });
}

/** The whole line to type, with the prefix: `/telework home on friday`. */
export function exampleLine(name: ExampleName, prefix: string, words: Words, on: Day | null = null): string {
  return `${prefix} ${exampleOf(name, words, on)}`.trim();
}

function styleOnFriday(style: WorkStyle, words: Words): string {
  const said = style === 'home' ? words.t('command.home') : styleLabel(style, words);
  return words.t('command.on', { style: said, date: words.weekday('fri') }).toLowerCase();
}

/** The line that sets some weekdays of the default week: `/telework week friday=home`. */
export function weekLine(weekdays: readonly string[], style: DayState, prefix: string, words: Words): string {
  const usual = style === 'home' ? words.t('command.home') : styleLabel(style, words);
  const changes = WEEKDAYS.filter((day) => weekdays.includes(day)).map(
    (day) => `${words.weekday(day)}=${usual}`,
  );
  return `${prefix} ${words.t('command.week-of')} ${changes.join(' ')}`.trim().toLowerCase();
}

/** Next week's dates by their weekdays. */
export function comingWeek({ today }: Words): Values {
  const monday = 7 - WEEKDAYS.indexOf(weekdayOf(today));
  return Object.fromEntries(WEEKDAYS.map((weekday, index) => [weekday, addDays(today, monday + index)]));
}
