import type { Tally } from '../domain/answers/tally';
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
