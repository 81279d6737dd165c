import { plannedDays } from '../../domain/agenda';
import { type Answer, isLate, type Poll, phaseOf } from '../../domain/answers/poll';
import {
  type ResponseCurve,
  responseCurve,
  type Tally,
  type TallyGroup,
  tallyOf,
} from '../../domain/answers/tally';
import { countsElsewhere, shownStyles } from '../../domain/answers/visibility';
import { type Choice, SHOWN_STYLES, shownAs } from '../../domain/answers/work-style';
import type { Member, PersonId } from '../../domain/people/person';
import { usualOn } from '../../domain/people/roster';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, type Millis } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { DayPhase, DayView, WhoGroup, WhoNames } from '../../ports/views';
import type { Ports } from '../core';
import { viewOfPlan, viewOfPoll } from './views';

/** A team's day, polled, still to come, or never polled: who answers what, as far as the team may be shown it. */
export interface DayPicture {
  view: DayView;
  phase: DayPhase;
  tally: Tally;
  curve: ResponseCurve;
  /**
   * Null: the poll has a book, and only its counts are shown. Names next to them would tell who is missing, and thereby
   * what that person answered.
   */
  members: PicturedMember[] | null;
}

interface PicturedMember {
  member: Member;
  /** Null: no answer that may be shown. */
  choice: Choice | null;
  /** False: the person does not work that day, and has not answered. */
  scheduled: boolean;
  /** Whether they have answered in the team's channels under what it shows: then they may be named. */
  here: boolean;
}

/** The repositories that a day's picture is read from. */
export type PictureNeeds = 'campaigns' | 'polls' | 'people' | 'answers';

export async function pictureOf(
  core: Ports<PictureNeeds>,
  team: Team,
  day: Day,
  now: Millis,
): Promise<DayPicture> {
  const poll = await core.polls.get(team.org, team.id, day);
  return poll ? pictureOfPoll(core, poll, now) : pictureOfPlan(core, team, day, now);
}

async function pictureOfPoll(
  core: Ports<'campaigns' | 'polls'>,
  poll: Poll,
  now: Millis,
): Promise<DayPicture> {
  const [campaigns, book, rows] = await Promise.all([
    core.campaigns.list(poll.org),
    core.polls.book(poll.org, poll.team, poll.day),
    core.polls.members(poll.org, poll.team, poll.day),
  ]);
  const [view, phase] = [viewOfPoll(poll, campaigns), phaseOf(poll, now)];
  if (book) {
    const tally = tallyOf(book.members, book.groups, poll.window.until);
    return { view, phase, tally, curve: book.curve, members: null };
  }
  const { members, uncounted } = shown(rows, showsAll(poll, rows));
  const answers = members.flatMap(({ answer }) => (answer ? [answer] : []));
  const groups = answers.map(({ style, arrival, at }) => ({
    style,
    arrival,
    count: 1,
    late: isLate(at, poll) ? 1 : 0,
  }));
  return {
    view,
    phase,
    tally: tallyOf(scheduledIn(members), groups, poll.window.until, uncounted),
    curve: responseCurve(
      answers.map(({ firstAt }) => firstAt),
      poll.opensAt,
    ),
    members: members.map(({ member, answer, ...rest }) => ({ member, choice: answer, ...rest })),
  };
}

/** Whether a poll shows the answers of all its members, by the rule for its own message. */
function showsAll(poll: Poll, rows: readonly { here: boolean; scheduled: boolean }[]): boolean {
  const scheduled = rows.filter((row) => row.scheduled);
  const here = scheduled.filter((row) => row.here).length;
  return countsElsewhere(poll, here, scheduled.length - here);
}

/** The rows with the answers that the team may be shown: all of them, or those of members who have answered there. */
function shown<Row extends { here: boolean; answer: unknown }>(
  rows: readonly Row[],
  isAll: boolean,
): { members: Row[]; uncounted: number } {
  const members = rows.map((row) => (isAll || row.here ? row : { ...row, answer: null }));
  const uncounted = isAll ? 0 : rows.filter((row) => !row.here && row.answer !== null).length;
  return { members, uncounted };
}

function scheduledIn(members: readonly { scheduled: boolean }[]): number {
  return members.filter(({ scheduled }) => scheduled).length;
}

/**
 * Before the poll opens: the roster of now, plans, and what the default weeks will say. They say nothing of a day
 * without a poll: there the plans stand alone, and what was planned for a day gone by is not shown as if it had been.
 * Only plans of members who have answered in the team are shown.
 */
