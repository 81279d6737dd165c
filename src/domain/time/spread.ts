import type { Task } from '../agenda';
import type { OrgId } from '../people/person';
import type { Millis } from './calendar';

/**
 * Where many organisations are served, the tasks of each come so much after their times at most, so that they do not
 * all knock at the platforms in one second.
 */
export const LONGEST_SPREAD: Millis = 59_000;

/** How long after their times an organisation's tasks come: always the same, whoever computes it. */
export function spreadOf(org: OrgId): Millis {
  let hash = 0x811c9dc5;
  for (let at = 0; at < org.length; at += 1) {
    hash = Math.imul(hash ^ org.charCodeAt(at), 0x01000193);
  }
  // Ids differ in their last signs mostly, which must reach all bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) % (LONGEST_SPREAD + 1);
}

/** The tasks so much later, but none when it would be pointless already. */
export function laterBy(tasks: readonly Task[], delay: Millis): Task[] {
  return tasks.map((task) => {
    const dueAt = task.dueAt + delay;
    return dueAt < task.voidAt ? { ...task, dueAt } : task;
  });
}
