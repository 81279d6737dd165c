import type { Trouble } from '../../domain/teams/team';
import type { Millis } from '../../domain/time/calendar';
import { ChatError } from '../../ports/chat';
import { type Outcome, type TaskKind, TO_CONTACT } from '../../ports/store/ledger';
import {
  CONTACT_RETRY_MS,
  EDIT_RETRY_MS,
  LIMITED_RETRY_MS,
  MOST_CONTACT_ATTEMPTS,
  MOST_STATUS_TRIES,
  REFUSED_RETRY_MS,
  RETRY_MS,
} from './timing';

/*
 * What a fault leads to. This is the only file of the core that looks into a ChatError, so that a new kind of fault
 * is decided here, and the compiler says where.
 */

/** The attempt that ended in a fault. */
export interface FailedAttempt {
  kind: TaskKind;
  /** Counts from 1. */
  attempt: number;
  /** Whether an attempt before this one may have reached the platform. */
  mayHaveBeenSent: boolean;
  /** Whether this attempt got as far as asking the platform. */
  asked: boolean;
  retriedBy: RetriedBy;
}

/** What tries again after a fault: the ledger once the delay is over; the caller, at once; or nothing does. */
export type RetriedBy = 'ledger' | 'caller' | 'nothing';

/** The task is given back, to be tried again. */
export interface Retry {
  state: 'retry';
  afterMs: Millis;
  /** Whether an attempt so far may have reached the platform. */
  mayHaveBeenSent: boolean;
  /** The platform takes no more calls of the organisation for now. */
  limited: boolean;
  /** The channel refuses the bot, for this reason; null: it does not. */
  refusal: Trouble | null;
}

/** Messages to one person. What the platform refuses for them concerns no channel, and is final. */
const PRIVATE: ReadonlySet<TaskKind> = new Set([
  ...([
    'reminder',
    'follow-up-reminder',
    'safety-call',
    'safety-list',
    'survey-question',
    'private-poll',
    'snoozed',
    'survey-close',
  ] as const),
  ...TO_CONTACT,
]);

/**
 * Whether a second message does no harm. A poll: its buttons carry the poll's key, so a double can neither split nor
 * lose votes, while a missing poll loses them all. The end of a day only edits, for a team as for the organisation. A
 * call for help that arrives twice is better than none. Nothing else is risked twice.
 */
export function isRepeatable(kind: TaskKind): boolean {
  return (
    kind === 'open' ||
    kind === 'end' ||
    kind === 'ask-end' ||
    kind === 'roll-up-end' ||
    kind === 'safety-call'
  );
}

/** Whether to try the task again, or what to record as its outcome. Faults of unknown kinds are tried again. */
export function verdictOf(fault: unknown, attempt: FailedAttempt): Retry | Outcome {
  if (!(fault instanceof ChatError)) return retryUnknown(attempt);
  const { kind } = fault;
  switch (kind) {
    case 'rate-limited':
      return retryLater(attempt, fault, { afterMs: fault.retryAfterMs ?? LIMITED_RETRY_MS, limited: true });
    case 'unreachable':
      return retryLater(attempt, fault, { afterMs: RETRY_MS, limited: false });
    case 'uncertain':
      if (!isRepeatable(attempt.kind)) return { state: 'unknown', reason: kind };
      return retry(attempt, { afterMs: RETRY_MS, mayHaveBeenSent: true });
    case 'gone':
    case 'forbidden':
      if (PRIVATE.has(attempt.kind) || attempt.retriedBy === 'nothing') return failed(fault);
      // Once the channel can be reached again, what is due is still to be done, at once.
      return retry(attempt, { afterMs: kind === 'forbidden' ? REFUSED_RETRY_MS : 0, refusal: kind });
    case 'invalid':
      return attempt.retriedBy === 'caller' && !PRIVATE.has(attempt.kind)
        ? retry(attempt, {})
        : failed(fault);
    case 'deleted':
      return failed(fault);
  }
}