async function pictureOfPlan(
  core: Ports<PictureNeeds>,
  team: Team,
  day: Day,
  now: Millis,
): Promise<DayPicture> {
  const { window, zone, names } = team.settings;
  const [campaigns, roster, answers, here] = await Promise.all([
    core.campaigns.list(team.org),
    core.people.roster(team.org, team.id),
    day < dayAt(now, zone) ? [] : core.answers.planned(team.org, team.id, day),
    core.polls.agreed(team.org, team.id, names),
  ]);
  const [plan] = plannedDays(team, campaigns, day, day);
  const opens = plan !== undefined && now < windowOn(day, window, zone).closesAt;
  const planned = withChoices(roster, answers, day).map(({ member, answer, usual, scheduled }) => {
    return { member, answer: answer ?? (opens ? usual : null), scheduled, here: here.has(member.id) };
  });
  // The roster is that of now: with a person more or less, two pictures would tell that person's plan.
  const { members, uncounted } = shown(planned, false);
  const groups: TallyGroup[] = members.flatMap(({ answer }) =>
    answer ? [{ ...answer, count: 1, late: 0 }] : [],
  );
  return {
    view: viewOfPlan(plan ?? { day, campaign: null, core: false }, team),
    phase: opens ? 'planned' : 'none',
    tally: tallyOf(scheduledIn(members), groups, window.until, uncounted),
    curve: responseCurve([], 0),
    members: members
      .filter(({ answer }) => opens || answer !== null)
      .map(({ member, answer, ...rest }) => ({ member, choice: answer, ...rest })),
  };
}

/** Members with their plans; not scheduled are those whose default week says they are off, unless they have answered. */
function withChoices(roster: readonly Member[], answers: readonly Answer[], day: Day) {
  const planned = new Map(answers.map((answer) => [answer.person, answer]));
  return roster.map((member) => {
    const usual = usualOn(member.preferences.week, day);
    const answer: Choice | null = planned.get(member.id) ?? null;
    if (usual === 'off') return { member, answer, usual: null, scheduled: answer !== null };
    return { member, answer, usual, scheduled: true };
  });
}

/** The picture of those of the members who may be named; null: the day is shown by its counts alone. */
export function pictureWithin(picture: DayPicture, persons: ReadonlySet<PersonId>): DayPicture | null {
  if (!picture.members) return null;
  const members = picture.members.filter(({ member, here }) => here && persons.has(member.id));
  const groups = members.flatMap(({ choice }) => (choice ? [{ ...choice, count: 1, late: 0 }] : []));
  return { ...picture, members, tally: tallyOf(scheduledIn(members), groups, picture.view.window.until) };
}

/** Members by what others see of their day, for `who`. Nothing tells a day off from leave. */
export function whoGroups({ members, tally }: Pick<DayPicture, 'members' | 'tally'>): WhoGroup[] {
  if (!members) {
    const silent = { style: 'no-answer' as const, count: tally.members - tally.answered };
    return [...shownStyles(tally), silent].filter(({ count }) => count > 0);
  }
  return STYLES.map((style) => ({
    style,
    count: members.filter((member) => styleOf(member) === style).length,
  })).filter(({ count }) => count > 0);
}

/** At most so many names at once: what the narrowest platform takes. */
export const NAMES_A_PAGE = 100;

/** A page of the members' names. */
export function whoNames(members: NonNullable<DayPicture['members']>, wanted: number): WhoNames {
  const named = members
    .filter(({ member, here }) => here && member.name !== '')
    .map((each) => ({ name: each.member.name, style: styleOf(each) }));
  const total = named.length;
  const last = Math.max(0, Math.ceil(total / NAMES_A_PAGE) - 1);
  const from = Math.min(Math.floor(wanted / NAMES_A_PAGE), last) * NAMES_A_PAGE;
  const order = new Map(STYLES.map((style, index) => [style, index]));
  const sorted = named.sort(
    (a, b) => (order.get(a.style) ?? 0) - (order.get(b.style) ?? 0) || NAME_ORDER.compare(a.name, b.name),
  );
  return { from, total, unnamed: members.length - total, shown: sorted.slice(from, from + NAMES_A_PAGE) };
}

const STYLES: readonly WhoGroup['style'][] = [...SHOWN_STYLES, 'no-answer'];
const NAME_ORDER = new Intl.Collator();

function styleOf({ choice, scheduled }: Pick<PicturedMember, 'choice' | 'scheduled'>): WhoGroup['style'] {
  if (choice) return shownAs(choice.style);
  return scheduled ? 'no-answer' : 'away';
}
