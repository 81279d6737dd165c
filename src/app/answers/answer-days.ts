import type { Choice } from '../../domain/answers/work-style';
import { usualOn } from '../../domain/people/roster';
import { isRefusal, refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/settings';
import { type Day, daySpan } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { Days } from '../requests/command';
import { needTeam, type RequestContext, type RequestResult, unlessRefused } from '../requests/context';
import { planRefusal, type RecordedAnswer, recordOrCorrect } from './record-answer';

type AnswerSource = 'button' | 'command' | 'form';

/** Records a work style for today, a day, or the working days of a span. */
export function answer(
  context: RequestContext,
  { style, arrival, days }: Choice & { days: Days | null },
  source: AnswerSource,
): Promise<RequestResult> {
  return unlessRefused(needTeam(context), (team) => {
    const span = days ?? { from: context.today, until: context.today };
    const choice = { style, arrival };
    return span.from === span.until
      ? answerDay(context, team, span.from, choice, source)
      : answerSpan(context, team, span, choice);
  });
}

export async function answerDay(
  context: RequestContext,
  team: Team,
  day: Day,
  choice: Choice,
  source: AnswerSource,
): Promise<RequestResult> {
  const { member } = context;
  const result = await recordOrCorrect(context, { team, member, day, choice, source });
  if (isRefusal(result)) return result;
  const window = result.poll?.window ?? team.settings.window;
  return {
    kind: 'recorded',
    days: [{ day, choice, late: result.late }],
    skipped: [],
    offer: { team: team.id, day, window, seq: result.seq },
  };
}

/**
 * Weekends, holidays and days gone by are left out, and named. Nothing is recorded when no day is left, or when the
 * span reaches too far.
 */
async function answerSpan(
  context: RequestContext,
  team: Team,
  span: Days,
  choice: Choice,
): Promise<RequestResult> {
  const { member, now } = context;
  const all = daySpan(span.from, span.until);
  const first = all[0] ?? span.from;
  const last = planRefusal(team, span.until, now);
  if (last?.refusal === 'far-day') return last;
  const takeable = all.filter((day) => planRefusal(team, day, now) === null);
  if (takeable.length === 0)
    return planRefusal(team, first, now) ?? refuse('past-day', { day: { day: first } });
  const results = await Promise.all(
    takeable.map(async (day) => ({
      day,
      result: await recordOrCorrect(context, { team, member, day, choice, source: 'command' }),
    })),
  );
  const done = results.flatMap(({ day, result }) => (isRefusal(result) ? [] : [{ day, result }]));
  return recordedSpan(all, done, choice);
}

function recordedSpan(
  all: readonly Day[],
  done: readonly { day: Day; result: RecordedAnswer }[],
  choice: Choice,
): MessageBody {
  const recorded = new Set(done.map(({ day }) => day));
  return {
    kind: 'recorded',
    days: done.map(({ day, result }) => ({ day, choice, late: result.late })),
    skipped: all.filter((day) => !recorded.has(day)),
    offer: null,
  };
}

/** Takes answers back; before a poll opens, the default week stands again. */
export function clear(context: RequestContext, days: Days | null): Promise<RequestResult> {
  return unlessRefused(needTeam(context), async (team) => {
    const { core, actor, member, today } = context;
    const { from, until } = days ?? { from: today, until: today };
    const answers = await core.answers.list(actor.org, member.id, from, until);
    if (answers.length === 0) return refuse('nothing-to-clear');
    const results = await Promise.all(
      answers.map(async ({ day }) => ({
        day,
        result: await recordOrCorrect(context, { team, member, day, choice: null, source: 'command' }),
      })),
    );
    const cleared = results.flatMap(({ day, result }) =>
      isRefusal(result) ? [] : [{ day, poll: result.poll }],
    );
    const [first] = results;
    if (cleared.length === 0 && first && isRefusal(first.result)) return first.result;
    const skipped = results.flatMap(({ day, result }) => (isRefusal(result) ? [day] : []));
    return clearedMessage(context, cleared, skipped);
  });
}

function clearedMessage(
  { member }: RequestContext,
  cleared: readonly Pick<RecordedAnswer & { day: Day }, 'day' | 'poll'>[],
  skipped: Day[],
): MessageBody {
  const [only, ...more] = cleared;
  const falls = only !== undefined && more.length === 0 && only.poll === null;
  return {
    kind: 'cleared',
    days: cleared.map(({ day }) => day),
    now: falls ? usualOn(member.preferences.week, only.day) : null,
    skipped,
  };
}
