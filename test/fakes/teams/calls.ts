/* A log of the bot's calls to the connector, with counts. */

export type Operation =
  | 'token'
  | 'create-conversation'
  | 'send'
  | 'reply'
  | 'update'
  | 'delete'
  | 'paged-members'
  | 'members'
  | 'member'
  | 'team'
  | 'channels';

export interface Call {
  /** By the fake's clock, epoch milliseconds. */
  at: number;
  operation: Operation;
  tenant: string | null;
  /** Without the thread; null where the path names none. */
  conversation: string | null;
  /** The size of the body as Teams measures it, in bytes of UTF-16. */
  bytes: number;
  /** The status of the answer, or how the connection ended without one. */
  outcome: number | 'timeout' | 'reset';
  /** Whether the call took effect. */
  done: boolean;
}

interface CallCount {
  total: number;
  done: number;
  throttled: number;
}

export interface CallLog {
  all: Call[];
  /** Counts the calls of these operations, or all calls. */
  count(...operations: Operation[]): CallCount;
  byOperation(): Partial<Record<Operation, CallCount>>;
  /** The largest message that was sent, in bytes of UTF-16. */
  largest(): number;
  clear(): void;
}

export function makeCallLog(): CallLog {
  const all: Call[] = [];
  const count = (operations: readonly Operation[]): CallCount => {
    const chosen = all.filter((call) => operations.length === 0 || operations.includes(call.operation));
    return {
      total: chosen.length,
      done: chosen.filter((call) => call.done).length,
      throttled: chosen.filter((call) => call.outcome === 429).length,
    };
  };
  return {
    all,
    count: (...operations) => count(operations),
    byOperation: () => {
      const seen = [...new Set(all.map((call) => call.operation))];
      return Object.fromEntries(seen.map((operation) => [operation, count([operation])]));
    },
    largest: () => all.reduce((most, call) => Math.max(most, call.bytes), 0),
    clear: () => {
      all.length = 0;
    },
  };
}
