import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * The way requests are offered. `connections`: each connection sends its next request as soon as it has an answer.
 * `perSecond`: at a constant rate, whether answers come or not; times then count from when a request was due.
 */
type Plan = { connections: number } | { perSecond: number };

export interface Load {
  port: number;
  /** Whole HTTP requests. */
  requests: readonly string[];
  plan: Plan;
}

export interface LoadResult {
  /** From the first request to the last answer. */
  elapsedMs: number;
  /** Of each request until its answer was complete, ascending. */
  timesMs: number[];
  statuses: Record<string, number>;
}

/** Loads a server from a thread of its own. Throws where anything but 200 was answered: that would measure nothing. */
export async function load(job: Load): Promise<LoadResult> {
  const worker = new Worker(join(__dirname, 'load-worker.js'), { workerData: job });
  const result = await new Promise<LoadResult>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  if (result.statuses['200'] === job.requests.length) return result;
  throw new Error(`answers by status: ${JSON.stringify(result.statuses)}`);
}

export function rateOf({ timesMs, elapsedMs }: LoadResult): number {
  return (timesMs.length * 1_000) / elapsedMs;
}

/** `share` 0.99: 99 of 100 took no longer. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN;
}
