import type { Poll } from '../answers/poll';
import type { PersonId } from '../people/person';
import type { Day, Millis } from '../time/calendar';

/* The question “are you safe?” of a drill or an emergency. Its answers are for the team's safety contacts alone. */

const SAFETY_STATES = ['safe', 'need-help'] as const;
export type SafetyState = (typeof SAFETY_STATES)[number];

export function isSafetyState(text: string): text is SafetyState {
  return SAFETY_STATES.some((state) => state === text);
}

/** What a person answered last. */
export interface SafetyAnswer {
  person: PersonId;
  state: SafetyState;
  /** Epoch ms. */
  at: Millis;
}

/** An answer that the contacts are told at once: help is needed, or it is needed no longer. */
export interface SafetyCall extends SafetyAnswer {
  /** Numbers the answers of all. */
  call: number;
  day: Day;
}

/** Someone who is told of answers that were given from `since` on: people answer in the trust of who reads it then. */
export interface SafetyContact {
  person: PersonId;
  /** Epoch ms. */
  since: Millis;
}

/** What a team's agenda of safety is made from. */
export interface SafetyDuty {
  contacts: readonly SafetyContact[];
  calls: readonly SafetyCall[];
}

/** Safety answers are deleted so many days after they were given. */
export const SAFETY_DAYS = 30;

const HOUR: Millis = 3_600_000;
/** Answers are taken so long after the end of the day: help may be needed in the night after it. */
const TAKEN_AFTER: Millis = 48 * HOUR;

/** The instant from which safety answers to the poll count; null: it does not ask. */
export function safetyAskedAt({ drill }: Pick<Poll, 'drill'>): Millis | null {
  return drill?.safetySince ?? null;
}

/** Whether the poll takes safety answers at `now`. */
export function takesSafety(poll: Pick<Poll, 'drill' | 'endsAt'>, now: Millis): boolean {
  return safetyAskedAt(poll) !== null && now < poll.endsAt + TAKEN_AFTER;
}

/** Who is asked whether they are safe: all members, or those who work that day. */
export type SafetyAsked = 'everyone' | 'at-work';

/** A drill asks those who work that day; in an emergency the contacts look after everyone of the team. */
export function safetyAsked({ drill }: Pick<Poll, 'drill'>): SafetyAsked {
  return drill?.real ? 'everyone' : 'at-work';
}

/** A call for help stands so many days after its own: as long as answers to its poll are taken. */
export const HELP_STANDS = 2;

/**
 * What is known of people since the question was asked at `since`: what they answered, and calls for help before it that
 * were not taken back.
 */
export function standing(last: readonly SafetyAnswer[], since: Millis): SafetyAnswer[] {
  return last.filter(({ state, at }) => state === 'need-help' || at >= since);
}

/** Whether a call belongs to the exercise that the day's last poll is. */
export function isExercise({ at }: Pick<SafetyCall, 'at'>, poll: Pick<Poll, 'drill'> | null): boolean {
  const since = poll && safetyAskedAt(poll);
  return poll?.drill?.real !== true && typeof since === 'number' && at >= since;
}

/** Whether the contacts are told an answer at once, when the one before was `before`. */
export function isCall(state: SafetyState, before: SafetyState | null): boolean {
  return state === 'need-help' || before === 'need-help';
}
