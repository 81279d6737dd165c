import type { Millis } from '../domain/time/calendar';
import type { Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import { StoreError, type StoreFault } from '../store';

/** How long the same fault is not told again. */
const AGAIN: Millis = 60_000;

/** What the data or a moment is to blame for tells something each time. */
const TOLD_EACH_TIME: readonly StoreFault[] = ['constraint', 'conflict', 'closed'];

/**
 * A database that is full or away fails every request. Its fault is told once with the cure, and then once a minute,
 * with how many were left out, for as long as it lasts.
 */
export function quietLog(log: Log, clock: Clock): Log {
  const told = new Map<string, { at: Millis; leftOut: number }>();
  /** How many were left out before this one; null: this one is, too. */
  function leftOut(fault: StoreError): number | null {
    const last = told.get(fault.message);
    if (last && clock.now() - last.at < AGAIN) {
      last.leftOut += 1;
      return null;
    }
    told.set(fault.message, { at: clock.now(), leftOut: 0 });
    return last?.leftOut ?? 0;
  }
  const quiet = (level: 'warn' | 'error') => (fields: Record<string, unknown>, text: string) => {
    const fault = faultIn(fields.err);
    const before = fault ? leftOut(fault) : 0;
    if (before !== null) log[level](before > 0 ? { ...fields, leftOut: before } : fields, text);
  };
  return {
    debug: (fields, text) => log.debug(fields, text),
    info: (fields, text) => log.info(fields, text),
    warn: quiet('warn'),
    error: quiet('error'),
  };
}

/** Its messages name the database and the cure: there are as many as kinds. */
function faultIn(error: unknown): StoreError | null {
  if (error instanceof StoreError) return TOLD_EACH_TIME.includes(error.kind) ? null : error;
  return error instanceof Error && error.cause instanceof StoreError ? faultIn(error.cause) : null;
}
