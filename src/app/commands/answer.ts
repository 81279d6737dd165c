import { type Day, daySpan } from '../../domain/calendar';
import { isRefusal, refuse } from '../../domain/refusal';
import type { Team } from '../../domain/settings';
import type { Choice } from '../../domain/work-style';
import type { MessageBody } from '../messages';
import { planRefusal, type RecordedAnswer, recordAnswer } from '../record-answer';
import { usualOn } from '../roster';
import { needTeam, type Said, type Scene, unlessRefused } from '../scene';
import type { Days } from './command';

type AnswerSource = 'button' | 'command' | 'form';

/** Records a work style for today, a day, or the working days of a span. */
export function answer(
  scene: Scene,
  { style, arrival, days }: Choice & { days: Days | null },
  source: AnswerSource,
): Promise<Said> {
  return unlessRefused(needTeam(scene), (team) => {
    const span = days ?? { from: scene.today, until: scene.today };
    const choice = { style, arrival };
    return span.from === span.until
      ? answerDay(scene, team, span.from, choice, source)
      : answerSpan(scene, team, span, choice);
  });
}

export async function answerDay(
  { core, actor, member }: Scene,
  team: Team,
  day: Day,
  choice: Choice,
  source: AnswerSource,
): Promise<Said> {
  const result = await recordAnswer(core, { team, member, day, choice, source, admin: actor.admin });
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
  { core, actor, member, now }: Scene,
  team: Team,
  span: Days,
  choice: Choice,
): Promise<Said> {
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
      result: await recordAnswer(core, { team, member, day, choice, source: 'command', admin: actor.admin }),
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
export function clear(scene: Scene, days: Days | null): Promise<Said> {
  return unlessRefused(needTeam(scene), async (team) => {
    const { core, actor, member, today } = scene;
    const { from, until } = days ?? { from: today, until: today };
    const answers = await core.store.answers.list(actor.org, member.id, from, until);
    if (answers.length === 0) return refuse('nothing-to-clear');
    const results = await Promise.all(
      answers.map(async ({ day }) => ({
        day,
        result: await recordAnswer(core, {
          team,
          member,
          day,
          choice: null,
          source: 'command',
          admin: actor.admin,
        }),
      })),
    );
    const cleared = results.flatMap(({ day, result }) =>
      isRefusal(result) ? [] : [{ day, poll: result.poll }],
    );
    const [first] = results;
    if (cleared.length === 0 && first && isRefusal(first.result)) return first.result;
    const skipped = results.flatMap(({ day, result }) => (isRefusal(result) ? [day] : []));
    return clearedMessage(scene, cleared, skipped);
  });
}

function clearedMessage(
  { member }: Scene,
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
