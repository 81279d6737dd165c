import type { Millis } from '../domain/time/calendar';
import { ChatError } from '../ports/chat';
import type { After, Clock } from '../ports/clock';
import type { LaneQueue, Lanes, Rate } from '../ports/rate-limiter';
import { pausedDebt, waitAt } from './token-bucket';

interface Waiting {
  urgent: boolean;
  deadline: Millis;
  go(): void;
  refuse(error: Error): void;
}

interface Lane {
  name: string;
  rate: Rate;
  /** As of `at`, by what was heard last. */
  debtMs: Millis;
  at: Millis;
  /** How far places are promised to those who were refused. */
  promisedUntil: Millis;
  queue: Waiting[];
  asking: boolean;
  cancel: (() => void) | null;
}

/** Lanes without anybody in them are forgotten once there are more than so many. */
const MOST_LANES = 5_000;
/** Promises reach no farther: what was refused is asked for again, in case others went away. */
const FARTHEST_PROMISE: Millis = 5 * 60_000;

/**
 * The same queue before either kind of lanes: only its head asks, for all who wait at once, so that a fan-out costs
 * few questions.
 */
export function createLaneQueue(lanes: Lanes, { now }: Clock, after: After): LaneQueue {
  const known = new Map<string, Lane>();
  let draining = false;

  function laneOf(name: string, rate: Rate): Lane {
    const found = known.get(name);
    if (found) return found;
    if (known.size >= MOST_LANES) forgetIdle();
    const at = now();
    const lane = { name, rate, debtMs: 0, at, promisedUntil: 0, queue: [], asking: false, cancel: null };
    known.set(name, lane);
    return lane;
  }

  function forgetIdle(): void {
    for (const [name, lane] of known) {
      const busy = lane.asking || lane.queue.length > 0 || lane.promisedUntil > now();
      if (!busy && debtOf(lane) === 0) known.delete(name);
    }
  }

  function debtOf({ debtMs, at }: Lane): Millis {
    return Math.max(0, debtMs - Math.max(0, now() - at));
  }

  function hear(lane: Lane, debtMs: Millis): void {
    lane.debtMs = debtMs;
    lane.at = now();
  }

  /** What was just heard to be too far off is refused with a place of its own, after all that were promised. */
  function refusal(lane: Lane, urgent: boolean): ChatError {
    const first = now() + waitAt(debtOf(lane), lane.rate, lane.queue.length + 1, urgent);
    const next = Math.max(first, lane.promisedUntil);
    const place = Math.max(first, Math.min(next, now() + FARTHEST_PROMISE));
    lane.promisedUntil = place + lane.rate.everyMs;
    return new ChatError(
      'rate-limited',
      'too many calls for the limits of the platform',
      Math.ceil(place - now()),
    );
  }

  function refuseImpatient(lane: Lane): void {
    const debt = debtOf(lane);
    const leaving = lane.queue.filter(
      ({ urgent, deadline }, index) => now() + waitAt(debt, lane.rate, index + 1, urgent) > deadline,
    );
    if (leaving.length === 0) return;
    lane.queue = lane.queue.filter((each) => !leaving.includes(each));
    for (const { urgent, refuse } of leaving) refuse(refusal(lane, urgent));
  }

  async function ask(lane: Lane): Promise<void> {
    const urgent = lane.queue.filter((each) => each.urgent).length;
    lane.asking = true;
    try {
      const wanted = { urgent, other: lane.queue.length - urgent };
      const { granted, debtMs } = await lanes.take(lane.name, lane.rate, wanted);
      hear(lane, debtMs);
      for (const { go } of lane.queue.splice(0, granted)) go();
    } catch (cause) {
      const fault = new ChatError('unreachable', 'the lanes cannot be asked now', null, { cause });
      for (const { refuse } of lane.queue.splice(0)) refuse(fault);
    } finally {
      lane.asking = false;
    }
    refuseImpatient(lane);
    serve(lane);
  }

  function serve(lane: Lane): void {
    const [head] = lane.queue;
    lane.cancel?.();
    lane.cancel = null;
    if (!head || lane.asking) return;
    const wait = waitAt(debtOf(lane), lane.rate, 1, head.urgent);
    if (wait === 0) return void ask(lane);
    lane.cancel = after(wait, () => {
      lane.cancel = null;
      void ask(lane);
    });
  }

  return {
    async turn(name, rate, { urgent, patience }) {
      const lane = laneOf(name, rate);
      const ahead = urgent ? lane.queue.filter((each) => each.urgent).length : lane.queue.length;
      const wait = waitAt(debtOf(lane), rate, ahead + 1, urgent);
      if (wait > (draining ? 0 : patience)) throw refusal(lane, urgent);
      await new Promise<void>((go, refuse) => {
        lane.queue.splice(ahead, 0, { urgent, deadline: now() + patience, go, refuse });
        if (ahead === 0 || !lane.cancel) serve(lane);
      });
    },
    async pause(name, rate, ms) {
      const lane = laneOf(name, rate);
      await lanes.pause(name, rate, ms);
      hear(lane, Math.max(debtOf(lane), pausedDebt(rate, ms)));
      refuseImpatient(lane);
      serve(lane);
    },
    drain() {
      draining = true;
      for (const lane of known.values()) {
        lane.cancel?.();
        lane.cancel = null;
        for (const { urgent, refuse } of lane.queue.splice(0)) refuse(refusal(lane, urgent));
      }
    },
  };
}
