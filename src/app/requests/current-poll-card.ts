import { type Poll, phaseOf } from '../../domain/answers/poll';
import type { Card } from '../../domain/card';
import { plannedDays } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt } from '../../domain/time/calendar';
import type { Actor } from '../../ports/inbox';
import type { Ports } from '../core';
import { closingMessage, pollMessage } from '../figures/views';
import { type AnnouncementNeeds, announcementOf } from '../polls/announce';
import { closingInPlace, isInPlace } from '../polls/in-place';
import { readButton } from './button';
import { type ContextNeeds, contextOf } from './context-of';
import type { SharedRuns } from './shared-runs';
import { memberTeam } from './subject';

/** The ports to draw the message of a poll for one person. */
type CardNeeds = ContextNeeds | AnnouncementNeeds | 'ledger' | 'present';

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
  const drawn = await drawingOf(core, poll, button.kind === 'who');
  // In a rush of presses each is shown a card that holds it, and not each draws its own.
  return drawing.of([team.org, team.id, button.day, drawn].join('|'), () => draw(core, team, poll, drawn));
}

async function announcementCard(core: Ports<CardNeeds>, team: Team, day: Day): Promise<Card | null> {
  const [planned] = plannedDays(team, await core.campaigns.list(team.org), day, day);
  if (!planned?.campaign) return null;
  const body = await announcementOf(core, team, planned.campaign, day);
  const today = dayAt(core.clock.now(), team.settings.zone);
  return core.present({ today, ...body }, team.settings.language);
}

const DRAWN = { question: pollMessage, 'result-in-place': closingInPlace, closing: closingMessage };

/** Which message of the poll the button stands in; that of the names stands in all of them. */
async function drawingOf(
  { ledger, clock }: Ports<CardNeeds>,
  poll: Poll,
  asksWho: boolean,
): Promise<keyof typeof DRAWN> {
  if (phaseOf(poll, clock.now()) === 'open') return 'question';
  const closed = await ledger.list(poll.org, poll.team, poll.day, 'close');
  if (isInPlace(closed, poll, 'first')) return 'result-in-place';
  return asksWho ? 'closing' : 'question';
}

async function draw(
  core: Ports<CardNeeds>,
  team: Team,
  poll: Poll,
  drawn: keyof typeof DRAWN,
): Promise<Card> {
  const now = core.clock.now();
  const body = await DRAWN[drawn](core, team, poll, now);
  return core.present({ today: dayAt(now, poll.zone), ...body }, team.settings.language);
}
