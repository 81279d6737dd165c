import type { Millis } from '../../domain/time/calendar';
import type { TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { isSameWork } from './same-work';
import { RETRY_MS } from './timing';

/** The ports to ask when a task can be tried again. */
export type NextTryNeeds = 'clock' | 'ledger' | 'time';

/**
 * When to try a task again that could not be claimed, as epoch ms: it waits for its time, or another process is at it.
 * Null: it is finished.
 */
export async function nextTry(core: Ports<NextTryNeeds>, key: TaskKey): Promise<Millis | null> {
  const entries = await core.ledger.list(key.org, key.team, key.day, key.kind);
  const entry = entries.find((one) => one.channel === key.channel && isSameWork(one, key));
  if (entry && entry.state !== 'claimed' && entry.state !== 'waiting') return null;
  const waitMs = entry?.state === 'waiting' ? entry.freeAt - (await core.time()) : 0;
  return core.clock.now() + Math.max(RETRY_MS, waitMs);
}
