import type { Log } from '../ports/log';

/**
 * The parts in the order in which they stop. The platforms stop before the schedules: calls that wait for a platform's
 * rate limit then give up, and the running tick, which waits for them, can end.
 */
const STOP_ORDER = ['server', 'platforms', 'schedules', 'clock', 'edits', 'database'] as const;

export type Part = (typeof STOP_ORDER)[number];
export type Readiness = 'starting' | 'serving' | 'stopping';
type Step = () => Promise<void> | void;

export interface LifecycleParts {
  log: Log;
  /** Resolves once the load balancer has had time to notice that this process stops. */
  drain: () => Promise<void>;
}

/** Whether the bot can serve, and the steps that stop it in order. */
export class Lifecycle {
  readonly #log: Log;
  readonly #drain: () => Promise<void>;
  readonly #steps: { part: Part; step: Step }[] = [];
  #readiness: Readiness = 'starting';

  constructor({ log, drain }: LifecycleParts) {
    this.#log = log;
    this.#drain = drain;
  }

  get readiness(): Readiness {
    return this.#readiness;
  }

  get stopping(): boolean {
    return this.#readiness === 'stopping';
  }

  /** Adds a step for `stop`. Steps of one part run in the order in which they were added, one after the other. */
  onStop(part: Part, step: Step): void {
    this.#steps.push({ part, step });
  }

  /** Every part has started. */
  serving(): void {
    if (!this.stopping) this.#readiness = 'serving';
  }

  /**
   * Takes back the readiness, drains, then runs every step in the order of the parts. Requests that were taken are
   * answered and acknowledged votes are committed. A step that throws is logged and stops no other.
   */
  async stop(): Promise<void> {
    this.#readiness = 'stopping';
    await this.#try(this.#drain);
    for (const part of STOP_ORDER) await this.stopOnly(part);
  }

  /** Runs the steps of one part, as after a start that failed. */
  async stopOnly(part: Part): Promise<void> {
    for (const { step } of this.#steps.filter((each) => each.part === part)) await this.#try(step);
  }

  async #try(step: Step): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.#log.error({ err: error }, 'a part did not stop as it should');
    }
  }
}
