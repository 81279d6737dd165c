import type { FigureRange } from '../../domain/figures/published-tallies';
import type { RollUpFigures } from '../../domain/figures/roll-up';
import { cleanName } from '../../domain/text';
import type { RollUpView } from '../../ports/organisation-messages';
import { markedDay } from '../day';
import { asShown, rangeText } from '../groups';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

/** The three tallies, never merged, of distinct people. */
export const rollUp: Presenter<'roll-up'> = (message, words) => {
  const { day, department, campaign, isCore, waiting, figures } = message;
  const marked = markedDay({ day, core: isCore, drill: null }, words);
  return [
    heading(
      department === null
        ? words.t('roll-up.heading', { day: marked })
        : words.t('roll-up.department', { department: cleanName(department), day: marked }),
    ),
    ...(campaign === null ? [] : [text(cleanName(campaign), 'strong')]),
    ...when(waiting > 0, text(words.t('roll-up.waiting', { count: waiting }))),
    ...(figures ? told(message, figures, words) : [text(words.t('roll-up.later'))]),
  ];
};

function told({ teams, groups, departments }: RollUpView, figures: RollUpFigures, words: Words) {
  const shown = asShown(groups, words);
  return [
    facts([
      { label: words.t('roll-up.people'), value: words.t('figure.people', { count: figures.people }) },
      { label: words.t('roll-up.teams'), value: words.number(teams) },
      ...figuresIn(words).map(({ label, of }) => ({
        label,
        value: shareText(of(figures), figures.people, words),
      })),
    ]),
    ...when(
      shown.length > 0,
      facts(shown.map(([label, count]) => ({ label, value: words.t('figure.people', { count }) }))),
    ),
    ...when(departments.length > 0, departmentTable(departments, words)),
    text(words.t('roll-up.privacy'), 'muted'),
  ];
}

function departmentTable(departments: RollUpView['departments'], words: Words) {
  const columns = figuresIn(words);
  return {
    kind: 'table' as const,
    caption: words.t('roll-up.table'),
    columns: [words.t('roll-up.name'), words.t('roll-up.people'), ...columns.map(({ label }) => label)],
    rows: departments.map(({ name, figures }) => [
      cleanName(name),
      words.number(figures.people),
      ...columns.map(({ of }) => rangeText(of(figures), words)),
    ]),
  };
}

function figuresIn(words: Words): { label: string; of: (figures: RollUpFigures) => FigureRange }[] {
  return [
    { label: words.t('tally.telework'), of: ({ telework }) => telework },
    { label: words.t('tally.peak-avoided'), of: ({ peakAvoided }) => peakAvoided },
    { label: words.t('tally.no-office-visit'), of: ({ noOfficeVisit }) => noOfficeVisit },
    { label: words.t('tally.answered'), of: ({ answered }) => answered },
  ];
}

/** With its denominator, and its share where it is exact. */
function shareText(count: FigureRange, people: number, words: Words): string {
  if (count.from === count.until) return words.of(count.from, people);
  return words.t('roll-up.range', { count: rangeText(count, words), people });
}
