import type { Poll } from '../../domain/answers/poll';
import type { Visibility } from '../../domain/answers/visibility';
import { type Choice, takesArrival } from '../../domain/answers/work-style';
import { planOf } from '../../domain/planned-days';
import { isRefusal, refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';

import { inTeam, type RequestContext, type RequestResult } from '../context';
import { privatePoll } from '../figures/private-poll';
import type { IntentOf } from '../intent';
import { agreedBy, type UnheardNeeds, unheardTeams } from '../teams/agreeing';
import { nextDay } from './next-day';
import { planRefusal, type RecordedAnswer, type RecordNeeds, recordOrCorrect } from './record-answer';

/** Records a work style for today, a day, or the working days among several. */
export function answer(
  context: RequestContext<AnswerNeeds>,
  intent: IntentOf<'answer'>,
): Promise<RequestResult> {
  return inTeam(context, (team) => {
    const { style, days } = intent;
    const [first = context.today, ...more] = days ?? [];
    const choice = { style, arrival: takesArrival(style) ? intent.arrival : null };
    return more.length === 0
      ? answerDay(context, team, { day: first, choice }, intent)
      : answerDays(
          context,
          team,
          [first, ...more].map((day) => ({ day, choice })),
        );
  });
}

/** Records several work styles, each for its days. */
export function answerPlans(
  context: RequestContext<AnswerNeeds>,
  { plans }: IntentOf<'answers'>,
): Promise<RequestResult> {
  const chosen = plans.flatMap(({ style, arrival, days }) =>
    days.map((day) => ({ day, choice: { style, arrival: takesArrival(style) ? arrival : null } })),
  );
  return inTeam(context, (team) =>
    answerDays(
      context,
      team,
      chosen.toSorted((one, other) => (one.day < other.day ? -1 : 1)),
    ),
  );
}

interface ChosenDay {
  day: Day;
  choice: Choice;
}

/** The ports to record answers, and to say where they do not count. */
type AnswerNeeds = RecordNeeds | UnheardNeeds | 'log';

async function answerDay(
  context: RequestContext<AnswerNeeds>,
  team: Team,
  { day, choice }: ChosenDay,
  { asked, inPlace }: Pick<IntentOf<'answer'>, 'asked' | 'inPlace'>,
): Promise<RequestResult> {
  const { member } = context;
  const given = givenBy(context, team, asked);
  const result = await recordOrCorrect(context, { team, member, day, choice, ...given });
  if (isRefusal(result)) return result;
  const { poll } = result;
  const [unheard, next] = await Promise.all([
    mayBeUnheard(result) ? unheardIn(context, [day]) : [],
    nextDay(context, team, day),
  ]);
  const more = { unheard, ...(next && { next }) };
  if (inPlace && poll) {
    const answer = { ...choice, at: result.at };
    return privatePoll(context.core, team, await ownPoll(context, team, poll), {
      answer,
      seq: result.seq,
      ...more,
    });
  }
  // Arrivals are judged by the peak, which is not the window of a poll at short notice.
  const { window, peakUntil } = poll ?? planOf(team, await context.core.campaigns.list(team.org), day);
  return {
    kind: 'recorded',
    days: [{ day, choice, late: result.late }],
    skipped: [],
    offer: { team: team.id, day, window: { ...window, until: peakUntil }, seq: result.seq },
    ...more,
  };
}

/** The team's own poll of the day, which may not be the one that judged an answer. */
export async function ownPoll(
  { core }: RequestContext<'polls'>,
  { org, id }: Team,
  poll: Poll,
): Promise<Poll> {
  return poll.team === id ? poll : ((await core.polls.get(org, id, poll.day)) ?? poll);
}

/**
 * `all`: ascending, at least one. Weekends, holidays and days gone by are left out, and named. Nothing is recorded when no day is left, or when the
 * days reach too far.
 */
async function answerDays(
  context: RequestContext<AnswerNeeds>,
  team: Team,
  all: readonly ChosenDay[],
): Promise<RequestResult> {
  const { member, now, today } = context;
  const first = all[0]?.day ?? today;
  const last = planRefusal(team, all.at(-1)?.day ?? first, now);
  if (last?.refusal === 'far-day') return last;
  const takeable = all.filter(({ day }) => planRefusal(team, day, now) === null);
  if (takeable.length === 0)
    return planRefusal(team, first, now) ?? refuse('past-day', { day: { day: first } });
  const results = await Promise.all(
    takeable.map(async ({ day, choice }) => ({
      day,
      choice,
      result: await recordOrCorrect(context, { team, member, day, choice, ...givenBy(context, team) }),
    })),
  );
  const done = results.flatMap(({ day, choice, result }) =>
    isRefusal(result) ? [] : [{ day, choice, result }],
  );
  const days = done.map(({ day }) => day);
  const unheard = done.some(({ result }) => mayBeUnheard(result)) ? await unheardIn(context, days) : [];
  return { ...recordedSpan(all, done), unheard };
}

/** The path of a vote is kept short: a poll that is open tells of itself in which others the person does not count. */
function mayBeUnheard({ poll, unheard }: RecordedAnswer): boolean {
  return poll === null || unheard;
}

/** A fault of these reads does not undo what was recorded: the person hears that it was. */
async function unheardIn(context: RequestContext<AnswerNeeds>, days: readonly Day[]) {
  try {
    return await unheardTeams(context, days);
  } catch (error) {
    context.core.log.warn({ err: error }, 'not known in which teams a recorded answer does not count');
    return [];
  }
}

function recordedSpan(all: readonly ChosenDay[], done: readonly (ChosenDay & { result: RecordedAnswer })[]) {
  const recorded = new Set(done.map(({ day }) => day));
  return {
    kind: 'recorded' as const,
    days: done.map(({ day, choice, result }) => ({ day, choice, late: result.late })),
    skipped: all.map(({ day }) => day).filter((day) => !recorded.has(day)),
    offer: null,
  };
}

/** By which door an answer is given, and what the person agrees to by it. */
export function givenBy(context: RequestContext<'agreements' | 'people'>, team: Team, asked?: Visibility) {
  return {
    source: context.door,
    agreesTo: (shows: Visibility) => agreedBy(context, team, shows, asked),
  };
}
