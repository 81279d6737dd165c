import { isLate, isOver, type Poll, phaseOf, pollTaking, type Source } from '../../domain/answers/poll';
import { covers, type Visibility, visibilityOf } from '../../domain/answers/visibility';
import { type Choice, isSameChoice } from '../../domain/answers/work-style';
import { platformOf } from '../../domain/people/addresses';
import type { Member } from '../../domain/people/person';
import { counts } from '../../domain/people/roster';
import { may, type Right } from '../../domain/permissions';
import { workCalendar } from '../../domain/planned-days';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { todayOf } from '../../domain/teams/settings';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, type Millis } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import type { Recorded, Trace, Vote } from '../../ports/store/answers';
import type { RequestContext } from '../context';
import type { Ports } from '../core';
import type { Door } from '../intent';
import { onTrail } from '../trail';

/** How far ahead a plan may lie, in days. */
export const FARTHEST_PLAN = 366;

/** A member's answer for one day. `choice` null takes the answer back. */
export interface AnswerRequest {
  team: Team;
  member: Member;
  day: Day;
  choice: Choice | null;
  source: Door;
  /** What the person agrees to in the team by an answer that is shown so there; null: nothing. */
  agreesTo(shows: Visibility): Promise<Visibility | null>;
  /** The right to correct a day which is over; null: only days that take answers. */
  correction: Right<'correct-past-day'> | null;
  /** When and how the answer was first given, where it is put back; else it is given now. */
  given?: Pick<Trace, 'at' | 'source'>;
}

export interface RecordedAnswer extends Recorded {
  late: boolean;
  poll: Poll | null;
  /** Whether a poll of that day lists the person, in which they do not count. */
  unheard: boolean;
}

/** The ports to record an answer. */
export type RecordNeeds =
  | 'agreements'
  | 'answers'
  | 'audit'
  | 'books'
  | 'clock'
  | 'metrics'
  | 'people'
  | 'polls'
  | 'refresh';

/** Records an answer, durable when this resolves, or says why not. The vote's path: keep it short. */
export async function recordAnswer(
  core: Ports<RecordNeeds>,
  request: AnswerRequest,
): Promise<RecordedAnswer | Refusal> {
  const { team, member, day, choice, correction } = request;
  const now = core.clock.now();
  const polls = await core.polls.of(team.org, member.id, day);
  const own = polls.find((one) => one.team === team.id) ?? (await core.polls.get(team.org, team.id, day));
  const refusal = correction ? null : untakenRefusal(team, { day, own, polls }, now);
  if (refusal) return refusal;
  if (choice && !(await countsSomewhere(core, team, member, polls))) return refuse('guest-not-counted');
  const kept = correction ? [] : polls.filter((one) => isOver(one, now));
  const counting = polls.filter((one) => !kept.includes(one));
  const poll = correction ? own : pollTaking(own, polls, now);
  const vote = await voteOf(request, { own, poll }, now);
  const counted = covers(vote.agrees, own ?? team.settings);
  // An edit of other polls would tell that the person has answered.
  const shown = new Set(counting.filter(({ here }) => here).map((one) => one.team));
  if (counted) shown.add(team.id);
  const touched = poll ? shown : new Set([...shown, ...(await agreedTeams(core, team, member))]);
  for (const one of kept) await core.books.close(one, now);
  const recording = correction ? core.books.correct(vote, now) : core.answers.record(vote);
  const recorded = await recording.finally(() => {
    // Also where the commit was not heard of: it may have been one.
    for (const id of touched) core.refresh.touch(team.org, id, day);
  });
  // Of two tallies without one person's answers, and the same but for one answer, the difference would tell it.
  if (!recorded) return refuse('book-closed', { day: { day } });
  const late = poll !== null && isLate(recorded.at, poll);
  core.metrics.count({ what: 'vote', platform: platformOf(team.org), source: vote.source, late });
  return { ...recorded, late, poll, unheard: counting.some((one) => !shown.has(one.team)) };
}

/** The teams in whose announcements a person's plans are counted. */
async function agreedTeams({ agreements }: Ports<'agreements'>, { org }: Team, { id }: Member) {
  return (await agreements.of(org, id)).keys();
}

