/*
 * Time in the chaos test runs SPEED times as fast, for everybody alike: the replicas (their clocks and timers), the
 * database's clock, by which all of them go, and the fakes of Slack and Microsoft with their limits. To the bot
 * it is a machine that is so many times slower. Nobody's time is stopped or moved in steps; leases, ticks and time-outs
 * keep their lengths beside each other. Only the date is another one: the database says that it is the morning of
 * the Telework Day.
 */

export const SPEED = Number(process.env.CHAOS_SPEED ?? 2);
export const DAY = '2018-07-24';

export interface Time {
  since: number;
  /** The database's time, by which everybody goes, epoch milliseconds. */
  now(): number;
  /** By how much it is ahead of the processes' own clocks. */
  ahead: number;
  /** The instant of a local time of the day, `07:00:30`. */
  at(time: string): number;
  until(instant: number): Promise<void>;
  /** Makes the database's time start at this local time of the day, as from now. */
  startAt(time: string): void;
}

export function createTime(): Time {
  const since = Date.now();
  const elapsed = () => (Date.now() - since) * SPEED;
  const now = () => Math.round(since + elapsed() + time.ahead);
  const time: Time = {
    since,
    now,
    ahead: 0,
    at: (text) => Date.parse(`${DAY}T${text}+09:00`),
    until: (instant) => wait(Math.max(0, instant - now()) / SPEED),
    startAt(text) {
      time.ahead = Math.round(time.at(text) - since - elapsed());
    },
  };
  return time;
}

/** Real milliseconds. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/**
 * Statements that give a database this time: its own function of this name is found before PostgreSQL's, by every
 * connection made afterwards.
 */
export function clockOf({ since, ahead }: Time, database: string): string {
  return `create or replace function public.statement_timestamp() returns timestamptz language sql stable as $$
      select to_timestamp((${since} + (extract(epoch from pg_catalog.statement_timestamp()) * 1000 - ${since})
        * ${SPEED} + ${ahead}) / 1000.0) $$;
    alter database ${database} set search_path = public, pg_catalog`;
}

/** A repeatable stream of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
