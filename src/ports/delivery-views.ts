import type { AnnounceLead } from '../domain/teams/settings';
import type { Millis, Moment } from '../domain/time/calendar';
import type { Reason } from './reasons';
import type { AwayView } from './views';

/* What became of messages, as administrators are shown it. */

export type DeliveryKind =
  | 'announce'
  | 'open'
  | 'remind'
  | 'remind-now'
  | 'follow-up'
  | 'close'
  | 'survey'
  | 'roll-up'
  | 'report';

/**
 * The outcome of a message. `planned`: not due yet; `stopped`: due, now or later, while its channel is gone; `waiting`:
 * to be tried again; `missed`: begun, but not sent in time; `unknown`: it may or may not have arrived.
 */
export type DeliveryState =
  | 'planned'
  | 'stopped'
  | 'sending'
  | 'waiting'
  | 'missed'
  | 'done'
  | 'failed'
  | 'unknown'
  | 'skipped';

export interface DeliveryView {
  kind: DeliveryKind;
  /** Of an announcement; else null. */
  lead: AnnounceLead | 'drill' | 'emergency' | null;
  /** Of the day's poll, counted from 0; of what belongs to none 0. */
  round: number;
  /** To the team's second channel. */
  second: boolean;
  state: DeliveryState;
  reason: Reason | 'other' | null;
  /** Local time of sending, of the last attempt, or planned; null while it is being sent. */
  at: Moment | null;
  /** The bot was not running when it was due; null: it was. */
  away: AwayView | null;
  /** Milliseconds until the next attempt; null: none is planned. */
  retryInMs: Millis | null;
  /** How often it was tried so far; of a message that was posted again: since the one before. */
  attempt: number;
  /** Of reminders: people who had been reminded for another team before; else 0. */
  elsewhere: number;
}

/** A channel of the team that takes no messages. `since`: local time; null: it was noticed just now. */
export interface StoppedChannel {
  second: boolean;
  trouble: 'gone' | 'forbidden';
  since: Moment | null;
}

/** Reminders of one outcome. `names`: people who were not reached, where that matters; not all where they are many. */
export interface ReminderGroup {
  state: DeliveryState;
  reason: Reason | 'other' | null;
  count: number;
  names: string[] | null;
  /** Of the people in it: each platform has a cure of its own. */
  platform: string;
}

/** Why something was not sent again: it was answered, its time is over, reminders are off, or it is being sent. */
export interface NotResent {
  why: 'answered' | 'too-late' | 'opted-out' | 'running';
  count: number;
}

/** What became of those who were silent when an administrator had them reminded. `earlier`: they had a reminder that day. */
export interface RemindedCounts {
  reminded: number;
  waiting: number;
  earlier: number;
  night: number;
  /** They want no reminders, or have a holiday where they live. */
  unwanted: number;
  unreachable: number;
}
