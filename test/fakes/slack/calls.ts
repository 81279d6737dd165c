import type { Json } from './refusal';

/** One call the bot made. `outcome`: `ok`, Slack's error code, or the kind of the fault that hit it. */
interface CallRecord {
  /** Milliseconds, by the fake's clock. */
  at: number;
  method: string;
  team: string | null;
  args: Json;
  outcome: string;
}

export interface CallLog {
  add(call: CallRecord): void;
  list(method?: string): CallRecord[];
  counts(): Record<string, number>;
  clear(): void;
}

export function createCallLog(): CallLog {
  let calls: CallRecord[] = [];
  return {
    add(call) {
      calls.push(call);
    },
    list: (method) => calls.filter((call) => !method || call.method === method),
    counts() {
      const counts: Record<string, number> = {};
      for (const { method } of calls) counts[method] = (counts[method] ?? 0) + 1;
      return counts;
    },
    clear() {
      calls = [];
    },
  };
}
