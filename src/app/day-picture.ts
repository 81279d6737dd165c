import { plannedDays } from '../domain/agenda';
import type { Day } from '../domain/calendar';
import type { Member } from '../domain/people';
import { type Phase, type Poll, phaseOf } from '../domain/poll';
import type { Team } from '../domain/settings';
import { type ResponseCurve, responseCurve, type Tally, type TallyGroup, tallyOf } from '../domain/tally';
import type { Choice } from '../domain/work-style';
import { WORK_STYLES } from '../domain/work-style';
import type { DayView, WhoGroup } from './messages';
import { usualOn } from './roster';
import { type Reading, viewOfPlan, viewOfPoll } from './views';

/** A team's day, polled or still to come: who answers what. */
export interface DayPicture {
  view: DayView;
  phase: Phase;
  tally: Tally;
  curve: ResponseCurve;
  /** Scheduled members; `choice` null: no answer. */
  members: { member: Member; choice: Choice | null }[];
}

export async function pictureOf(core: Reading, team: Team, day: Day, now: number): Promise<DayPicture> {
  const poll = await core.store.polls.get(team.org, team.id, day);
  return poll ? pictureOfPoll(core, poll, now) : pictureOfPlan(core, team, day);
}

async function pictureOfPoll(core: Reading, poll: Poll, now: number): Promise<DayPicture> {
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

/** Before the poll opens: the roster of now, plans, and what the default weeks will say. */
async function pictureOfPlan(core: Reading, team: Team, day: Day): Promise<DayPicture> {
  const [campaigns, roster, answers] = await Promise.all([
    core.store.campaigns.list(team.org),
    core.store.people.roster(team.org, team.id),
    core.store.answers.planned(team.org, team.id, day),
  ]);
  const planned = new Map(answers.map((answer) => [answer.person, answer]));
  const members = roster.flatMap((member) => {
    const usual = usualOn(member.preferences.week, day);
    const answer = planned.get(member.id);
    if (!answer && usual === 'off') return [];
    return [{ member, choice: answer ?? (usual === 'off' ? null : usual) }];
  });
  const groups: TallyGroup[] = members.flatMap(({ choice }) =>
    choice ? [{ ...choice, count: 1, late: 0 }] : [],
  );
  const [plan] = plannedDays(team, campaigns, day, day);
  return {
    view: viewOfPlan(plan ?? { day, campaign: null, core: false }, team),
    phase: 'planned',
    tally: tallyOf(members.length, groups, team.settings.window.until),
    curve: responseCurve([], 0),
    members,
  };
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
