import { workCalendar } from '../domain/agenda';
import { addDays, type Day, dayAt, type Millis } from '../domain/calendar';
import { notWorking } from '../domain/holidays';
import type { Member } from '../domain/people';
import { type Poll, phaseOf, type Source } from '../domain/poll';
import { isRefusal, type Refusal, refuse } from '../domain/refusal';
import type { Team } from '../domain/settings';
import type { Choice } from '../domain/work-style';
import type { Core } from './core';
import type { Recorded } from './ports';
import { counts } from './roster';
import { platformOf } from './route-chats';

/** How far ahead a plan may lie, in days. */
export const FARTHEST_PLAN = 366;

/** A member's answer for one day. `choice` null takes the answer back. */
export interface AnswerRequest {
  team: Team;
  member: Member;
  day: Day;
  choice: Choice | null;
  source: Extract<Source, 'button' | 'command' | 'form'>;
  /** Administrators may correct a day which is over. */
  admin: boolean;
}

export interface RecordedAnswer extends Recorded {
  late: boolean;
  poll: Poll | null;
}

/** Records an answer, durable when this resolves, or says why not. The vote's path: keep it short. */
export async function recordAnswer(core: Core, request: AnswerRequest): Promise<RecordedAnswer | Refusal> {
  const { team, member, day, choice, admin } = request;
  const now = core.clock.now();
  const polls = await core.store.polls.of(team.org, member.id, day);
  const listed = polls.find((one) => one.team === team.id);
  const poll = listed ?? (await core.store.polls.get(team.org, team.id, day));
  const phase = poll ? phaseOf(poll, now) : 'planned';
  const refusal = admin ? null : overRefusal(poll ? [poll, ...polls] : polls, now);
  if (refusal) return refusal;
  const unplannable = poll ? null : planRefusal(team, day, now);
  if (unplannable) return unplannable;
  const source = sourceOf(request.source, phase);
  const recorded = await core.store.answers.record({
    org: team.org,
    person: member.id,
    day,
    choice,
    at: now,
    source,
    team: counts(member, team.settings) ? team.id : null,
  });
  const shown = new Set([team.id, ...polls.map((one) => one.team)]);
  for (const id of shown) core.refresh.touch(team.org, id, day);
  // Given again unchanged, an answer keeps its time.
  const changed = !isSame(recorded.previous, choice);
  const late = changed && (phase === 'late' || phase === 'over');
  core.metrics.count({ what: 'vote', platform: platformOf(team.org), source, late });
  return { ...recorded, late, poll };
}

function isSame(one: Choice | null, other: Choice | null): boolean {
  return one?.style === other?.style && one?.arrival === other?.arrival;
}

/** Whether an answer for that day would be taken: null, or the refusal. */
export function planRefusal(team: Team, day: Day, now: Millis): Refusal | null {
  const today = dayAt(now, team.settings.zone);
  if (day < today) return refuse('past-day', { day: { day } });
  if (day > addDays(today, FARTHEST_PLAN)) return refuse('far-day', { day: { day } });
  const reason = notWorking(day, workCalendar(team.settings));
  return reason ? refuse('not-working-day', { day: { day }, reason: { notWorking: reason } }) : null;
}

/** One answer serves all teams of a person: what is final for one of them is final. */
function overRefusal(polls: readonly Poll[], now: Millis): Refusal | null {
  const over = polls.find((poll) => phaseOf(poll, now) === 'over');
  return over ? refuse('poll-over', { day: { day: over.day } }) : null;
}

function sourceOf(source: AnswerRequest['source'], phase: ReturnType<typeof phaseOf>): Source {
  if (phase === 'planned') return 'plan';
  return phase === 'over' ? 'admin' : source;
}

/** Puts back what stood before the answer numbered `seq`, as long as nothing came after it. */
export async function undoAnswer(
  core: Core,
  request: Omit<AnswerRequest, 'choice'>,
  seq: number,
): Promise<{ now: Choice | null } | Refusal> {
  const { team, member, day } = request;
  const history = await core.store.answers.history(team.org, member.id, day);
  const last = history.at(-1);
  if (!last || last.seq !== seq) return refuse('nothing-to-undo');
  const before = history.at(-2)?.choice ?? null;
  const result = await recordAnswer(core, { ...request, choice: before });
  return isRefusal(result) ? result : { now: before };
}
