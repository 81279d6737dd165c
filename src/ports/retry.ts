export interface RetryOptions {
  /** How often the work is tried in all, at least once. */
  attempts: number;
  /** Whether another attempt may succeed. */
  isRetryable: (error: unknown) => boolean;
  /** Runs before each further attempt; `failed` counts the attempts so far, from 1. */
  beforeRetry?: (error: unknown, failed: number) => Promise<void>;
}

/** Repeats the work until it succeeds. Throws its last error after the last attempt, or one that is not retryable. */
export async function retry<T>(
  work: () => Promise<T>,
  { attempts, isRetryable, beforeRetry }: RetryOptions,
): Promise<T> {
  for (let failed = 1; ; failed += 1) {
    try {
      return await work();
    } catch (error) {
      if (failed >= attempts || !isRetryable(error)) throw error;
      await beforeRetry?.(error, failed);
    }
  }
}
