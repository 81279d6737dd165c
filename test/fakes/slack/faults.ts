import type { Json } from './refusal';

/**
 * What goes wrong. `-after`: the call was processed, and the caller never learns it. A `timeout` holds the
 * connection until the caller gives up; a reset destroys it.
 */
type FaultKind =
  | '429'
  | '500'
  | '500-after'
  | 'timeout'
  | 'timeout-after'
  | 'reset-before'
  | 'reset-after'
  | 'refuse';

export interface Fault {
  kind: FaultKind;
  /** A Web API method, or `response_url`; every call when absent. */
  method?: string;
  match?: (call: { method: string; args: Json; team: string | null }) => boolean;
  /** How many calls it hits; 1 unless told. */
  times?: number;
  /** Seconds, for 429. */
  retryAfter?: number;
  /** The error code, for `refuse`. */
  error?: string;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault for this call, which is thereby used up by one. */
  take(call: { method: string; args: Json; team: string | null }): Fault | null;
}

export function createFaults(): Faults {
  let pending: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      pending.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      pending = [];
    },
    take(call) {
      const hit = pending.find(
        ({ fault, left }) =>
          left > 0 && (!fault.method || fault.method === call.method) && (fault.match?.(call) ?? true),
      );
      if (!hit) return null;
      hit.left -= 1;
      return hit.fault;
    },
  };
}
