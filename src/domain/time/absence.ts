import type { Millis } from './calendar';

/** A time in which no process of the bot was running, `[from, until)`, epoch ms. */
export interface Absence {
  from: Millis;
  until: Millis;
}

/** The absence in which an instant lies; null: the bot was running. */
export function absenceAt(absences: readonly Absence[], at: Millis): Absence | null {
  return absences.find(({ from, until }) => from < at && at <= until) ?? null;
}

/** The instant `lengthMs` of running time after `at`: while the bot is away, no time goes by. `absences` are ascending. */
export function afterRunning(absences: readonly Absence[], at: Millis, lengthMs: Millis): Millis {
  let end = at + lengthMs;
  for (const { from, until } of absences) {
    if (until > at && from < end) end += until - Math.max(from, at);
  }
  return end;
}

/** The instant `lengthMs` of running time before `at`. */
export function beforeRunning(absences: readonly Absence[], at: Millis, lengthMs: Millis): Millis {
  let start = at - lengthMs;
  for (const { from, until } of absences.toReversed()) {
    if (from < at && until > start) start -= Math.min(until, at) - from;
  }
  return start;
}
