import { avoidsOffice, isTelework, peakAvoidance, type WorkStyle } from '../answers/work-style';
import { DAY_STATUSES, type DayStatus, type Disclosure, type PublishedGroup } from './disclosure';

/** A figure that lies between two bounds, both included; equal bounds make it exact. */
export interface FigureRange {
  from: number;
  until: number;
}

/** The three tallies and what they are shares of, as far as published groups tell: of a day, or person-days of several. */
export interface PublishedTallies {
  /** Everybody on the roster, scheduled or not; exact. */
  roster: number;
  /** The denominator: the roster without those who were not scheduled. */
  members: FigureRange;
  answered: FigureRange;
  telework: FigureRange;
  peakAvoided: FigureRange;
  noOfficeVisit: FigureRange;
}

type Counts = (status: DayStatus) => 'always' | 'never' | 'sometimes';

const TALLIES = {
  members: (status) => always(status !== 'not-scheduled'),
  answered: (status) => always(isStyle(status)),
  telework: (status) => always(isStyle(status) && isTelework(status)),
  peakAvoided: (status) => (isStyle(status) ? peakAvoidance(status) : 'never'),
  noOfficeVisit: (status) => always(isStyle(status) && avoidsOffice(status)),
} satisfies Record<Exclude<keyof PublishedTallies, 'roster'>, Counts>;

/** Computed from published groups alone: a tally that is not a union of groups is a range. */
export function publishedTallies(days: readonly Disclosure[]): PublishedTallies {
  const groups = days.flat();
  return {
    roster: groups.reduce((sum, { people }) => sum + people, 0),
    members: rangeOf(groups, TALLIES.members),
    answered: rangeOf(groups, TALLIES.answered),
    telework: rangeOf(groups, TALLIES.telework),
    peakAvoided: rangeOf(groups, TALLIES.peakAvoided),
    noOfficeVisit: rangeOf(groups, TALLIES.noOfficeVisit),
  };
}

/**
 * The groups of several days together, in person-days. Where a status stood in groups of different width, the widest
 * one holds the sum: groups are nodes of one tree, so that of two either one contains the other or they are disjoint. A
 * group of all statuses stands last, next to the others.
 */
export function combineGroups(days: readonly Disclosure[]): PublishedGroup[] {
  const groups = days.flat();
  const widestFirst = groups
    .filter((group) => !isUntold(group))
    .sort((a, b) => b.statuses.length - a.statuses.length);
  const combined: PublishedGroup[] = [];
  for (const { statuses, people } of widestFirst) {
    const wider = combined.find((group) => statuses.every((status) => group.statuses.includes(status)));
    if (wider) wider.people += people;
    else combined.push({ statuses, people });
  }
  const untold = groups.filter(isUntold).reduce((sum, { people }) => sum + people, 0);
  return untold === 0 ? combined : [...combined, { statuses: DAY_STATUSES, people: untold }];
}

/** Whether nothing is told of these people but their number. */
export function isUntold({ statuses }: PublishedGroup): boolean {
  return statuses.length === DAY_STATUSES.length;
}

function rangeOf(groups: readonly PublishedGroup[], counts: Counts): FigureRange {
  const sum = (isCounted: (statuses: readonly DayStatus[]) => boolean) =>
    groups.reduce((total, { statuses, people }) => total + (isCounted(statuses) ? people : 0), 0);
  return {
    from: sum((statuses) => statuses.every((status) => counts(status) === 'always')),
    until: sum((statuses) => statuses.some((status) => counts(status) !== 'never')),
  };
}

function always(isCounted: boolean): 'always' | 'never' {
  return isCounted ? 'always' : 'never';
}

function isStyle(status: DayStatus): status is WorkStyle {
  return status !== 'no-answer' && status !== 'not-scheduled';
}
