import type { Millis } from '../domain/time/calendar';
import type { After, Clock } from '../ports/clock';
import type { Log } from '../ports/log';

const MEASURE_EVERY_MS: Millis = 60_000;
/** A larger difference between the two clocks is logged. */
const TOLERATED_MS: Millis = 5_000;
/** When the local and the steady clock drift apart by more, the machine's clock was set or the machine slept. */
const JUMP_MS: Millis = 1_000;
/** Measurements at the start. The first one also includes the time it takes to connect. */
const FIRST_MEASUREMENTS = 3;

export interface DatabaseClockParts {
  /** The machine's clock, which can be set; used for comparison only. */
  local: Clock;
  /** Advances the time between measurements; its zero is arbitrary. */
  steady: Clock;
  after: After;
  log: Log;
}

/**
 * The database's time without a query each time, so that all processes on one database agree what is due.
 * It shows local time until `follow` resolves. From then on it is measured once a minute and whenever the machine's
 * clock jumps; in between, and while the database does not answer, the last measurement counts.
 */
export class DatabaseClock implements Clock {
  readonly #parts: DatabaseClockParts;
  #time: (() => Promise<Millis>) | null = null;
  /** The database's time minus the steady clock. */
  #offset: Millis;
  /** The local minus the steady clock at the last measurement. */
  #localOffset: Millis;
  #warned = false;
  #measuring = false;
  #stopped = false;
  #cancel = () => {};

  constructor(parts: DatabaseClockParts) {
    this.#parts = parts;
    this.#localOffset = this.#localNow();
    this.#offset = this.#localOffset;
  }

  /** Measures the database's time, and goes on measuring until `stop`. Throws the fault of the first measurements. */
  async follow(time: () => Promise<Millis>): Promise<void> {
    const measured: Measurement[] = [];
    for (let count = 0; count < FIRST_MEASUREMENTS; count += 1) {
      measured.push(await measure(this.#parts.steady, time));
    }
    this.#offset = measured.reduce((best, each) => (each.tookMs < best.tookMs ? each : best)).offset;
    this.#localOffset = this.#localNow();
    this.#time = time;
    this.#compare();
    this.#wait();
  }

  readonly now = (): Millis => {
    const steady = this.#parts.steady.now();
    const jumped = Math.abs(this.#parts.local.now() - steady - this.#localOffset) > JUMP_MS;
    if (jumped && this.#time && !this.#measuring && !this.#stopped) void this.#measureAgain(this.#time);
    return Math.round(steady + this.#offset);
  };

  /** Milliseconds by which the machine's clock is behind the database's. */
  offset(): Millis {
    const { local, steady } = this.#parts;
    return Math.round(steady.now() + this.#offset - local.now());
  }

  /** Ends the measurements; the clock goes on from the last one. */
  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  async #measureAgain(time: () => Promise<Millis>): Promise<void> {
    this.#measuring = true;
    this.#cancel();
    try {
      this.#offset = (await measure(this.#parts.steady, time)).offset;
      this.#compare();
    } catch (error) {
      this.#parts.log.warn({ err: error }, "the database's time could not be read; trying again in a minute");
    }
    this.#localOffset = this.#localNow();
    this.#measuring = false;
    this.#wait();
  }

  #wait(): void {
    const time = this.#time;
    if (time && !this.#stopped) {
      this.#cancel = this.#parts.after(MEASURE_EVERY_MS, () => void this.#measureAgain(time));
    }
  }

  #compare(): void {
    const tooFar = Math.abs(this.offset()) > TOLERATED_MS;
    if (tooFar && !this.#warned) {
      const text = "this machine's clock differs from the database's, which is used; set both by NTP";
      this.#parts.log.warn({ offsetMs: this.offset() }, text);
    }
    this.#warned = tooFar;
  }

  #localNow(): Millis {
    return this.#parts.local.now() - this.#parts.steady.now();
  }
}

interface Measurement {
  offset: Millis;
  tookMs: Millis;
}

/** Assumes that the database read its clock halfway through the round trip. */
async function measure(steady: Clock, time: () => Promise<Millis>): Promise<Measurement> {
  const before = steady.now();
  const theirs = await time();
  const tookMs = steady.now() - before;
  return { offset: theirs - (before + tookMs / 2), tookMs };
}
