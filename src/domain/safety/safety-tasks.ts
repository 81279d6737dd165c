import { type Poll, tallyDueAt } from '../answers/poll';
import type { PersonId } from '../people/person';
import type { Millis } from '../time/calendar';
import { type SafetyDuty, safetyAskedAt } from './safety';

/** Work of one of a team's safety contacts. */
export type SafetyWork =
  /** They are told that a person needs help, or needs it no longer. */
  | { kind: 'safety-call'; contact: PersonId; call: number }
  /** They are told at the end of the window who has not said that they are safe. */
  | { kind: 'safety-list'; contact: PersonId; round: number };

/**
 * What a team's safety contacts are to be told: each call at once, and at the end of each window who is silent; each as
 * long as it may help, `lastsMs`. No contact is told of their own answer.
 */
export function safetyTasks(polls: readonly Poll[], { contacts, calls }: SafetyDuty, lastsMs: Millis) {
  const asking = polls.filter((poll) => safetyAskedAt(poll) !== null);
  return contacts.flatMap(({ person: contact, since }) => [
    ...calls
      .filter(({ person, at }) => person !== contact && at >= since)
      .map(({ call, day, at }) => {
        return { kind: 'safety-call' as const, contact, call, day, dueAt: at, voidAt: at + lastsMs };
      }),
    ...asking.map((poll) => {
      const { day, round } = poll;
      const dueAt = tallyDueAt(poll);
      return { kind: 'safety-list' as const, contact, round, day, dueAt, voidAt: dueAt + lastsMs };
    }),
  ]);
}
