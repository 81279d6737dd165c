import type { OrgId } from '../../domain/people/person';
import type { Refusal } from '../../domain/refusal';
import type { OwnCalendar } from '../../domain/time/own-calendar';

/** The calendar of each organisation, which teams are read with. Every method throws a StoreError when the database fails. */
export interface CalendarStore {
  /** Empty where the organisation has set nothing. */
  get(org: OrgId): Promise<OwnCalendar>;
  /**
   * Reads and saves the calendar in one transaction, so that no concurrent change is lost, and makes every team of the
   * organisation due. `apply` must be pure, as it may run more than once; if it returns a refusal, nothing is written.
   * Resolves with what `apply` returned.
   */
  change(org: OrgId, apply: (calendar: OwnCalendar) => OwnCalendar | Refusal): Promise<OwnCalendar | Refusal>;
}
