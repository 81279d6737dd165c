import { phaseOf } from '../../domain/answers/poll';
import type { Card } from '../../domain/card';
import { dayAt } from '../../domain/time/calendar';
import type { Actor } from '../../ports/inbox';
import type { Ports } from '../core';
import { closingMessage, pollMessage } from '../figures/views';
import { readButton } from './button';
import { type ContextNeeds, contextOf } from './context-of';
import { memberTeam } from './subject';

/** The message of a poll as everybody sees it now, from one of its buttons; null: of no poll of this person's. */
export async function currentPollCard(
  core: Ports<ContextNeeds | 'campaigns' | 'polls' | 'present'>,
  actor: Actor,
  text: string,
): Promise<Card | null> {
  const button = readButton(text);
  if (!button || !('day' in button)) return null;
  const team = await memberTeam(await contextOf(core, actor, 'button', { acts: false }), button.team);
  const poll = team && (await core.polls.get(team.org, team.id, button.day));
  if (!team || !poll) return null;
  const now = core.clock.now();
  const isClosing = button.kind === 'who' && phaseOf(poll, now) !== 'open';
  const body = await (isClosing ? closingMessage : pollMessage)(core, team, poll, now);
  return core.present({ today: dayAt(now, poll.zone), ...body }, team.settings.language);
}
