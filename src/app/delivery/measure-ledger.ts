import type { Metrics } from '../../ports/metrics';
import type { Ledger } from '../../ports/store/ledger';

/** Counts the outcomes that the ledger records. One that came too late to be recorded is not counted. */
export function measureLedger(ledger: Ledger, metrics: Metrics): Ledger {
  return {
    ...ledger,
    async finish(task, attempt, outcome, at) {
      const recorded = await ledger.finish(task, attempt, outcome, at);
      if (recorded) metrics.count({ what: 'task', kind: task.kind, outcome: outcome.state });
      return recorded;
    },
    async release(task, attempt, delayMs, mayHaveBeenSent) {
      await ledger.release(task, attempt, delayMs, mayHaveBeenSent);
      // Without a delay the task only waits for its turn.
      if (delayMs > 0) metrics.count({ what: 'task', kind: task.kind, outcome: 'put-off' });
    },
  };
}
