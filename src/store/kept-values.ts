import type { OrgId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';

/* Tables of one value a key. */

/** The calendar of an organisation. */
export interface CalendarTable {
  org: OrgId;
  /** JSON. */
  calendar: string;
  /** The first day that it is kept for; null: it is empty. */
  oldest: Day | null;
}

/** How an organisation is built. */
export interface StructureTable {
  org: OrgId;
  /** JSON. */
  structure: string;
}

/** What an adapter keeps. */
export interface MemoryTable {
  /** The adapter it belongs to. */
  owner: string;
  key: string;
  value: string;
  /** When the entry expires; null: never. */
  until: Millis | null;
  /** Whose it is; null: it does not belong to one organisation. */
  org: OrgId | null;
}
