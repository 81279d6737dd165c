import type { Task } from '../../domain/agenda';
import type { Team } from '../../domain/teams/team';
import { report } from '../campaigns/report';
import type { Core } from '../core';
import type { ClaimedTask, Work } from '../delivery/deliver';
import { announce } from '../polls/announce';
import { closePoll, endDay } from '../polls/close-poll';
import { openPoll } from '../polls/open-poll';
import { remind } from '../polls/remind';

/** Does one task of a team's agenda, which was claimed. */
export function runTask(core: Core, team: Team, task: Task, claim: ClaimedTask): ReturnType<Work> {
  switch (task.kind) {
    case 'announce':
      return announce(core, team, task, claim);
    case 'open':
      return openPoll(core, team, task, claim);
    case 'remind':
      return remind(core, team, task);
    case 'close':
      return closePoll(core, team, task, claim);
    case 'end':
      return endDay(core, team, task);
    case 'report':
      return report(core, team, task, claim);
  }
}
