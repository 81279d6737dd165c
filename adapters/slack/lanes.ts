import type { After, Clock } from '../../src/app/ports';
import type { Millis } from '../../src/domain/calendar';
import { rateLimited } from './errors';

/** A token bucket: `burst` calls at once, refilled at `perMinute`. */
export interface Rate {
  perMinute: number;
  burst: number;
}

export interface Turn {
  /** Somebody waits in front of a screen: goes before what fans out. */
  urgent: boolean;
  /** Whoever would wait longer is refused at once. */
  patience: Millis;
}

/** Calls wait in lanes, so that the platform's limits are obeyed and never met. */
export interface Lanes {
  /** Resolves when the call may be sent; throws a `rate-limited` ChatError when that is too far off. */
  turn(lane: string, rate: Rate, turn: Turn): Promise<void>;
  /** Nothing goes for so long; then it starts slowly. */
  pause(lane: string, ms: Millis): void;
  /** From now on nobody waits: for a stop, after which everything is brought up to date anyway. */
  drain(): void;
}

interface Waiting extends Turn {
  go(): void;
  refuse(error: Error): void;
}

interface Lane {
  rate: Rate;
  tokens: number;
  at: Millis;
  pausedUntil: Millis;
  queue: Waiting[];
  cancel: (() => void) | null;
}

/** Lanes without anybody in them are forgotten once there are more than so many. */
const MOST_LANES = 5_000;
const MINUTE = 60_000;
/** Fractions of tokens are not exact. */
const NEARLY = 1e-6;

export function createLanes({ now }: Clock, after: After): Lanes {
  const lanes = new Map<string, Lane>();
  let draining = false;

  function laneOf(key: string, rate: Rate): Lane {
    const known = lanes.get(key);
    if (known) return known;
    if (lanes.size >= MOST_LANES) forgetIdle();
    const lane: Lane = { rate, tokens: rate.burst, at: now(), pausedUntil: 0, queue: [], cancel: null };
    lanes.set(key, lane);
    return lane;
  }

  function forgetIdle(): void {
    for (const [key, lane] of lanes) {
      refill(lane, now());
      if (lane.queue.length === 0 && lane.tokens >= lane.rate.burst) lanes.delete(key);
    }
  }

  function serve(lane: Lane): void {
    refill(lane, now());
    while (lane.queue.length > 0 && lane.tokens + NEARLY >= 1 && now() >= lane.pausedUntil) {
      lane.tokens -= 1;
      lane.queue.shift()?.go();
    }
    if (lane.queue.length === 0 || lane.cancel) return;
    lane.cancel = after(waitFor(lane, 1, now()), () => {
      lane.cancel = null;
      serve(lane);
    });
  }

  function refuseImpatient(lane: Lane): void {
    const waits = lane.queue.map((_, index) => waitFor(lane, index + 1, now()));
    const leaving = lane.queue.filter(({ patience }, index) => (waits[index] ?? 0) > patience);
    lane.queue = lane.queue.filter((each) => !leaving.includes(each));
    for (const { refuse } of leaving) refuse(rateLimited(waitFor(lane, lane.queue.length + 1, now())));
  }

  return {
    async turn(key, rate, { urgent, patience }) {
      const lane = laneOf(key, rate);
      refill(lane, now());
      const ahead = urgent ? lane.queue.filter((each) => each.urgent).length : lane.queue.length;
      const wait = waitFor(lane, ahead + 1, now());
      if (wait > (draining ? 0 : patience)) throw rateLimited(wait);
      await new Promise<void>((go, refuse) => {
        lane.queue.splice(ahead, 0, { urgent, patience, go, refuse });
        serve(lane);
      });
    },
    pause(key, ms) {
      const lane = lanes.get(key);
      if (!lane || lane.pausedUntil > now() + ms) return;
      lane.pausedUntil = now() + ms;
      lane.tokens = 1;
      lane.at = lane.pausedUntil;
      lane.cancel?.();
      lane.cancel = null;
      refuseImpatient(lane);
      serve(lane);
    },
    drain() {
      draining = true;
      for (const lane of lanes.values()) {
        lane.cancel?.();
        lane.cancel = null;
        for (const waiting of lane.queue.splice(0)) waiting.refuse(rateLimited(waitFor(lane, 1, now())));
      }
    },
  };
}

function refill(lane: Lane, now: Millis): void {
  const gained = (Math.max(0, now - lane.at) / MINUTE) * lane.rate.perMinute;
  lane.tokens = Math.min(lane.rate.burst, lane.tokens + gained);
  lane.at = Math.max(lane.at, now);
}

/** How long until there are so many tokens. */
function waitFor({ tokens, rate, at }: Lane, wanted: number, now: Millis): Millis {
  if (tokens + NEARLY >= wanted) return Math.max(0, at - now);
  return Math.max(0, at - now) + Math.ceil(((wanted - tokens) / rate.perMinute) * MINUTE);
}
