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
