import { type Poll, phaseOf } from '../../domain/answers/poll';
import type { Card } from '../../domain/card';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt } from '../../domain/time/calendar';
import type { Actor } from '../../ports/inbox';
import type { Ports } from '../core';
import { closingMessage, pollMessage } from '../figures/views';
import { type AnnouncementNeeds, announcement } from '../polls/announce';
import { readButton } from './button';
import { type ContextNeeds, contextOf } from './context-of';
import type { SharedRuns } from './shared-runs';
import { memberTeam } from './subject';

/** The ports to draw the message of a poll for one person. */
type CardNeeds = ContextNeeds | AnnouncementNeeds | 'present';

/**
 * The message of a poll, or the announcement of a day, as everybody sees it now, from one of its buttons; null: of no day
 * of this person's.
 */
export async function currentPollCard(
  core: Ports<CardNeeds>,
  drawing: SharedRuns<Card>,
  actor: Actor,
  text: string,
): Promise<Card | null> {
  const button = readButton(text);
  if (!button || !('day' in button) || !('team' in button)) return null;
  const team = await memberTeam(await contextOf(core, actor, 'button', { acts: false }), button.team);
  const poll = team && (await core.polls.get(team.org, team.id, button.day));
  if (!team) return null;
  if (!poll) return announcementCard(core, team, button.day);
  const isClosing = button.kind === 'who' && phaseOf(poll, core.clock.now()) !== 'open';
  // In a rush of presses each is shown a card that holds it, and not each draws its own.
  return drawing.of([team.org, team.id, button.day, isClosing].join('|'), () =>
    draw(core, team, poll, isClosing),
  );
}

async function announcementCard(core: Ports<CardNeeds>, team: Team, day: Day): Promise<Card | null> {
  const body = await announcement(core, team, day);
  const today = dayAt(core.clock.now(), team.settings.zone);
  return body && core.present({ today, ...body }, team.settings.language);
}

async function draw(core: Ports<CardNeeds>, team: Team, poll: Poll, isClosing: boolean): Promise<Card> {
  const now = core.clock.now();
  const body = await (isClosing ? closingMessage : pollMessage)(core, team, poll, now);
  return core.present({ today: dayAt(now, poll.zone), ...body }, team.settings.language);
}
