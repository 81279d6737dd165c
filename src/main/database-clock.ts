import type { After, Clock, Log } from '../app/ports';
import type { Millis } from '../domain/calendar';

/** How often it is compared, and how far a process may be off before an operator hears of it. */
const EVERY: Millis = 60_000;
const TOLERATED: Millis = 5_000;
/** Measurements at the start: the first one also pays for connecting. */
const FIRST = 3;

export interface DatabaseClock extends Clock {
  /** Milliseconds by which this process's clock lags behind the database's. */
  offset(): Millis;
  stop(): void;
}

interface ClockParts {
  /** The process's own clock, which still moves this one on between measurements. */
  local: Clock;
  /** The database's time. */
  time: () => Promise<Millis>;
  after: After;
  log: Log;
}

/**
 * The database's time, without asking it each time: all processes on one database then agree what is due. Measured
 * now and once a minute; while the database does not answer, the last offset stands.
 */
export async function followDatabase({ local, time, after, log }: ClockParts): Promise<DatabaseClock> {
  const measured: Measured[] = [];
  for (let count = 0; count < FIRST; count += 1) measured.push(await measure(local, time));
  let offset = measured.reduce((best, one) => (one.tookMs < best.tookMs ? one : best)).offset;
  let warned = false;
  let cancel = () => {};

  function judge(): void {
    const off = Math.abs(offset) > TOLERATED;
    if (off && !warned) {
      const text = "this machine's clock is not the database's, which is used; let both be set by NTP";
      log.warn({ offsetMs: offset }, text);
    }
    warned = off;
  }

  async function again(): Promise<void> {
    try {
      ({ offset } = await measure(local, time));
      judge();
    } catch (error) {
      log.warn({ err: error }, "the database's time could not be read; trying again in a minute");
    }
    wait();
  }

  let stopped = false;
  function wait(): void {
    if (!stopped) cancel = after(EVERY, () => void again());
  }

  judge();
  wait();
  return {
    now: () => local.now() + offset,
    offset: () => offset,
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
async function measure(local: Clock, time: () => Promise<Millis>): Promise<Measured> {
  const asked = local.now();
  const theirs = await time();
  const heard = local.now();
  return { offset: Math.round(theirs - (asked + heard) / 2), tookMs: heard - asked };
}
