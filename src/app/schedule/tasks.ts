import type { Task } from '../../domain/agenda';
import type { Team } from '../../domain/teams/settings';
import { report } from '../campaigns/report';
import type { Core } from '../core';
import type { ClaimedTask, Work } from '../delivery/deliver';
import { announce } from '../polls/announce';
import { closePoll, endDay } from '../polls/close-poll';
import { openPoll } from '../polls/open-poll';
import { remind } from '../polls/remind';

type RunTask = (core: Core, team: Team, task: Task, claim: ClaimedTask) => ReturnType<Work>;

const TASKS = {
  announce,
  open: openPoll,
  remind,
  close: closePoll,
  end: endDay,
  report,
} satisfies Record<Task['kind'], RunTask>;

/** Does one task of a team's agenda, which was claimed. */
export function runTask(core: Core, team: Team, task: Task, claim: ClaimedTask): ReturnType<Work> {
  return TASKS[task.kind](core, team, task, claim);
}
