import { type Answer, answerTimes, isLate, type Poll } from '../answers/poll';
import type { TallyGroup } from '../answers/tally';
import type { Counted } from '../answers/visibility';
import {
  avoidsPeak,
  type Choice,
  isWork,
  peakAvoidance,
  WORK_STYLES,
  type WorkChoice,
} from '../answers/work-style';
import type { PersonId, TeamId } from '../people/person';
import type { Department } from '../teams/structure';
import type { Time } from '../time/calendar';
import { DAY_STATUSES, type DayStatus, type StatusCounts } from './disclosure';

/* The books of a day: its counts, written down once the day is over. */

/** An entry of a person's history of a day; `choice` null: the answer was taken back. */
export interface HistoryEntry extends Pick<Answer, 'at' | 'source'> {
  choice: Choice | null;
}

/** The answer that stands at the end of a day. */
export type Standing = Pick<Answer, 'style' | 'arrival' | 'at' | 'firstAt' | 'source'>;

/** Which state of a day is meant: as its last poll ended, or with what administrators corrected since. */
export type State = 'closing' | 'corrected';

/** A member of a poll, with their history of its day, oldest first. */
export interface Listed {
  person: PersonId;
  scheduled: boolean;
  /** Whether they count in what the team is shown. */
  here: boolean;
  history: readonly HistoryEntry[];
}

/** The counts of a poll: those that its team is shown, and those of all members, for figures of the organisation. */
export interface BookCounts extends Counted {
  everyone: { groups: TallyGroup[]; silent: number; notScheduled: number };
}

/** The arrival of all who arrive before the end of the peak. */
const BEFORE_THE_PEAK: Time = '00:00';

type Instants = Pick<Poll, 'opensAt' | 'endsAt'>;

/**
 * The answer that stands in a poll; null: none. What is answered after the poll's day, for a poll of another time zone,
 * does not change it; what an administrator corrects does, in the state `corrected`.
 */
export function standingIn(
  history: readonly HistoryEntry[],
  { opensAt, endsAt }: Instants,
  state: State,
): Standing | null {
  let standing: Standing | null = null;
  for (const { choice, at, source } of history) {
    const counts = source === 'admin' ? state === 'corrected' : at < endsAt;
    // A default week speaks for those alone who said nothing themselves.
    const isSaid = standing && standing.source !== 'default-week';
    if (!counts || (source === 'default-week' && isSaid)) continue;
    standing = choice && { ...choice, ...answerTimes(standing, choice, at), source };
    // It was set before the opening.
    if (standing && source === 'default-week') standing.firstAt = Math.min(at, opensAt - 1);
  }
  return standing;
}

/** What the book of a poll says. Of an arrival it keeps whether it avoids the peak. */
export function countsOf(
  poll: Instants & Pick<Poll, 'closesAt' | 'peakUntil'>,
  listed: readonly Listed[],
  state: State,
): BookCounts {
  const members = listed.map((member) => ({ ...member, standing: standingIn(member.history, poll, state) }));
  const here = members.filter((member) => member.here);
  const unheard = members.length - here.length;
  const silent = (some: typeof members, scheduled: boolean) =>
    some.filter(({ standing, ...member }) => !standing && member.scheduled === scheduled).length;
  const answered = standings(here).length;
  return {
    members: answered + silent(here, true) + unheard,
    groups: groupsOf(standings(here), poll),
    unheard,
    everyone: {
      groups: groupsOf(standings(members), poll),
      silent: silent(members, true),
      notScheduled:
        silent(members, false) + members.filter(({ standing }) => standing && !isWork(standing)).length,
    },
  };
}

/** The counts of two parts of a poll's members, who are different people. */
export function together(one: BookCounts, other: BookCounts): BookCounts {
  const [mine, theirs] = [one.everyone, other.everyone];
  return {
    members: one.members + other.members,
    groups: summed([...one.groups, ...other.groups]),
    unheard: one.unheard + other.unheard,
    everyone: {
      groups: summed([...mine.groups, ...theirs.groups]),
      silent: mine.silent + theirs.silent,
      notScheduled: mine.notScheduled + theirs.notScheduled,
    },
  };
}

function standings(members: readonly { standing: Standing | null }[]): (Standing & WorkChoice)[] {
  return members.flatMap(({ standing }) => (standing && isWork(standing) ? [standing] : []));
}

