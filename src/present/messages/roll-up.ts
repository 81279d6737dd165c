import type { FigureRange } from '../../domain/figures/published-tallies';
import type { RollUpFigures } from '../../domain/figures/roll-up';
import { cleanName } from '../../domain/text';
import type { RollUpView } from '../../ports/organisation-messages';
import { markedDay } from '../day';
import { asShown, cellText, isWithheld, rangeText } from '../groups';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

/** The three tallies, never merged, of distinct people. */
export const rollUp: Presenter<'roll-up'> = (message, words) => {
  const { day, department, campaign, isCore, waiting, running, figures } = message;
  const marked = markedDay({ day, core: isCore, drill: null }, words);
  return [
    heading(
      department === null
        ? words.t('roll-up.heading', { day: marked })
        : words.t('roll-up.department', { department: cleanName(department), day: marked }),
    ),
    ...(campaign === null ? [] : [text(words.campaign(campaign), 'strong')]),
    ...when(waiting > 0, text(words.t('roll-up.waiting', { count: waiting }))),
    ...when(figures !== null, text(words.t(running ? 'roll-up.running' : 'roll-up.over'), 'muted')),
    ...(figures ? told(message, figures, words) : [text(words.t('roll-up.later'))]),
  ];
};

function told({ teams, groups, again, departments }: RollUpView, figures: RollUpFigures, words: Words) {
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
      facts(shown.map(([label, count]) => ({ label, value: groupText(count, { again, figures }, words) }))),
    ),
    ...when(departments.length > 0, departmentTable(departments, words)),
    text(words.t('roll-up.privacy'), 'muted'),
  ];
}

/** A range where people of several teams may be counted more than once. */
function groupText(
  count: number,
  { again, figures: { people } }: { again: number; figures: RollUpFigures },
  words: Words,
): string {
  const [from, until] = [Math.max(0, count - again), Math.min(count, people)];
  if (from === until) return words.t('figure.people', { count });
  return words.t('organisers.people-between', { from, until });
}

/** Three columns: more do not fit a phone. A department's own tally tells the others. */
function departmentTable(departments: RollUpView['departments'], words: Words) {
  return {
    kind: 'table' as const,
    caption: words.t('roll-up.table'),
    columns: [words.t('roll-up.name'), words.t('tally.telework'), words.t('tally.answered')],
    rows: departments.map(({ name, figures }) => [
      cleanName(name),
      cellText(figures.telework, figures.people, words),
      cellText(figures.answered, figures.people, words),
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

/** With its denominator, and its share where it is exact; of a figure that is withheld, what it is at most. */
function shareText(count: FigureRange, people: number, words: Words): string {
  if (count.from === count.until) return words.of(count.from, people);
  if (isWithheld(count)) {
    const most = words.t('roll-up.at-most', { count: count.until, people });
    return count.until < people ? `${words.t('figure.withheld')} · ${most}` : words.t('figure.withheld');
  }
  return words.t('roll-up.range', { count: rangeText(count, words), people });
}
