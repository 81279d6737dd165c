import type { Operation } from './calls';

/**
 * How a call fails. A status: the call has no effect. `timeout`: it has no effect and no answer. `page`: the answer is a
 * proxy's page with status 200. `reset-before`, `reset-after`: the connection breaks before or after the call took effect.
 */
export type FaultKind =
  | '403'
  | '404'
  | '412'
  | '429'
  | '500'
  | '502'
  | '503'
  | '504'
  | 'timeout'
  | 'page'
  | 'reset-before'
  | 'reset-after';

/** The calls that a fault hits. An omitted field matches every call, except calls for tokens, which must be named. */
interface FaultMatch {
  operation?: Operation | readonly Operation[];
  /** A conversation's id without the thread. */
  conversation?: string;
  tenant?: string;
}

export interface FaultOptions {
  match?: FaultMatch;
  kind: FaultKind;
  /** How many calls it hits; default 1. */
  times?: number;
  /** The Retry-After of a 429 in seconds, by default 1; null sends none. */
  retryAfter?: number | null;
}

export interface Fault {
  kind: FaultKind;
  retryAfter: number | null;
  /** How many calls it has hit. */
  hits(): number;
  stop(): void;
}

interface Target {
  operation: Operation;
  conversation: string | null;
  tenant: string | null;
}

export interface Faults {
  add(options: FaultOptions): Fault;
  /** The first fault that hits this call; it counts as one hit. */
  take(target: Target): Fault | null;
}

export function makeFaults(): Faults {
  const standing: { fault: Fault; hit(target: Target): boolean }[] = [];
  return {
    add(options) {
      let left = options.times ?? 1;
      let hits = 0;
      const fault: Fault = {
        kind: options.kind,
        retryAfter: options.retryAfter === undefined ? 1 : options.retryAfter,
        hits: () => hits,
        stop: () => {
          left = 0;
        },
      };
      const hit = (target: Target) => {
        if (left <= 0 || !matches(options.match ?? {}, target)) return false;
        left -= 1;
        hits += 1;
        return true;
      };
      standing.push({ fault, hit });
      return fault;
    },
    take: (target) => standing.find((each) => each.hit(target))?.fault ?? null,
  };
}

function matches(match: FaultMatch, target: Target): boolean {
  const operations = match.operation === undefined ? null : [match.operation].flat();
  if (operations === null ? target.operation === 'token' : !operations.includes(target.operation))
    return false;
  if (match.conversation !== undefined && match.conversation !== target.conversation) return false;
  return match.tenant === undefined || match.tenant === target.tenant;
}
