import type { Millis } from '../domain/time/calendar';
import type { After, Clock } from '../ports/clock';
import type { Log } from '../ports/log';

/** How often it is compared, and how far a process may be off before an operator hears of it. */
const EVERY: Millis = 60_000;
const TOLERATED: Millis = 5_000;
/** The machine's clock was set, or the machine slept: the two clocks of a process part by so much at once. */
const JUMP: Millis = 1_000;
/** Measurements at the start: the first one also pays for connecting. */
const FIRST = 3;

export interface DatabaseClock extends Clock {
  /** Milliseconds by which this process's clock lags behind the database's. */
  offset(): Millis;
  stop(): void;
}

interface ClockParts {
  /** The machine's clock, which somebody may set: only compared. */
  local: Clock;
  /** Moves this clock on between measurements; its zero is anywhere. */
  steady: Clock;
  /** The database's time. */
  time: () => Promise<Millis>;
  after: After;
  log: Log;
}

/**
 * The database's time, without asking it each time: all processes on one database then agree what is due. Measured
 * now, once a minute, and when the machine's clock jumps, which this one does not follow; while the database does not
 * answer, the last measurement stands.
 */
export async function followDatabase({
  local,
  steady,
  time,
  after,
  log,
}: ClockParts): Promise<DatabaseClock> {
  const measured: Measured[] = [];
  for (let count = 0; count < FIRST; count += 1) measured.push(await measure(steady, time));
  let { offset } = measured.reduce((best, one) => (one.tookMs < best.tookMs ? one : best));
  let apart = local.now() - steady.now();
  let warned = false;
  let asking = false;
  let stopped = false;
  let cancel = () => {};

  const lag = () => Math.round(steady.now() + offset - local.now());

  function judge(): void {
    const off = Math.abs(lag()) > TOLERATED;
    if (off && !warned) {
      const text = "this machine's clock is not the database's, which is used; let both be set by NTP";
      log.warn({ offsetMs: lag() }, text);
    }
    warned = off;
  }

  async function again(): Promise<void> {
    asking = true;
    cancel();
    try {
      ({ offset } = await measure(steady, time));
      judge();
    } catch (error) {
      log.warn({ err: error }, "the database's time could not be read; trying again in a minute");
    }
    apart = local.now() - steady.now();
    asking = false;
    wait();
  }

  function wait(): void {
    if (!stopped) cancel = after(EVERY, () => void again());
  }

  judge();
  wait();
  return {
    now() {
      const steadily = steady.now();
      if (!asking && !stopped && Math.abs(local.now() - steadily - apart) > JUMP) void again();
      return Math.round(steadily + offset);
    },
    offset: lag,
    stop() {
      stopped = true;
      cancel();
    },
  };
}

interface Measured {
  offset: Millis;
  tookMs: Millis;
}

/** The answer is taken to be as old as half of its round trip. */
async function measure(steady: Clock, time: () => Promise<Millis>): Promise<Measured> {
  const asked = steady.now();
  const theirs = await time();
  const heard = steady.now();
  return { offset: theirs - (asked + heard) / 2, tookMs: heard - asked };
}
