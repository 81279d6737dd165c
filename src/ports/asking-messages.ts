import type { Phase } from '../domain/answers/poll';
import type { Choice } from '../domain/answers/work-style';
import type { TeamId } from '../domain/people/person';
import type { Day, Time } from '../domain/time/calendar';
import type { DayView, MyDay, UnheardTeam } from './views';

/** A coming Telework Day that the reader has not answered. */
export interface NextDay {
  team: TeamId;
  day: Day;
}

/** What a person hears of the question in private, and of reminders. */
export type AskingMessage =
  /** `again`: the second one; `snooze`: it can be put off. */
  | { kind: 'reminder'; team: TeamId; teamName: string; day: DayView; again?: true; snooze?: true }
  /** The person's coming days that take answers, in one form. */
  | { kind: 'days-form'; days: MyDay[] }
  /** What one form recorded was taken back; `skipped`: days that were answered again since. */
  | { kind: 'days-undone'; days: { day: Day; choice: Choice | null }[]; skipped: Day[] }
  /** Polls are asked in private, too, or in the channel alone. */
  | { kind: 'asking-set'; on: boolean; remind: boolean }
  /** The reminder comes once more at `at`; null: it does not, and `why`. `until`: the end of the window. */
  | { kind: 'snoozed'; at: Time | null; why: 'answered' | 'too-late' | 'once' | null; until: Time }
  /** The poll's question in private. `seq`: of the answer, which can be taken back by it. */
  | {
      kind: 'private-poll';
      team: TeamId;
      teamName: string;
      day: DayView;
      peakUntil: Time;
      phase: Exclude<Phase, 'planned'>;
      answer: (Choice & { late: boolean; seq: number | null }) | null;
      unheard: UnheardTeam[];
      next?: NextDay;
    };
