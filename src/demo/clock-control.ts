import { Mutex } from 'async-mutex';
import type { Millis } from '../domain/time/calendar';
import type { After } from '../ports/clock';
import type { Log } from '../ports/log';
import type { TimeControl } from '../ports/time-control';
import type { SimulatedClock } from './simulated-clock';

/** How often a simulated clock moves on by itself, in real milliseconds. */
const BEAT_MS: Millis = 250;
/** How far the clock moves when a task leaves its wake-up where it is, so that no task can hold the clock. */
const NUDGE_MS: Millis = 1_000;
/** Wake-ups that `next` visits until one of them does something. */
const LONGEST_SEARCH = 40;

export interface ClockControlParts {
  clock: SimulatedClock;
  /** Simulated seconds per real second at the start. */
  speed: number;
  after: After;
  log: Log;
  /** Does what is due now; resolves with the number of tasks it did. */
  runDue: () => Promise<number>;
  nextWake: () => Promise<Millis | null>;
  /** Looks at every team again: the clock went back, or shows real time again. */
  wakeAll: () => Promise<void>;
  settle: () => Promise<void>;
}

/**
 * Moves a simulated clock in steps. Each step stops at every wake-up on its way, so that every task runs at its own
 * time, at any speed.
 */
export class ClockControl implements TimeControl {
  readonly #parts: ClockControlParts;
  readonly #clock: SimulatedClock;
  /** One movement at a time. */
  readonly #movement = new Mutex();
  #speed: number;
  /** Simulated time that the clock does not show yet: less than a millisecond. */
  #gained = 0;
  #cancelBeat: (() => void) | null = null;
  #stopped = false;

  constructor(parts: ClockControlParts) {
    this.#parts = parts;
    this.#clock = parts.clock;
    this.#speed = parts.speed;
  }

  /** A simulated clock moves on by itself from now on: everything that a task may need is open. */
  start(): void {
    this.#beat();
  }

  now(): Millis {
    return this.#clock.now();
  }

  isReal(): boolean {
    return this.#clock.isReal;
  }

  speed(): number {
    return this.#speed;
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
    this.#simulate();
  }

  moveTo(target: Millis): Promise<void> {
    return this.#movement.runExclusive(async () => {
      await this.#stepTo(target);
      await this.#parts.settle();
      this.#simulate();
    });
  }

  next(): Promise<Millis | null> {
    return this.#movement.runExclusive(async () => {
      const found = await this.#search();
      await this.#parts.settle();
      this.#simulate();
      return found;
    });
  }

  real(): Promise<void> {
    return this.#movement.runExclusive(async () => {
      this.#clock.showReal();
      this.#speed = 1;
      await this.#parts.wakeAll();
      await this.#parts.runDue();
      await this.#parts.settle();
    });
  }

  settle(): Promise<void> {
    return this.#parts.settle();
  }

  /** The clock moves no more; resolves when the movement under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelBeat?.();
    await this.#movement.waitForUnlock();
  }

  async #stepTo(target: Millis): Promise<void> {
    const { runDue, nextWake, wakeAll } = this.#parts;
    const before = this.now();
    this.#clock.set(Math.min(before, target));
    if (target < before) await wakeAll();
    await runDue();
    for (let wake = await nextWake(); wake !== null && wake <= target; wake = await nextWake()) {
      this.#clock.set(wake > this.now() ? wake : Math.min(this.now() + NUDGE_MS, target));
      await runDue();
      if (this.now() >= target) break;
    }
    this.#clock.set(Math.max(this.now(), target));
    await runDue();
  }

  /** Moves to the first wake-up that does something, and resolves with its time. */
  async #search(): Promise<Millis | null> {
    const { runDue, nextWake } = this.#parts;
    if ((await runDue()) > 0) return this.now();
    for (let count = 0; count < LONGEST_SEARCH; count += 1) {
      const wake = await nextWake();
      if (wake === null) return null;
      this.#clock.set(Math.max(wake, this.now() + 1));
      if ((await runDue()) > 0) return this.now();
    }
    return null;
  }

  #simulate(): void {
    if (this.isReal()) this.#clock.set(this.#clock.realNow());
    this.#beat();
  }

  #beat(): void {
    if (this.#stopped || this.isReal() || this.#cancelBeat) return;
    const from = this.#clock.realNow();
    this.#cancelBeat = this.#parts.after(BEAT_MS, () => {
      this.#cancelBeat = null;
      void this.#movement
        .runExclusive(() => this.#moveOn(this.#clock.realNow() - from))
        .catch((error: unknown) => this.#parts.log.error({ err: error }, 'simulated time not moved'))
        .finally(() => this.#beat());
    });
  }

  async #moveOn(realMs: Millis): Promise<void> {
    if (this.isReal() || this.#speed <= 0) return;
    this.#gained += realMs * this.#speed;
    const wholeMs = Math.floor(this.#gained);
    this.#gained -= wholeMs;
    await this.#stepTo(this.now() + wholeMs);
  }
}
