import type { Tally } from '../domain/answers/tally';
import type { PersonId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import type { DayPhase, DayView, WhoGroup } from './views';

/** A day of a week, as `who` counts it. */
export interface WeekDay {
  day: DayView;
  phase: DayPhase;
  tally: Tally;
}

/** One page of people, by name, after the first `from` of `total`; for each day what others see of theirs. */
export interface NamedWeek {
  from: number;
  total: number;
  /** The most members of a day whose answers are not shown by name. */
  unnamed: number;
  /** A style is null on a day on which the person is not named. */
  shown: { name: string; styles: (WhoGroup['style'] | null)[] }[];
}

/** The days of people whom a person follows, in the order of `days`. */
export interface FollowedDays {
  days: Day[];
  shown: NamedWeek['shown'];
}

/** `handle`: tells people of one name apart; null: there is none. */
export interface Colleague {
  person: PersonId;
  name: string;
  handle: string | null;
}
