import { plannedDays } from '../../domain/agenda';
import { type Answer, isLate, type Poll, phaseOf } from '../../domain/answers/poll';
import {
  type ResponseCurve,
  responseCurve,
  type Tally,
  type TallyGroup,
  tallyOf,
} from '../../domain/answers/tally';
import { type Choice, WORK_STYLES } from '../../domain/answers/work-style';
import type { Member, PersonId } from '../../domain/people/person';
import { usualOn } from '../../domain/people/roster';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, type Millis } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { DayPhase, DayView, WhoGroup, WhoNames } from '../../ports/views';
import type { Ports } from '../core';
import { viewOfPlan, viewOfPoll } from './views';

/** A team's day, polled, still to come, or never polled: who answers what. */
export interface DayPicture {
  view: DayView;
  phase: DayPhase;
  tally: Tally;
  curve: ResponseCurve;
  /**
   * Scheduled members; `choice` null: no answer. Without a poll, only those who have answered. Null: the poll has a book,
   * and only its counts are shown. Names next to them would tell who is missing, and thereby what that person answered.
   */
  members: { member: Member; choice: Choice | null }[] | null;
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
  const scheduled = rows.filter((row) => row.scheduled);
  const answers = scheduled.flatMap(({ answer }) => (answer ? [answer] : []));
  const groups = answers.map(({ style, arrival, at }) => ({
    style,
    arrival,
    count: 1,
    late: isLate(at, poll) ? 1 : 0,
  }));
  return {
    view,
    phase,
    tally: tallyOf(scheduled.length, groups, poll.window.until),
    curve: responseCurve(
      answers.map(({ firstAt }) => firstAt),
      poll.opensAt,
    ),
    members: scheduled.map(({ member, answer }) => ({ member, choice: answer })),
  };
}

/**
 * Before the poll opens: the roster of now, plans, and what the default weeks will say. They say nothing of a day
 * without a poll: there the plans stand alone, and what was planned for a day gone by is not shown as if it had been.
 */
async function pictureOfPlan(
  core: Ports<'campaigns' | 'people' | 'answers'>,
  team: Team,
  day: Day,
  now: Millis,
): Promise<DayPicture> {
  const { window, zone } = team.settings;
  const [campaigns, roster, answers] = await Promise.all([
    core.campaigns.list(team.org),
    core.people.roster(team.org, team.id),
    day < dayAt(now, zone) ? [] : core.answers.planned(team.org, team.id, day),
  ]);
  const [plan] = plannedDays(team, campaigns, day, day);
  const opens = plan !== undefined && now < windowOn(day, window, zone).closesAt;
  const scheduled = withChoices(roster, answers, day).map(({ member, answer, usual }) => ({
    member,
    choice: answer ?? (opens ? usual : null),
  }));
  const groups: TallyGroup[] = scheduled.flatMap(({ choice }) =>
    choice ? [{ ...choice, count: 1, late: 0 }] : [],
  );
  return {
    view: viewOfPlan(plan ?? { day, campaign: null, core: false }, team),
    phase: opens ? 'planned' : 'none',
    tally: tallyOf(scheduled.length, groups, window.until),
    curve: responseCurve([], 0),
    members: opens ? scheduled : scheduled.filter(({ choice }) => choice !== null),
  };
}

/** Members who will be scheduled: not those whose default week says they are off, unless they have answered. */
function withChoices(roster: readonly Member[], answers: readonly Answer[], day: Day) {
  const planned = new Map(answers.map((answer) => [answer.person, answer]));
  return roster.flatMap((member) => {
    const usual = usualOn(member.preferences.week, day);
    const answer = planned.get(member.id);
    if (usual === 'off') return answer ? [{ member, answer, usual: null }] : [];
    return [{ member, answer, usual }];
  });
}

/** The picture of some of the members alone; null: the day is shown by its counts alone. */
export function pictureWithin(picture: DayPicture, persons: ReadonlySet<PersonId>): DayPicture | null {
  if (!picture.members) return null;
  const members = picture.members.filter(({ member }) => persons.has(member.id));
  const groups = members.flatMap(({ choice }) => (choice ? [{ ...choice, count: 1, late: 0 }] : []));
  return { ...picture, members, tally: tallyOf(members.length, groups, picture.view.window.until) };
}

/** Members by work style, for `who`. */
export function whoGroups({ tally }: Pick<DayPicture, 'tally'>): WhoGroup[] {
  return STYLES.map((style) => ({
    style,
    count: style === 'no-answer' ? tally.members - tally.answered : tally.byStyle[style],
  })).filter(({ count }) => count > 0);
}

/** At most so many names at once: what the narrowest platform takes. */
export const NAMES_A_PAGE = 100;

/** A page of the members' names. */
export function whoNames(members: NonNullable<DayPicture['members']>, wanted: number): WhoNames {
  const named = members
    .filter(({ member }) => member.name !== '')
    .map(({ member, choice }) => ({ name: member.name, style: styleOf(choice) }));
  const total = named.length;
  const last = Math.max(0, Math.ceil(total / NAMES_A_PAGE) - 1);
  const from = Math.min(Math.floor(wanted / NAMES_A_PAGE), last) * NAMES_A_PAGE;
  const order = new Map(STYLES.map((style, index) => [style, index]));
  const sorted = named.sort(
    (a, b) => (order.get(a.style) ?? 0) - (order.get(b.style) ?? 0) || NAME_ORDER.compare(a.name, b.name),
  );
  return { from, total, shown: sorted.slice(from, from + NAMES_A_PAGE) };
}

const STYLES: readonly WhoGroup['style'][] = [...WORK_STYLES, 'no-answer'];
const NAME_ORDER = new Intl.Collator();

function styleOf(choice: Choice | null): WhoGroup['style'] {
  return choice?.style ?? 'no-answer';
}
