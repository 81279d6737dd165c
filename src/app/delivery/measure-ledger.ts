import type { Metrics } from '../../ports/metrics';
import type { Ledger } from '../../ports/store/ledger';

/** The ledger, whose outcomes are also counted. An outcome that came too late to be recorded is not. */
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
      // Without a delay it only gives others their turn.
      if (delayMs > 0) metrics.count({ what: 'task', kind: task.kind, outcome: 'put-off' });
    },
  };
}
