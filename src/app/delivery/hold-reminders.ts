import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { Reason } from '../../ports/reasons';
import type { Outcome, TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { claimTask, type DeliveryNeeds } from './deliver';

/** The reason of a task that was finished, and is to be done once more. */
export const ASKED_AGAIN: Reason = 'asked-again';

/** The states in which a task is finished. */
export const FINISHED: readonly Outcome['state'][] = ['done', 'failed', 'unknown', 'skipped'];

/**
 * Opens the team's reminders of the day again, and keeps that task from running while `reopen` opens the reminders of
 * single persons: otherwise it might end before the last of them is open. Null: another process is at it.
 */
export async function whileHoldingReminders<T>(
  core: Ports<DeliveryNeeds>,
  { org, id }: Team,
  day: Day,
  reopen: () => Promise<T>,
): Promise<T | null> {
  const { ledger } = core;
  const key: TaskKey = { org, team: id, kind: 'remind', day, channel: 'first' };
  await ledger.reopen(key, FINISHED, ASKED_AGAIN);
  const [entry] = await ledger.list(org, id, day, 'remind');
  if (entry?.reason !== ASKED_AGAIN) return null;
  const task = await claimTask(core, key);
  if (!task) return null;
  try {
    return await reopen();
  } finally {
    await task.giveBack();
  }
}
