import type { DayState } from '../../domain/answers/work-style';
import type { OrgId, PersonId } from '../../domain/people/person';
import type { Status, StatusState } from '../../domain/people/status';
import type { Day, Millis } from '../../domain/time/calendar';

/** The status of a person who wants their day shown in it. */
export interface StatusRecord {
  /** What the bot may have written there, and nobody else: the latest last. */
  written: readonly Status[];
  state: StatusState;
  /** The person wants it no longer: what is written is cleared, then the record goes. */
  leaving: boolean;
}

/** The right to serve one person's status now. */
export interface StatusTurn extends StatusRecord {
  org: OrgId;
  person: PersonId;
  /** The number of this turn: a later one ends its right. */
  turn: number;
  /** How often the person was woken when it began. */
  wakes: number;
  /** How many turns in a row have failed. */
  tries: number;
}

/** How a turn ends. */
export interface StatusEnd {
  /** The person's day that it was for, and the answer to it; null: none. */
  day: Day;
  seen: DayState | null;
  written: readonly Status[];
  state: StatusState;
  /** When to look again, whatever is answered until then. */
  nextAt: Millis;
}

/**
 * The statuses of people who asked for it: nobody else has a record. Instants are epoch ms by the core's clock; leases
 * run by the database's time. Every method throws a StoreError when the database fails.
 */
export interface StatusStore {
  get(org: OrgId, person: PersonId): Promise<StatusRecord | null>;
  /** Begins in this state, or goes on if there is a record. Either way it is due at once. */
  switchOn(org: OrgId, person: PersonId, state: StatusState): Promise<void>;
  /** It is due at once, to be cleared. */
  switchOff(org: OrgId, person: PersonId): Promise<void>;
  /** Makes it due at once; does nothing where there is no record. */
  wake(org: OrgId, person: PersonId): Promise<void>;
  /**
   * Leases up to `limit` statuses for 60 s: those whose time has come, whose answer to the day is another one than was
   * seen, and those of people who are on no roster any more.
   */
  due(now: Millis, limit: number): Promise<StatusTurn[]>;
  /** Notes what may be written from here on. False: the turn is lost, and nothing may be written. */
  writing(turn: StatusTurn, written: readonly Status[]): Promise<boolean>;
  /** Ends the turn. A wake-up since it began is kept. Does nothing once the turn is lost. */
  finish(turn: StatusTurn, end: StatusEnd): Promise<void>;
  /** Ends the turn; it is repeated at `until`. */
  putOff(turn: StatusTurn, until: Millis): Promise<void>;
  /** Ends the turn and deletes the record, unless the person has switched it on again since. */
  remove(turn: StatusTurn): Promise<void>;
}
