import { phaseOf } from '../../domain/answers/poll';
import type { Card } from '../../domain/card';
import { dayAt } from '../../domain/time/calendar';
import type { Actor } from '../../ports/inbox';
import type { Core } from '../core';
import { closingMessage, pollMessage } from '../figures/views';
import { decodeAction } from './actions';
import { contextOf } from './context';
import { teamOfButton } from './press';

/** The message of a poll as everybody sees it now, from one of its buttons; null: of no poll of this person's. */
export async function shownPoll(core: Core, actor: Actor, text: string): Promise<Card | null> {
  const action = decodeAction(text);
  if (!action || !('day' in action)) return null;
  const team = await teamOfButton(await contextOf(core, actor), action);
  const poll = team && (await core.polls.get(team.org, team.id, action.day));
  if (!team || !poll) return null;
  const now = core.clock.now();
  const isClosing = action.kind === 'who' && phaseOf(poll, now) !== 'open';
  const body = await (isClosing ? closingMessage : pollMessage)(core, team, poll, now);
  return core.present({ today: dayAt(now, poll.zone), ...body }, team.settings.language);
}
