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
import { nextAnnounced } from './announcement-posts';
import { type EditTurnNeeds, editNow } from './edit-turn';

/** Posts the closing tally at the end of the window; later answers edit it. */
export async function closePoll(
  core: Ports<PostNeeds | RosterNeeds | 'campaigns' | 'polls'>,
  team: Team,
  task: Task,
  claim: ClaimedTask,
): Promise<Outcome> {
  const poll = await core.polls.get(team.org, team.id, task.day);
  if (!poll) return skipped('no-poll');
  if (isReplaced(task, poll)) return skipped('later-poll');
  await syncRoster(core, team);
  const body = await closingMessage(core, team, poll, core.clock.now());
  const next = await nextAnnounced(core, team, poll.day);
  let waits = false;
  try {
    return await postToTeam(core, team, body, claim);
  } catch (error) {
    waits = isPutOff(error);
    throw error;
  } finally {
    // The poll's own message says from now on that answers are late, whatever became of the tally.
    if (!waits) core.refresh.touch(poll.org, poll.team, poll.day);
    // Its announcement may ask from now on.
    if (next) core.refresh.touch(poll.org, poll.team, next);
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
  const next = await nextAnnounced(core, team, task.day);
  if (next) core.refresh.touch(team.org, team.id, next);
  return later ?? { state: 'done', post: null };
}
