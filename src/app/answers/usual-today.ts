import { phaseOf, type UsualToday } from '../../domain/answers/poll';
import { type Choice, isSameChoice, NOT_SCHEDULED } from '../../domain/answers/work-style';
import type { DefaultWeek } from '../../domain/people/person';
import { usualOn } from '../../domain/people/roster';
import { isRefusal } from '../../domain/refusal';
import type { RequestContext } from '../context';
import { agreedBy } from '../teams/agreeing';
import { type RecordNeeds, recordAnswer } from './record-answer';

/**
 * Lets a changed default week hold for today, too, while the window of a poll of the person is open; what they answered
 * themselves stays. Null: today is not touched by the change.
 */
export async function followWeek(
  context: RequestContext<RecordNeeds | 'agreements'>,
  was: DefaultWeek,
  is: DefaultWeek,
): Promise<UsualToday | null> {
  const { core, actor, member, team, today: day, now } = context;
  const [before, usual] = [usualOn(was, day), usualOn(is, day)];
  const choice: Choice | null = usual === 'off' ? { style: NOT_SCHEDULED, arrival: null } : usual;
  const isSame = before === usual || (before !== 'off' && usual !== 'off' && isSameChoice(before, usual));
  if (!team || isSame) return null;
  const polls = await core.polls.of(actor.org, member.id, day);
  if (!polls.some((poll) => phaseOf(poll, now) === 'open')) return null;
  const answer = await core.answers.get(actor.org, member.id, day);
  if (answer && answer.source !== 'default-week') return { day, choice: answer, answered: true };
  if (!choice && !answer) return null;
  const result = await recordAnswer(core, {
    ...{ team, member, day, choice, source: context.door, correction: null },
    agreesTo: (shows) => agreedBy(context, team, shows, undefined),
    given: { at: now, source: 'default-week' },
  });
  return isRefusal(result) ? null : { day, choice, answered: false };
}
