import { isRefusal, type Refusal } from '../domain/refusal';
import type { AuditChange, AuditEntry } from '../ports/store/audit';
import type { Ports } from './core';

/**
 * Does something that administrators are accountable for: the one place where the trail is written. The entry is there
 * before the deed. A refusal takes it back, and so does a deed that `changed` says was none (null); a fault, or the end of the process, leaves it as begun, since the deed may
 * have been done.
 */
export async function onTrail<Result extends object>(
  { audit }: Ports<'audit'>,
  entry: AuditEntry,
  act: () => Promise<Result | Refusal>,
  changed: () => Promise<AuditChange | null>,
): Promise<Result | Refusal> {
  const seq = await audit.begin(entry);
  const result = await act();
  await audit.settle(seq, isRefusal(result) ? null : await changed());
  return result;
}
