import type { Millis } from '../../domain/time/calendar';

/** So many refusals in a row close an organisation: a single one may concern one channel alone. */
const REFUSALS = 2;
/** A refusal is about one call; others may go through earlier than it says. */
const LONGEST_CLOSED_MS: Millis = 5_000;
/** Teams that are put aside together come back one after the other. */
const APART_MS: Millis = 250;
const FARTHEST_MS: Millis = 120_000;

/** How busy one organisation is in this round of checks, and whether its platform takes calls. */
export class OrganisationLoad {
  #checks = 0;
  #refusals = 0;
  #closedUntil: Millis = 0;
  #putAside = 0;

  /** Checks that are running. */
  get checks(): number {
    return this.#checks;
  }

  begin(): void {
    this.#checks += 1;
  }

  end(): void {
    this.#checks -= 1;
  }

  /** A check was refused by the platform until an instant, or was not (null). */
  refused(until: Millis | null, now: Millis): void {
    this.#refusals = until === null ? 0 : this.#refusals + 1;
    if (until === null || this.#refusals < REFUSALS || this.isClosed(now)) return;
    this.#closedUntil = Math.min(until, now + LONGEST_CLOSED_MS);
    this.#putAside = 1;
  }

  /** Whether checks of the organisation would be refused now. */
  isClosed(now: Millis): boolean {
    return this.#closedUntil > now;
  }

  /** When the next team that is put aside is due again (epoch ms). */
  nextReturn(): Millis {
    const at = this.#closedUntil + Math.min(FARTHEST_MS, this.#putAside * APART_MS);
    this.#putAside += 1;
    return at;
  }
}
