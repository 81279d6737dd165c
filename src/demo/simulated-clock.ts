import type { Millis } from '../domain/time/calendar';
import type { Clock } from '../ports/clock';

/** A clock that shows real time until it is set; then it stands at the instant it was last set to. */
export class SimulatedClock implements Clock {
  readonly #real: Clock;
  #instant: Millis | null;

  /** @param instant Where it stands at first; null: it shows real time. */
  constructor(real: Clock, instant: Millis | null = null) {
    this.#real = real;
    this.#instant = instant;
  }

  readonly now = (): Millis => this.#instant ?? this.#real.now();

  get isReal(): boolean {
    return this.#instant === null;
  }

  set(instant: Millis): void {
    this.#instant = instant;
  }

  showReal(): void {
    this.#instant = null;
  }

  /** Real time, whatever this clock shows. */
  realNow(): Millis {
    return this.#real.now();
  }
}
