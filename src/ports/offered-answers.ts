import type { DayState } from '../domain/answers/work-style';
import type { TeamId } from '../domain/people/person';
import type { DayRange, Time } from '../domain/time/calendar';

/** Answers to press. `days`: one choice of days, or several to choose from; no style: all of them. */
export interface OfferedAnswers {
  team: TeamId;
  days: readonly (readonly DayRange[])[];
  styles: readonly DayState[];
  arrival: Time | null;
}
