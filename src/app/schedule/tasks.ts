import type { Task } from '../../domain/agenda';
import type { Team } from '../../domain/teams/settings';
import type { Claim, Outcome, TaskKey } from '../../ports/store/ledger';
import { report } from '../campaigns/report';
import type { Core } from '../core';
import { announce } from '../polls/announce';
import { closePoll, endDay } from '../polls/close-poll';
import { openPoll } from '../polls/open-poll';
import { remind } from '../polls/remind';

/** A claimed task: its name in the ledger, and whether an earlier attempt may have reached the platform. */
export interface Claimed extends Claim {
  key: TaskKey;
}

/**
 * Does one task, or a share of a long one (`more`: the rest is to be done in a later turn, under a new claim).
 * Whatever it throws means that its outcome is not known to be final.
 */
export type RunTask = (core: Core, team: Team, task: Task, claimed: Claimed) => Promise<Outcome | 'more'>;

const TASKS = {
  announce,
  open: openPoll,
  remind,
  close: closePoll,
  end: endDay,
  report,
} satisfies Record<Task['kind'], RunTask>;

export function runTask(core: Core, team: Team, task: Task, claimed: Claimed): Promise<Outcome | 'more'> {
  return TASKS[task.kind](core, team, task, claimed);
}
