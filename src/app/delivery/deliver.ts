import type { Millis } from '../../domain/time/calendar';
import type { Post, PostKey } from '../../ports/chat';
import type { Claim, Outcome, TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { isRepeatable, type RetriedBy, type Retry, verdictOf } from './outcome';
import { LEASE_MS, RENEW_MS } from './timing';
import { writeOutcome } from './write-outcome';

/** What is sent to one of many members: that one cannot be reached needs no operator. */
const TO_ONE_MEMBER: ReadonlySet<TaskKey['kind']> = new Set(['reminder', 'private-poll', 'snoozed']);

/** The ports to claim a task and to record what became of it. */
export type DeliveryNeeds = 'ledger' | 'clock' | 'after' | 'log';

/** The task cannot be done yet, for a reason that is not a fault. */
export interface Later {
  state: 'later';
  afterMs: Millis;
  /** The platform takes no more calls of the organisation for now. */
  limited: boolean;
}

/**
 * Does a task, or a share of a long one (`partial`: the rest is done in a later turn, under a new claim). A fault it
 * throws is judged by `verdictOf`.
 */
export type Work = (task: ClaimedTask) => Promise<Outcome | 'partial' | Later>;

/** What a claimed task came to. */
export type Delivered = { state: 'ended'; outcome: Outcome } | { state: 'partial' } | PutOff;

/** The task was given back. `fault` is what made it so; null: the work itself asked for it. */
export interface PutOff extends Pick<Retry, 'afterMs' | 'limited' | 'refusal'> {
  state: 'put-off';
  fault: unknown;
}

/**
 * Does a task under a claim, and records what became of it. Null: the task is finished, waits for its time, or is
 * claimed by another process. Throws the database's fault where the task could not be claimed, or its outcome not be
 * recorded.
 */
export async function deliver(
  ports: Ports<DeliveryNeeds>,
  key: TaskKey,
  work: Work,
  retriedBy?: RetriedBy,
): Promise<Delivered | null> {
  const task = await claimTask(ports, key);
  return task?.run(work, retriedBy) ?? null;
}

/** Claims a task which the caller must run or give back; null: as in `deliver`. */
export async function claimTask(ports: Ports<DeliveryNeeds>, key: TaskKey): Promise<ClaimedTask | null> {
  const claim = await ports.ledger.claim(key, LEASE_MS);
  return claim && new ClaimedTask(ports, key, claim);
}

/** A task which this process has claimed: claim, sending, send, then finish or give back. */
export class ClaimedTask {
  readonly key: TaskKey;
  readonly #ports: Ports<DeliveryNeeds>;
  readonly #claim: Claim;
  #asked = false;
  #ended = false;

  constructor(ports: Ports<DeliveryNeeds>, key: TaskKey, claim: Claim) {
    this.key = key;
    this.#ports = ports;
    this.#claim = claim;
  }

  /** Whether an earlier attempt may have reached the platform. */
  get mayHaveBeenSent(): boolean {
    return this.#claim.mayHaveBeenSent;
  }

  /**
   * Sends the task's message by `ask`. Before the platform is asked, the ledger notes that it may be: a process that
   * dies from here on leaves the outcome unknown. Throws what `ask` throws, and where another process has taken over.
   */
  async send(ask: (key: PostKey) => Promise<Post>): Promise<Outcome> {
    const { attempt, mayHaveBeenSent, postId: id } = this.#claim;
    const held = await this.#ports.ledger.sending(this.key, attempt, LEASE_MS);
    if (!held) throw new Error('this took too long: another process has taken the task over');
    this.#asked = true;
    const repeatable = isRepeatable(this.key.kind);
    return { state: 'done', post: await ask({ id, mayHaveBeenSent, repeatable }) };
  }

  /** Does the work, and keeps the task's lease meanwhile. */
  async run(work: Work, retriedBy: RetriedBy = 'ledger'): Promise<Delivered> {
    const stop = this.#keepLease();
    try {
      return await this.#close(await work(this));
    } catch (fault) {
      return await this.#afterFault(fault, retriedBy);
    } finally {
      stop();
    }
  }

  /**
   * Lets the task be claimed again at once. Does nothing where it was finished or given back before. Never throws: where
   * the database stays away, the lease runs out by itself.
   */
  async giveBack(): Promise<void> {
    if (this.#ended) return;
    const { log } = this.#ports;
    await this.#release(0, this.#claim.mayHaveBeenSent).catch((err: unknown) =>
      log.warn({ err, team: this.key.team, kind: this.key.kind }, 'task not given back'),
    );
  }

  async #close(result: Outcome | 'partial' | Later): Promise<Delivered> {
    if (result === 'partial') {
      await this.#release(0, this.#claim.mayHaveBeenSent);
      return { state: 'partial' };
    }
    if (result.state !== 'later') {
      await this.#finish(result);
      return { state: 'ended', outcome: result };
    }
    const { afterMs, limited } = result;
    await this.#release(afterMs, this.#claim.mayHaveBeenSent);
    return { state: 'put-off', afterMs, limited, refusal: null, fault: null };
  }

  async #afterFault(fault: unknown, retriedBy: RetriedBy): Promise<Delivered> {
    const { attempt, mayHaveBeenSent } = this.#claim;
    const asked = this.#asked;
    const verdict = verdictOf(fault, { kind: this.key.kind, attempt, mayHaveBeenSent, asked, retriedBy });
    this.#tell(fault, verdict);
    if (verdict.state !== 'retry') {
      await this.#finish(verdict);
      return { state: 'ended', outcome: verdict };
    }
    await this.#release(retriedBy === 'ledger' ? verdict.afterMs : 0, verdict.mayHaveBeenSent);
    const { afterMs, limited, refusal } = verdict;
    return { state: 'put-off', afterMs, limited, refusal, fault };
  }

  /** A call that waits for the platform's limits needs no attention; one person's fault does not fail the task. */
  #tell(fault: unknown, verdict: Retry | Outcome): void {
    const { team, kind, day } = this.key;
    const fields = { err: fault, team, kind, day, attempt: this.#claim.attempt };
    if (verdict.state === 'retry' && verdict.limited) this.#ports.log.debug(fields, 'task put off');
    else if (TO_ONE_MEMBER.has(kind)) this.#ports.log.warn(fields, 'private message not sent');
    else this.#ports.log.error(fields, 'task failed');
  }

  async #finish(outcome: Outcome): Promise<void> {
    const { ledger, clock } = this.#ports;
    this.#ended = true;
    await writeOutcome(this.#ports, this.key, () =>
      ledger.finish(this.key, this.#claim.attempt, outcome, clock.now()),
    );
  }

  async #release(delayMs: Millis, mayHaveBeenSent: boolean): Promise<void> {
    this.#ended = true;
    await writeOutcome(this.#ports, this.key, () =>
      this.#ports.ledger.release(this.key, this.#claim.attempt, delayMs, mayHaveBeenSent),
    );
  }

  /** A large channel's members take longer to list than a lease should last. */
  #keepLease(): () => void {
    const { ledger, after, log } = this.#ports;
    const renew = () => {
      cancel = after(RENEW_MS, renew);
      ledger
        .renew(this.key, this.#claim.attempt, LEASE_MS)
        .catch((err: unknown) => log.warn({ err, team: this.key.team }, 'lease of a task not renewed'));
    };
    let cancel = after(RENEW_MS, renew);
    return () => cancel();
  }
}
