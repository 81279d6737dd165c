import { roundOf } from '../../domain/agenda';
import type { Poll } from '../../domain/answers/poll';
import type { Reason } from '../../ports/reasons';
import type { Outcome, TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { claimTask, type DeliveryNeeds } from './deliver';
import { isSameWork } from './same-work';

/** The reason of a task that was finished, and is to be done once more. */
export const ASKED_AGAIN: Reason = 'asked-again';

/** The states in which a task is finished. */
export const FINISHED: readonly Outcome['state'][] = ['done', 'failed', 'unknown', 'skipped'];

/**
 * Opens the reminders of the poll again, and keeps that task from running while `reopen` opens the reminders of
 * single persons: otherwise it might end before the last of them is open. Null: another process is at it.
 */
export async function whileHoldingReminders<T>(
  core: Ports<DeliveryNeeds>,
  { org, team, day, round }: Poll,
  reopen: () => Promise<T>,
): Promise<T | null> {
  const { ledger } = core;
  const key: TaskKey = { org, team, kind: 'remind', ...roundOf({ round }), day, channel: 'first' };
  await ledger.reopen(key, FINISHED, ASKED_AGAIN);
  const entry = (await ledger.list(org, team, day, 'remind')).find((one) => isSameWork(one, key));
  if (entry?.reason !== ASKED_AGAIN) return null;
  const task = await claimTask(core, key);
  if (!task) return null;
  try {
    return await reopen();
  } finally {
    await task.giveBack();
  }
}
