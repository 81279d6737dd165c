import type { Task } from '../domain/agenda';
import type { Millis } from '../domain/time/calendar';

/** Time under control, for demonstrations: a clock that can be simulated, and plays everything due on its way. */
export interface TimeControl {
  now(): Millis;
  /** Whether the clock shows real time; any method below but `settle` makes it a simulated one. */
  isReal(): boolean;
  /** Simulated seconds a real second; 0 while the clock stands. */
  speed(): number;
  setSpeed(speed: number): void;
  /** Runs each task at its own time, then stands at `target` and goes on at its speed. Backwards it only moves. */
  moveTo(target: Millis): Promise<void>;
  /** Moves to the next task's time; null when there is none. */
  next(): Promise<Millis | null>;
  /** Back to real time. */
  real(): Promise<void>;
  /** Sends the edits that wait to be coalesced. */
  settle(): Promise<void>;
}

/** What the bot does next by itself, and when. */
export interface Upcoming extends Pick<Task, 'kind' | 'day'> {
  at: Millis;
}
