import type { Millis } from '../domain/time/calendar';
import type { Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import { StoreError, type StoreFault } from '../store';

/** A fault is logged again after this time, if it lasts. */
const REPEAT_AFTER_MS: Millis = 60_000;

/** Kinds that concern one request or the data of one, so that each occurrence says something new. */
const LOGGED_EACH_TIME: readonly StoreFault[] = ['constraint', 'conflict', 'closed'];

/**
 * A log that repeats a fault of the database only once a minute, with `leftOut`, the number of times it was left out:
 * a database that is full or unreachable fails every request.
 */
export function dedupeFaultLog(log: Log, clock: Clock): Log {
  const logged = new Map<string, { at: Millis; leftOut: number }>();

  /** The number of repetitions left out before this one; null: leave this one out, too. */
  function leftOutBefore(fault: StoreError): number | null {
    const last = logged.get(fault.message);
    if (last && clock.now() - last.at < REPEAT_AFTER_MS) {
      last.leftOut += 1;
      return null;
    }
    logged.set(fault.message, { at: clock.now(), leftOut: 0 });
    return last?.leftOut ?? 0;
  }

  const deduped = (level: 'warn' | 'error') => (fields: Record<string, unknown>, text: string) => {
    const fault = storeFaultIn(fields.err);
    const leftOut = fault ? leftOutBefore(fault) : 0;
    if (leftOut !== null) log[level](leftOut > 0 ? { ...fields, leftOut } : fields, text);
  };
  return {
    debug: (fields, text) => log.debug(fields, text),
    info: (fields, text) => log.info(fields, text),
    warn: deduped('warn'),
    error: deduped('error'),
  };
}

/** Its message names the database and the cure, so there are only as many messages as kinds. */
function storeFaultIn(error: unknown): StoreError | null {
  if (error instanceof StoreError) return LOGGED_EACH_TIME.includes(error.kind) ? null : error;
  return error instanceof Error && error.cause instanceof StoreError ? storeFaultIn(error.cause) : null;
}
