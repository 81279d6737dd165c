import { type Poll, tallyDueAt } from './answers/poll';
import { askUntil, snoozedUntil } from './answers/reminding';
import type { PersonId } from './people/person';
import type { Day, Millis } from './time/calendar';

/** What members asked for themselves: the poll's question in private, and to be reminded once more. */
export type PrivateWork =
  /** Asks those who want it, as the poll opens; `ask-end` takes the buttons from what was sent. */
  | { kind: 'ask'; round?: number }
  | { kind: 'ask-end' }
  /** One member's reminder, put off by them. */
  | { kind: 'snoozed'; person: PersonId };

/** Epoch ms. */
type PrivateTask = PrivateWork & { day: Day; dueAt: Millis; voidAt: Millis };

/** A reminder that a member put off until `at` (epoch ms). */
interface Snoozed {
  person: PersonId;
  day: Day;
  at: Millis;
}

/** What a team's private tasks are made from. `asks`: a member wants to be asked in private. */
export interface PrivateWishes {
  asks: boolean;
  snoozed: readonly Snoozed[];
}

/** The private tasks of the team's polls. `caughtUp`: the instant so much running time after another. */
export function privateTasks(
  polls: readonly Poll[],
  { asks, snoozed }: PrivateWishes,
  caughtUp: (at: Millis) => Millis,
): PrivateTask[] {
  return polls.flatMap((poll) => [
    ...(asks ? askTasks(poll, caughtUp) : []),
    ...snoozed
      .filter(({ day }) => day === poll.day)
      .map(({ person, day, at }): PrivateTask => {
        return { kind: 'snoozed', person, day, dueAt: at, voidAt: snoozedUntil(poll) };
      }),
  ]);
}

function askTasks(poll: Poll, caughtUp: (at: Millis) => Millis): PrivateTask[] {
  const { day, round, opensAt } = poll;
  const turn = round === 0 ? {} : { round };
  const endAt = tallyDueAt(poll);
  const end: PrivateTask = { kind: 'ask-end', day, dueAt: endAt, voidAt: caughtUp(endAt) };
  const until = askUntil(poll);
  return until > opensAt ? [{ kind: 'ask', ...turn, day, dueAt: opensAt, voidAt: until }, end] : [end];
}
