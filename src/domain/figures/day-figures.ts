import { avoidsOffice, isTelework, peakAvoidance, WORK_STYLES, type WorkStyle } from '../answers/work-style';
import type { DayCounts } from './book';
import { DAY_STATUSES } from './disclosure';

/** The exact figures of a day, of distinct people. They are for administrators of the organisation alone. */
export interface DayFigures {
  /** Everybody on the rosters, scheduled or not. */
  people: number;
  /** The denominator: the people without those who were not scheduled. */
  members: number;
  answered: number;
  telework: number;
  noOfficeVisit: number;
  /** Null: the book is of a version that did not count it. */
  peakAvoided: number | null;
}

export function figuresOfDay(counts: DayCounts): DayFigures {
  const { avoiding } = counts;
  const sum = (matches: (style: WorkStyle) => boolean) =>
    WORK_STYLES.filter(matches).reduce((total, style) => total + counts[style], 0);
  const people = DAY_STATUSES.reduce((total, status) => total + counts[status], 0);
  return {
    people,
    members: people - counts['not-scheduled'],
    answered: sum(() => true),
    telework: sum(isTelework),
    noOfficeVisit: sum(avoidsOffice),
    peakAvoided: avoiding === undefined ? null : sum((style) => peakAvoidance(style) === 'always') + avoiding,
  };
}
