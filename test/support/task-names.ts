import type { Ledger, TaskKey } from '../../src/ports/store/ledger';
import { rowKeyOf } from '../../src/store/task-key';

/** What a test calls a task: `org/team/kind/day/subject`. */
function taskName(task: TaskKey): string {
  const { org, team, kind, day, subject } = rowKeyOf(task);
  return [org, team, kind, day, subject].join('/');
}

/** The ledger, and the names of the tasks that were claimed by it, by the id of their post. */
export function nameTasks(ledger: Ledger): { ledger: Ledger; nameOf(postId: string): string } {
  const names = new Map<string, string>();
  return {
    ledger: {
      ...ledger,
      async claim(task, leaseMs) {
        const claim = await ledger.claim(task, leaseMs);
        if (claim) names.set(claim.postId, taskName(task));
        return claim;
      },
    },
    nameOf: (postId) => names.get(postId) ?? postId,
  };
}
