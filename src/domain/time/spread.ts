import type { Task } from '../agenda';
import type { OrgId } from '../people/person';
import type { Millis } from './calendar';

/** The largest delay of an organisation's tasks: many organisations then do not all call a platform in one second. */
export const LONGEST_SPREAD: Millis = 59_000;

/** The delay of an organisation's tasks, 0 to `LONGEST_SPREAD`; the same in every process. */
export function spreadOf(org: OrgId): Millis {
  let hash = 0x811c9dc5;
  for (let at = 0; at < org.length; at += 1) {
    hash = Math.imul(hash ^ org.charCodeAt(at), 0x01000193);
  }
  // Ids differ mostly in their last characters, which must influence all bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) % (LONGEST_SPREAD + 1);
}

/** The tasks delayed by `delay`, except calls for help and those that would become pointless by it. */
export function laterBy(tasks: readonly Task[], delay: Millis): Task[] {
  return tasks.map((task) => {
    const dueAt = task.dueAt + (task.kind === 'safety-call' ? 0 : delay);
    return dueAt < task.voidAt ? { ...task, dueAt } : task;
  });
}
