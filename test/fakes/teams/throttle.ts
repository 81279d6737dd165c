/* The published limits, as sliding windows. */

/** At most `most` operations in any span of `seconds`. */
export interface Limit {
  seconds: number;
  most: number;
}

export type Bucket = 'send' | 'create' | 'members' | 'conversations' | 'tenant';

const WRITES: Limit[] = [
  { seconds: 1, most: 7 },
  { seconds: 2, most: 8 },
  { seconds: 30, most: 60 },
  { seconds: 3600, most: 1800 },
];
const READS: Limit[] = [
  { seconds: 1, most: 14 },
  { seconds: 2, most: 16 },
  { seconds: 30, most: 120 },
  { seconds: 3600, most: 3600 },
];

/** Limits of a conversation, and of a tenant. */
export const TEAMS_LIMITS: Record<Bucket, Limit[]> = {
  send: WRITES,
  create: WRITES,
  members: READS,
  conversations: READS,
  tenant: [{ seconds: 1, most: 50 }],
};

/** Counts an operation against all its buckets. If one is full, it counts against none, and the wait is returned, in seconds. */
export interface Throttle {
  take(buckets: readonly { bucket: Bucket; key: string }[]): number | null;
}

export function makeThrottle(now: () => number, limits: Record<Bucket, Limit[]>): Throttle {
  const taken = new Map<string, number[]>();

  /** The instants that still count, oldest first. */
  function recent(bucket: Bucket, key: string, at: number): number[] {
    const span = Math.max(0, ...limits[bucket].map((limit) => limit.seconds)) * 1000;
    const name = `${bucket} ${key}`;
    const kept = (taken.get(name) ?? []).filter((each) => each > at - span);
    taken.set(name, kept);
    return kept;
  }

  return {
    take(buckets) {
      const at = now();
      const logs = buckets.map(({ bucket, key }) => ({ bucket, log: recent(bucket, key, at) }));
      const waits = logs.flatMap(({ bucket, log }) => limits[bucket].map((limit) => waitFor(limit, log, at)));
      const wait = Math.max(0, ...waits);
      if (wait > 0) return Math.max(1, Math.ceil(wait / 1000));
      for (const { log } of logs) log.push(at);
      return null;
    },
  };
}

/** Milliseconds until the window allows one more. */
function waitFor(limit: Limit, log: readonly number[], at: number): number {
  const oldest = log[log.length - limit.most];
  if (oldest === undefined) return 0;
  return Math.max(0, oldest + limit.seconds * 1000 - at);
}
