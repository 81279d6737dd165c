import { type Retention, retentionAt } from '../../domain/retention';
import type { Cutoff, Departed } from '../../ports/store/retention';
import type { Ports } from '../core';
import { isChatFault } from '../delivery/outcome';

/** Portions of one tick: the next one goes on. */
const PORTIONS = 20;

type Needs = Ports<'chat' | 'retention' | 'retentionMonths' | 'clock' | 'defaults' | 'log'>;

/** Deletes what is older than the retention, once a day. Any number of processes may do so at once. */
export class Sweep {
  readonly #ports: Needs;
  #done: Retention | null = null;

  constructor(ports: Needs) {
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
        if (await this.#removeDeparted(due.cutoff)) continue;
        this.#done = due;
        return;
      }
    } catch (error) {
      log.warn({ err: error }, 'old rows not deleted; trying again');
    }
  }

  /** Removes some people who left, from the adapters' records first: those are found by the ids that the store knows. */
  async #removeDeparted(before: Cutoff): Promise<boolean> {
    const { retention } = this.#ports;
    const people = await retention.departed(before);
    for (const one of people) {
      await this.#forgetInChat(one);
      await retention.remove(one, before);
    }
    return people.length > 0;
  }

  /** The platform may not be configured any more: then the store's rows go alone. */
  async #forgetInChat({ org, person }: Departed): Promise<void> {
    const { chat, log } = this.#ports;
    try {
      await chat.forget(org, person);
    } catch (error) {
      if (!isChatFault(error)) throw error;
      log.warn({ err: error }, 'records of a person who left were not deleted by their platform');
    }
  }
}
