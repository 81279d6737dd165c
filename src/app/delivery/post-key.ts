import type { PostKey } from '../../ports/chat';
import type { TaskKey, TaskKind } from '../../ports/store/ledger';
import { isRepeatable as mayRepeat } from './outcome';

/** The key under which a platform may find the post of a task again. */
export function postKeyOf({ org, team, kind, day, subject }: TaskKey): string {
  return [org, team, kind, day, subject].join('/');
}

/** Whether a second post under this key does no harm; for platforms which cannot look an earlier post up. */
export function isRepeatable({ id }: PostKey): boolean {
  return mayRepeat(id.split('/')[2] as TaskKind);
}
