import { isReplaced, type Task } from '../../domain/agenda';
import type { Team } from '../../domain/teams/team';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask, Later } from '../delivery/deliver';
import { isPutOff } from '../delivery/outcome';
import { type PostNeeds, postToTeam } from '../delivery/post';
import { closingMessage } from '../figures/views';
import { type RosterNeeds, syncRoster } from '../teams/roster';
import { daysToldOf } from './announcing';
import { type EditTurnNeeds, editNow } from './edit-turn';
import { goesInPlace } from './in-place';

/** Posts the closing tally at the end of the window, or has it take the poll's place; later answers edit it. */
export async function closePoll(
  core: Ports<PostNeeds | RosterNeeds | 'campaigns' | 'ledger' | 'polls'>,
  team: Team,
  task: Task,
  claim: ClaimedTask,
): Promise<Outcome> {
  const poll = await core.polls.get(team.org, team.id, task.day);
  if (!poll) return skipped('no-poll');
  if (isReplaced(task, poll)) return skipped('later-poll');
  await syncRoster(core, team);
  const body = await closingMessage(core, team, poll, core.clock.now());
  const told = await daysToldOf(core, team, poll.day);
  let waits = false;
  try {
    if (await goesInPlace(core, poll, claim.key.channel)) return { state: 'done', post: null };
    return await postToTeam(core, team, body, claim);
  } catch (error) {
    waits = isPutOff(error);
    throw error;
  } finally {
    // The poll's own message says from now on that answers are late, whatever became of the tally.
    if (!waits) core.refresh.touch(poll.org, poll.team, poll.day);
    // Its announcement may ask from now on.
    for (const day of told) core.refresh.touch(poll.org, poll.team, day);
  }
}

/** At the end of the local day the poll takes no more answers: its messages say so, for good. */
export async function endDay(
  core: Ports<EditTurnNeeds | 'refresh'>,
  team: Team,
  task: Task,
): Promise<Outcome | Later> {
  const later = await editNow(core, { org: team.org, team: team.id, day: task.day });
  // Its announcement says “tomorrow” until now.
  const told = await daysToldOf(core, team, task.day);
  for (const day of told) core.refresh.touch(team.org, team.id, day);
  return later ?? { state: 'done', post: null };
}