function groupsOf(
  answers: readonly (Standing & WorkChoice)[],
  { closesAt, peakUntil }: Pick<Poll, 'closesAt' | 'peakUntil'>,
): TallyGroup[] {
  return summed(
    answers.map(({ style, arrival, at }) => ({
      style,
      arrival: arrival && (avoidsPeak({ style, arrival }, peakUntil) ? peakUntil : BEFORE_THE_PEAK),
      count: 1,
      late: isLate(at, { closesAt }) ? 1 : 0,
    })),
  );
}

/** Each style and arrival once, in the order of the styles. */
function summed(parts: readonly TallyGroup[]): TallyGroup[] {
  const groups = new Map<string, TallyGroup>();
  for (const part of parts) {
    const key = `${part.style} ${part.arrival}`;
    const { count, late } = groups.get(key) ?? { count: 0, late: 0 };
    groups.set(key, { ...part, count: count + part.count, late: late + part.late });
  }
  const place = ({ style, arrival }: TallyGroup) => `${WORK_STYLES.indexOf(style)} ${arrival ?? ''}`;
  return [...groups.values()].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** Nobody at all. */
export const NO_STATUSES = Object.fromEntries(DAY_STATUSES.map((status) => [status, 0])) as Record<
  DayStatus,
  number
>;

/** The distinct people of a day, by status. */
export interface DayCounts extends StatusCounts {
  /** Those whose work style avoids the peak by their arrival alone; absent in books of earlier versions. */
  avoiding?: number;
}

/** The organisation's book of a day. */
export interface DayBook extends DayCounts {
  /** As they were when it was closed; absent: there were none, or the book is of an earlier version. */
  departments?: readonly (Department & { counts: DayCounts })[];
}

/** What the organisation's book of a day says of a person. */
export interface DayEntry {
  status: DayStatus;
  avoids: boolean;
  teams: readonly TeamId[];
}

/** Polls of a day: from the first opening to the last end; `peakUntil`: the latest of their peaks. */
type DayInstants = Instants & Pick<Poll, 'peakUntil'>;

/** What the organisation's book of a day says of each person. */
export function entryIn(
  { scheduled, history }: Pick<Listed, 'scheduled' | 'history'>,
  teams: readonly TeamId[],
  instants: DayInstants,
  state: State,
): DayEntry {
  const standing = standingIn(history, instants, state);
  if (!standing || !isWork(standing))
    return { status: standing?.style ?? (scheduled ? 'no-answer' : 'not-scheduled'), avoids: false, teams };
  const avoids = peakAvoidance(standing.style) === 'sometimes' && avoidsPeak(standing, instants.peakUntil);
  return { status: standing.style, avoids, teams };
}

/** The book of a day on which no people are counted yet. */
export function emptyBook(departments: readonly Department[]): DayBook {
  const counts = { ...NO_STATUSES, avoiding: 0 };
  const own = departments.map(({ id, name, teams }) => ({ id, name, teams, counts }));
  return own.length === 0 ? counts : { ...counts, departments: own };
}

/** The book with so many people more of an entry, or fewer. */
export function withEntry(book: DayBook, entry: DayEntry, by: number): DayBook {
  const { departments, ...counts } = book;
  const own = departments?.map((one) => {
    const isIn = one.teams.some((team) => entry.teams.includes(team));
    return isIn ? { ...one, counts: moved(one.counts, entry, by) } : one;
  });
  return { ...moved(counts, entry, by), ...(own && { departments: own }) };
}

function moved(counts: DayCounts, { status, avoids }: DayEntry, by: number): DayCounts {
  const { avoiding } = counts;
  return {
    ...counts,
    [status]: counts[status] + by,
    ...(avoiding !== undefined && { avoiding: avoiding + (avoids ? by : 0) }),
  };
}

/** The counts of two books of a day whose people are different. */
export function addedBooks(one: DayBook, other: DayBook): DayBook {
  const theirs = new Map(other.departments?.map((part) => [part.id, part]));
  const ours = (one.departments ?? []).map((part) => {
    const more = theirs.get(part.id);
    theirs.delete(part.id);
    return more ? { ...part, counts: added(part.counts, more.counts) } : part;
  });
  const departments = [...ours, ...theirs.values()];
  return { ...added(one, other), ...(departments.length > 0 && { departments }) };
}

function added(one: DayCounts, other: DayCounts): DayCounts {
  const isKnown = one.avoiding !== undefined && other.avoiding !== undefined;
  return {
    ...Object.fromEntries(DAY_STATUSES.map((status) => [status, one[status] + other[status]])),
    ...(isKnown && { avoiding: (one.avoiding ?? 0) + (other.avoiding ?? 0) }),
  } as DayCounts;
}