/** `own`: the poll of the team in question; `poll`: the one that judges the answer. */
async function voteOf(
  { team, member, day, choice, source, agreesTo, given, correction }: AnswerRequest,
  { own, poll }: { own: Poll | null; poll: Poll | null },
  now: Millis,
): Promise<Vote> {
  const phase = poll ? phaseOf(poll, now) : 'planned';
  // A poll whose day is over takes nobody in.
  const joins = counts(member, team.settings) && (correction !== null || own === null || !isOver(own, now));
  return {
    ...{ org: team.org, person: member.id, day, choice },
    at: given?.at ?? now,
    source: given?.source ?? sourceOf(source, phase),
    team: joins ? team.id : null,
    agrees: choice && joins ? await agreesTo(visibilityOf(own ?? team.settings)) : null,
  };
}

/**
 * The same, with the right to correct where the day is over and the person has it: only then are roles asked for. A
 * correction is recorded in the trail, which holds the day; the history holds what was answered before and after.
 */
export async function recordOrCorrect(
  context: Pick<RequestContext<RecordNeeds>, 'core' | 'roles'>,
  request: Omit<AnswerRequest, 'correction'>,
): Promise<RecordedAnswer | Refusal> {
  const { core } = context;
  const recorded = await recordAnswer(core, { ...request, correction: null });
  if (!isRefusal(recorded) || recorded.refusal !== 'poll-over') return recorded;
  const correction = may(await context.roles(), 'correct-past-day');
  if (isRefusal(correction)) return recorded;
  const { team, member, day } = request;
  const change = { before: {}, after: { day } };
  return onTrail(
    core,
    {
      org: team.org,
      team: team.id,
      person: member.id,
      at: core.clock.now(),
      intent: 'correction',
      ...change,
    },
    () => recordAnswer(core, { ...request, correction }),
    async () => change,
  );
}

/** Guests are asked only where a team counts them; there their answer serves all teams. */
async function countsSomewhere(
  core: Ports<'people'>,
  team: Team,
  member: Member,
  polls: readonly Poll[],
): Promise<boolean> {
  if (counts(member, team.settings) || polls.length > 0) return true;
  return (await core.people.teamsOf(team.org, member.id)).length > 0;
}

/** Whether an answer for that day would be taken: null, or the refusal. */
export function planRefusal(team: Team, day: Day, now: Millis): Refusal | null {
  const today = todayOf(team.settings, now);
  if (day < today) return refuse('past-day', { day: { day } });
  if (day > addDays(today, FARTHEST_PLAN)) return refuse('far-day', { day: { day } });
  const reason = notWorking(day, workCalendar(team));
  return reason ? refuse('not-working-day', { day: { day }, reason: { notWorking: reason } }) : null;
}

/**
 * An answer is taken while one of the person's polls of that day takes it, or while the team's poll is still to come.
 * One answer serves them all: polls whose own day is over keep what they had.
 */
function untakenRefusal(
  team: Team,
  { day, own, polls }: { day: Day; own: Poll | null; polls: readonly Poll[] },
  now: Millis,
): Refusal | null {
  if (pollTaking(own, polls, now)) return null;
  const unplannable = planRefusal(team, day, now);
  if (!own && !unplannable) return null;
  return own || polls.length > 0 ? refuse('poll-over', { day: { day } }) : unplannable;
}

function sourceOf(source: AnswerRequest['source'], phase: ReturnType<typeof phaseOf>): Source {
  if (phase === 'planned') return 'plan';
  return phase === 'over' ? 'admin' : source;
}

/**
 * Puts back what stood before the answer numbered `seq`, as long as nothing came after it. It stands as it stood: what
 * was answered in time is not late because a later answer was taken back after the window. The history says so too.
 */
export async function undoAnswer(
  context: Pick<RequestContext<RecordNeeds>, 'core' | 'roles'>,
  request: Omit<AnswerRequest, 'choice' | 'correction'>,
  seq: number,
): Promise<{ restored: Choice | null; poll: Poll | null } | Refusal> {
  const { team, member, day } = request;
  const history = await context.core.answers.history(team.org, member.id, day);
  const last = history.at(-1);
  if (!last || last.seq !== seq) return refuse('nothing-to-undo');
  const given = standingBefore(history);
  const before = given?.choice ?? null;
  const result = await recordOrCorrect(context, { ...request, choice: before, ...(given && { given }) });
  return isRefusal(result) ? result : { restored: before, poll: result.poll };
}

/** The answer before the last one: given again unchanged, it keeps the time at which it was given first. */
function standingBefore(history: readonly Trace[]): Trace | null {
  const earlier = history.slice(0, -1);
  const last = earlier.at(-1);
  if (!last?.choice) return null;
  const start = earlier.findLastIndex(({ choice }) => !isSameChoice(choice, last.choice)) + 1;
  return { ...last, at: earlier[start]?.at ?? last.at };
}
