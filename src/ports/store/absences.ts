import type { Absence } from '../../domain/time/absence';
import type { Millis } from '../../domain/time/calendar';

/** When no process was running, by the core's clock. Every method throws a StoreError when the database fails. */
export interface AbsenceStore {
  /**
   * Notes that a process runs at `now`. Where the last note is older than `toleratedMs`, the time in between is kept as
   * an absence, and resolved with; else null. Absences that ended more than `keptMs` ago are deleted.
   */
  alive(now: Millis, toleratedMs: Millis, keptMs: Millis): Promise<Absence | null>;
  /** Absences that ended at `after` or later, by their beginning. */
  list(after: Millis): Promise<Absence[]>;
}
