import { pollTaking } from '../../domain/answers/poll';
import { usualOn } from '../../domain/people/roster';
import { isRefusal, refuse } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import { inTeam, type RequestContext, type RequestResult } from '../context';
import { privatePoll } from '../figures/private-poll';
import type { IntentOf } from '../intent';
import { givenBy, ownPoll } from './answer-days';
import { type RecordedAnswer, type RecordNeeds, recordOrCorrect, undoAnswer } from './record-answer';

/** Takes answers back; before a poll opens, the default week stands again. */
export function clear(
  context: RequestContext<RecordNeeds>,
  { days }: IntentOf<'clear'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { core, actor, member, today } = context;
    const asked = days ?? [today];
    const [from = today] = asked;
    const listed = await core.answers.list(actor.org, member.id, from, asked.at(-1) ?? from);
    const answers = listed.filter(({ day }) => asked.includes(day));
    if (answers.length === 0) return refuse('nothing-to-clear');
    const results = await Promise.all(
      answers.map(async ({ day }) => ({
        day,
        result: await recordOrCorrect(context, {
          team,
          member,
          day,
          choice: null,
          ...givenBy(context, team),
        }),
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
    restored: null,
    now: falls ? usualOn(member.preferences.week, only.day) : null,
    skipped,
  };
}

/** Takes the person's last answer back, where it is still the one that the button speaks of. */
export function undo(
  context: RequestContext<RecordNeeds | 'campaigns'>,
  { day, seq, inPlace }: IntentOf<'undo'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { member } = context;
    const undone = await undoAnswer(context, { team, member, day, ...givenBy(context, team) }, seq);
    if (isRefusal(undone)) return undone;
    const { restored, poll } = undone;
    if (inPlace && poll) {
      const answer = restored && (await context.core.answers.get(team.org, member.id, day));
      return privatePoll(context.core, team, await ownPoll(context, team, poll), { answer });
    }
    if (restored) return { kind: 'cleared', days: [day], restored, now: null, skipped: [] };
    return clearedMessage(context, [{ day, poll }], []);
  });
}

/** Shows the work styles to choose from again. */
export function offerChange(
  context: RequestContext<'answers' | 'polls'>,
  { day }: IntentOf<'change'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { core, member, now } = context;
    const [poll, polls, answer] = await Promise.all([
      core.polls.get(team.org, team.id, day),
      core.polls.of(team.org, member.id, day),
      core.answers.get(team.org, member.id, day),
    ]);
    if (poll && !pollTaking(poll, polls, now)) return refuse('poll-over', { day: { day } });
    const { names } = poll ?? team.settings;
    const asking = context.actor.place === null ? { team: team.id, name: team.name, names } : null;
    return { kind: 'choose', team: team.id, day, answer, asking };
  });
}
