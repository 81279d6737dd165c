import type { TeamId } from '../domain/people/person';
import type { SafetyAsked, SafetyState } from '../domain/safety/safety';
import type { Day, Moment } from '../domain/time/calendar';
import type { DayView } from './views';

/** How many people, and the names of those that are known. */
interface NamedPeople {
  count: number;
  names: string[];
}

/** Messages of the question “are you safe?”, as data without words. What single people answered is for contacts alone. */
export type SafetyMessage =
  | {
      kind: 'safety-recorded';
      team: TeamId;
      teamName: string;
      day: Day;
      state: SafetyState;
      /** The names of the contacts who have been told at once, who could not be, and who will be; null: none is. */
      told: { done: string[]; failed: string[]; coming: string[] } | null;
      /** Whether it was said in an exercise; as below. */
      drill: boolean;
    }
  /** To a contact: the person needs help, or needs it no longer. `at`: local time. */
  | { kind: 'safety-call'; teamName: string; name: string; state: SafetyState; at: Moment; drill: boolean }
  /** To a contact. */
  | {
      kind: 'safety-list';
      teamName: string;
      day: DayView;
      safe: number;
      needHelp: NamedPeople;
      silent: NamedPeople;
      asked: SafetyAsked;
    }
  /** `asks`: drills and emergencies of the team ask the question. */
  | { kind: 'safety-contacts'; teamName: string; contacts: string[]; asks: boolean };