/** A fault of the database, or of this program: the attempt may have reached the platform only if it asked. */
function retryUnknown(attempt: FailedAttempt): Retry {
  return retry(attempt, { afterMs: RETRY_MS, mayHaveBeenSent: attempt.mayHaveBeenSent || attempt.asked });
}

function retryLater(
  attempt: FailedAttempt,
  fault: ChatError,
  change: Pick<Retry, 'afterMs' | 'limited'>,
): Retry | Outcome {
  if (attempt.retriedBy === 'nothing') return failed(fault);
  if (attempt.kind !== 'trouble' && attempt.kind !== 'sharing') return retry(attempt, change);
  if (attempt.attempt >= MOST_CONTACT_ATTEMPTS) return failed(fault);
  return retry(attempt, { ...change, afterMs: CONTACT_RETRY_MS });
}

function retry({ mayHaveBeenSent }: FailedAttempt, change: Partial<Retry>): Retry {
  return { state: 'retry', afterMs: 0, mayHaveBeenSent, limited: false, refusal: null, ...change };
}

function failed({ kind }: ChatError): Outcome {
  return { state: 'failed', reason: kind };
}

/** Whether it is a fault of the platform; any other is one of the database or of this program. */
export function isChatFault(fault: unknown): boolean {
  return fault instanceof ChatError;
}

/** Whether the platform took nothing, and may take it in a while. */
export function isPutOff(fault: unknown): boolean {
  return fault instanceof ChatError && (fault.kind === 'rate-limited' || fault.kind === 'unreachable');
}

/** Whether the call is one of many that wait for the platform's limits. */
export function isLimited(fault: unknown): boolean {
  return fault instanceof ChatError && fault.kind === 'rate-limited';
}

/** Whether the message surely was not sent, and will not be under this address: another one is worth a try. */
export function isElsewhereWorthTrying(fault: unknown): boolean {
  if (!(fault instanceof ChatError)) return false;
  switch (fault.kind) {
    case 'gone':
    case 'forbidden':
    case 'unreachable':
    case 'invalid':
      return true;
    case 'rate-limited':
    case 'uncertain':
    case 'deleted':
      return false;
  }
}

/** Whether the platform does not know the channel or the person any more. */
export function isGone(fault: unknown): boolean {
  return fault instanceof ChatError && fault.kind === 'gone';
}

/** Whether the message to be edited was deleted: only a new one can take its place. */
export function isDeleted(fault: unknown): boolean {
  return fault instanceof ChatError && fault.kind === 'deleted';
}

/**
 * How long to wait before a status is tried again after so many tries, in ms; null: trying again cannot help. Writing the
 * same status twice does no harm. Throws what is not a fault of the platform's.
 */
export function statusRetryMs(fault: unknown, tries: number): Millis | null {
  if (!(fault instanceof ChatError)) throw fault;
  if (tries >= MOST_STATUS_TRIES) return null;
  switch (fault.kind) {
    case 'rate-limited':
      return Math.max(fault.retryAfterMs ?? LIMITED_RETRY_MS, RETRY_MS);
    case 'unreachable':
    case 'uncertain':
      return RETRY_MS * 2 ** tries;
    case 'gone':
    case 'deleted':
    case 'forbidden':
    case 'invalid':
      return null;
  }
}

/** How long to wait before an edit is tried again, in ms; null: trying again cannot help, or the fault is unknown. */
export function editRetryMs(fault: unknown): Millis | null {
  if (!(fault instanceof ChatError)) return null;
  switch (fault.kind) {
    case 'rate-limited':
      return fault.retryAfterMs ?? LIMITED_RETRY_MS;
    case 'unreachable':
    case 'uncertain':
      return EDIT_RETRY_MS;
    case 'gone':
    case 'deleted':
    case 'forbidden':
    case 'invalid':
      return null;
  }
}
