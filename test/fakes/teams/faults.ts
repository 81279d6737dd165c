import type { Operation } from './calls';

/**
 * What goes wrong: a status without effect; `timeout`, never answered and without effect; `page`, a proxy's page with
 * status 200; `reset-before` and `reset-after`, the connection breaks before or after the operation took effect.
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

/** Which calls it hits; what is left out matches every call but those for tokens, which must be named. */
interface FaultMatch {
  operation?: Operation | readonly Operation[];
  /** A conversation's id, its thread left out. */
  conversation?: string;
  tenant?: string;
}

export interface FaultOptions {
  match?: FaultMatch;
  kind: FaultKind;
  /** How many calls it hits; default 1. */
  times?: number;
  /** Of a 429, in seconds; null sends no Retry-After; default 1. */
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
  /** The first fault that hits this call, used up by one. */
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
