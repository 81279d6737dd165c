import { placeAt } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { dayAt } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask } from './deliver';
import { shownMark } from './edit-posted';

/** The ports to post a message. */
export type PostNeeds = 'chat' | 'clock' | 'present';

/** Posts a message in the channel that the task is for, in the team's language. */
export async function postToTeam(
  core: Ports<PostNeeds>,
  team: Team,
  body: MessageBody,
  task: ClaimedTask,
): Promise<Outcome> {
  const today = dayAt(core.clock.now(), team.settings.zone);
  const card = core.present({ today, ...body }, team.settings.language);
  const place = placeAt(team, task.key.channel);
  const sent = await task.send((key) => core.chat.post(team.org, place, card, key));
  // Of an earlier attempt's post it is not known what it shows.
  return sent.state === 'done' && !task.mayHaveBeenSent ? { ...sent, shown: shownMark(card) } : sent;
}
