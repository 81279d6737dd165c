import { cleanName } from '../../domain/text';
import type { DayRange } from '../../domain/time/calendar';
import type { SpecialDay } from '../../domain/time/special-days';
import { countryNotes, regionList } from '../calendar-notes';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { offLabel } from '../reasons';
import type { Words } from '../words';

export const holidays: Presenter<'holidays'> = ({ teamName, country, rows, more }, words) => [
  heading(words.t('holidays.heading', { country: words.country(country) })),
  ...(teamName === null ? [] : [text(teamName, 'strong')]),
  rows.length === 0
    ? text(words.t('holidays.empty'))
    : facts(rows.map((row) => ({ label: words.day(row.day), value: valueFor(row, country, words) }))),
  ...when(more > 0, text(words.t('holidays.more', { count: more }), 'muted')),
  ...countryNotes(country, words),
  text(words.t('holidays.change'), 'muted'),
];

function valueFor(row: SpecialDay, country: string, words: Words): string {
  switch (row.kind) {
    case 'make-up':
      return words.t('day.make-up');
    case 'elsewhere':
      return words.t('day.resting', { regions: regionList(country, row.regions, words) });
    case 'off': {
      const name = offLabel(row.why, words);
      return row.estimated ? words.t('holidays.may-move', { name }) : name;
    }
  }
}

export const holidaysChanged: Presenter<'holidays-changed'> = (message, words) => {
  const { lost, gained, polled } = message;
  return [
    heading(
      words.t(`holidays-changed.${message.change}`, {
        days: words.list(message.days.map((span) => spanOf(span, words))),
      }),
    ),
    ...when(message.name !== '', text(cleanName(message.name), 'strong')),
    ...when(
      lost.length > 0,
      text(words.t('holidays-changed.lost', { days: words.list(lost.map(words.day)) })),
    ),
    ...when(
      gained.length > 0,
      text(words.t('holidays-changed.gained', { days: words.list(gained.map(words.day)) })),
    ),
    ...when(polled, text(words.t('holidays-changed.polled'))),
    text(words.t('holidays-changed.teams'), 'muted'),
  ];
};

function spanOf({ from, until }: DayRange, words: Words): string {
  if (from === until) return words.day(from);
  return words.t('holidays-changed.span', { from: words.day(from), until: words.day(until) });
}
