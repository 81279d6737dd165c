import { type Retention, retentionAt } from '../../domain/agenda';
import type { Ports } from '../core';

/** Portions of one tick: the next one goes on. */
const PORTIONS = 20;

/** Deletes what is older than the retention, once a day. Any number of processes may do so at once. */
export class Sweep {
  readonly #ports: Ports<'retention' | 'retentionMonths' | 'clock' | 'defaults' | 'log'>;
  #done: Retention | null = null;

  constructor(ports: Ports<'retention' | 'retentionMonths' | 'clock' | 'defaults' | 'log'>) {
    this.#ports = ports;
  }

  /** Does a share of what is due now. A fault is logged, and the next tick tries again. */
  async run(): Promise<void> {
    const { retention, retentionMonths, clock, defaults, log } = this.#ports;
    const due = retentionAt(clock.now(), defaults.zone, retentionMonths);
    if (due.cutoff.day === this.#done?.cutoff.day || clock.now() < due.dueAt) return;
    try {
      for (let portion = 0; portion < PORTIONS; portion += 1) {
        if (await retention.sweep(due.cutoff)) continue;
        this.#done = due;
        return;
      }
    } catch (error) {
      log.warn({ err: error }, 'old rows not deleted; trying again');
    }
  }
}
