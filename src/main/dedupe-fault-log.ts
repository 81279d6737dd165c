import type { Millis } from '../domain/time/calendar';
import type { Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import { StoreError, type StoreFault } from '../store';

/** A fault or a refusal is logged again after this time, if it lasts. */
const REPEAT_AFTER_MS: Millis = 60_000;

/** Kinds that concern one request or the data of one, so that each occurrence says something new. */
const LOGGED_EACH_TIME: readonly StoreFault[] = ['constraint', 'conflict', 'closed'];

/**
 * A log that repeats a fault of the database, and the refusal of a request for the same reason, only once a minute, with
 * `leftOut`, the number of times it was left out: a database that is full or unreachable fails every request, and anyone
 * can send requests that are refused.
 */
export function dedupeFaultLog(log: Log, clock: Clock): Log {
  const logged = new Map<string, { at: Millis; leftOut: number }>();

  /** The number of repetitions left out before this one; null: leave this one out, too. */
  function leftOutBefore(what: string): number | null {
    const last = logged.get(what);
    if (last && clock.now() - last.at < REPEAT_AFTER_MS) {
      last.leftOut += 1;
      return null;
    }
    logged.set(what, { at: clock.now(), leftOut: 0 });
    return last?.leftOut ?? 0;
  }

  const deduped = (level: 'warn' | 'error') => (fields: Record<string, unknown>, text: string) => {
    const what = repeatedIn(fields);
    const leftOut = what === null ? 0 : leftOutBefore(what);
    if (leftOut !== null) log[level](leftOut > 0 ? { ...fields, leftOut } : fields, text);
  };
  return {
    debug: (fields, text) => log.debug(fields, text),
    info: (fields, text) => log.info(fields, text),
    warn: deduped('warn'),
    error: deduped('error'),
  };
}

/** What may come many times a second; null: each occurrence says something new. */
function repeatedIn({ err, why, refused = why }: Record<string, unknown>): string | null {
  return typeof refused === 'string' ? `refused: ${refused}` : (storeFaultIn(err)?.message ?? null);
}

/** Its message names the database and the cure, so there are only as many messages as kinds. */
function storeFaultIn(error: unknown): StoreError | null {
  if (error instanceof StoreError) return LOGGED_EACH_TIME.includes(error.kind) ? null : error;
  return error instanceof Error && error.cause instanceof StoreError ? storeFaultIn(error.cause) : null;
}
