import { dayAt, type Millis } from '../../domain/time/calendar';
import type { PollKey } from '../../ports/store/edits';
import { type Ports, REFRESH_DELAY } from '../core';
import { type EditTurnNeeds, editInTurn, type Retry } from './edit-turn';

/** After so many faults in a row an edit is tried less often, and no more once the day is surely over. */
const MANY_FAULTS = 40;
const SELDOM_MS: Millis = 60_000;
const SURELY_OVER_MS: Millis = 48 * 3_600_000;

/** The ports to keep the messages of polls up to date. */
export type UpkeepNeeds = EditTurnNeeds | 'metrics' | 'after';

/** Keeps the messages of one poll up to date: changes gather for a moment, then one edit shows them all. */
export class Upkeep {
  readonly #ports: Ports<UpkeepNeeds>;
  readonly #poll: PollKey;
  /** Called once there is nothing left to edit. */
  readonly #onIdle: () => void;
  /** Whether something changed since the last edit began. */
  #changed = true;
  /** See `Retry`. */
  #shown: number | null = null;
  /** Tries in a row that ended in a fault. */
  #faults = 0;
  #cancelTimer: (() => void) | null = null;
  #editing: Promise<void> | null = null;

  constructor(ports: Ports<UpkeepNeeds>, poll: PollKey, onIdle: () => void) {
    this.#ports = ports;
    this.#poll = poll;
    this.#onIdle = onIdle;
  }

  /** The poll changed: an edit begins after a moment. */
  touch(): void {
    this.#changed = true;
    this.#shown = null;
    this.#schedule(REFRESH_DELAY);
  }

  /** Resolves when the edit that is running has ended. */
  async ended(): Promise<void> {
    await this.#editing;
  }

  /** Begins the edit that waits, if one does. */
  flush(): void {
    if (this.#changed && !this.#editing) this.#begin();
  }

  #schedule(delayMs: Millis): void {
    if (!this.#editing) this.#cancelTimer ??= this.#ports.after(delayMs, () => this.#begin());
  }

  #begin(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#changed = false;
    this.#editing = editInTurn(this.#ports, this.#poll, this.#shown).then((retry) => this.#goOn(retry));
  }

  #goOn(retry: Retry | null): void {
    this.#editing = null;
    this.#faults = retry?.isFault ? this.#faults + 1 : 0;
    if (retry && !this.#isHopeless()) this.#putOff(retry);
    else if (this.#changed) this.#schedule(REFRESH_DELAY);
    else this.#onIdle();
  }

  /** A change made while the edit ran is newer than the edit it was compared with. */
  #putOff({ waitMs, shown }: Retry): void {
    this.#shown = this.#changed ? null : shown;
    this.#changed = true;
    this.#schedule(this.#faults < MANY_FAULTS ? waitMs : Math.max(waitMs, SELDOM_MS));
  }

  /** The end of the day is a task of the ledger, which brings the messages up to date for good. */
  #isHopeless(): boolean {
    return (
      this.#faults >= MANY_FAULTS && this.#poll.day < dayAt(this.#ports.clock.now() - SURELY_OVER_MS, 'UTC')
    );
  }
}
