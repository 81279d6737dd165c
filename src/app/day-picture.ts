import { plannedDays } from '../domain/agenda';
import { type Day, dayAt, type Millis } from '../domain/calendar';
import type { Member } from '../domain/people';
import { type Answer, type Poll, phaseOf } from '../domain/poll';
import type { Team } from '../domain/settings';
import { type ResponseCurve, responseCurve, type Tally, type TallyGroup, tallyOf } from '../domain/tally';
import { windowOn } from '../domain/window';
import { type Choice, WORK_STYLES } from '../domain/work-style';
import type { DayPhase, DayView, WhoGroup } from './messages';
import { usualOn } from './roster';
import { type Reading, viewOfPlan, viewOfPoll } from './views';

/** A team's day, polled, still to come, or never polled: who answers what. */
export interface DayPicture {
  view: DayView;
  phase: DayPhase;
  tally: Tally;
  curve: ResponseCurve;
  /** Scheduled members; `choice` null: no answer. Without a poll, only those who have answered. */
  members: { member: Member; choice: Choice | null }[];
}

export async function pictureOf(core: Reading, team: Team, day: Day, now: Millis): Promise<DayPicture> {
  const poll = await core.store.polls.get(team.org, team.id, day);
  return poll ? pictureOfPoll(core, poll, now) : pictureOfPlan(core, team, day, now);
}

async function pictureOfPoll(core: Reading, poll: Poll, now: Millis): Promise<DayPicture> {
  const [campaigns, rows] = await Promise.all([
    core.store.campaigns.list(poll.org),
    core.store.polls.members(poll.org, poll.team, poll.day),
  ]);
  const scheduled = rows.filter((row) => row.scheduled);
  const answers = scheduled.flatMap(({ answer }) => (answer ? [answer] : []));
  const groups = answers.map(({ style, arrival, at }) => ({
    style,
    arrival,
    count: 1,
    late: at >= poll.closesAt ? 1 : 0,
  }));
  return {
    view: viewOfPoll(poll, campaigns),
    phase: phaseOf(poll, now),
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
async function pictureOfPlan(core: Reading, team: Team, day: Day, now: Millis): Promise<DayPicture> {
  const { window, zone } = team.settings;
  const [campaigns, roster, answers] = await Promise.all([
    core.store.campaigns.list(team.org),
    core.store.people.roster(team.org, team.id),
    day < dayAt(now, zone) ? [] : core.store.answers.planned(team.org, team.id, day),
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

/** Members by work style, for `who`: names only where the team opted in. */
export function whoGroups({ members }: DayPicture, names: boolean): WhoGroup[] {
  return [...WORK_STYLES, 'no-answer' as const]
    .map((style) => {
      const here = members.filter(({ choice }) => (choice?.style ?? 'no-answer') === style);
      // Who asked to be forgotten is counted, and has no name any more.
      const known = here.map(({ member }) => member.name).filter((name) => name !== '');
      const sorted = known.sort((a, b) => a.localeCompare(b));
      return { style, count: here.length, names: names ? sorted : null };
    })
    .filter(({ count }) => count > 0);
}
