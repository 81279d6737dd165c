import type { Millis } from '../../domain/time/calendar';
import { AT_ONCE, type DueTeam } from '../../ports/store/wake-queue';
import type { Ports } from '../core';
import type { TeamCheck } from './check-team';
import { TeamQueue } from './team-queue';

const TEAMS_AT_ONCE = 16;
/** Teams leased by this process; all others wait in the database. */
const MOST_LEASED = 48;
/** While some teams are being checked, others may become due. */
const ASK_AGAIN_MS: Millis = 2_000;
/** A team is not checked twice within this time: a check that failed asks for as much. */
const CHECK_AGAIN_MS: Millis = 15_000;

type RoundPorts = Ports<'wakeQueue' | 'clock' | 'after' | 'log'>;

/**
 * Checks every team that is due, many at once, the organisations in turn: one with many teams, or whose platform takes
 * no calls, holds up no other. Resolves when nothing is due that was not checked, or once `goOn` returns false and
 * the running checks have ended. Throws the database's fault, and what `check` throws.
 */
export function checkDueTeams(
  ports: RoundPorts,
  goOn: () => boolean,
  check: (team: DueTeam) => Promise<TeamCheck>,
): Promise<void> {
  return new CheckRound(ports, check).run(goOn);
}

class CheckRound {
  readonly #ports: RoundPorts;
  readonly #check: (team: DueTeam) => Promise<TeamCheck>;
  readonly #queue = new TeamQueue();
  readonly #running = new Set<Promise<void>>();
  readonly #checkedAt = new Map<string, Millis>();
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(ports: RoundPorts, check: (team: DueTeam) => Promise<TeamCheck>) {
    this.#ports = ports;
    this.#check = check;
  }

  async run(goOn: () => boolean): Promise<void> {
    try {
      while (goOn()) {
        if (this.#wantsMore()) await this.#leaseDue();
        this.#beginChecks();
        if (this.#running.size === 0) break;
        await this.#oneEnded();
      }
    } finally {
      // Also while the database is away: no check outlives its round. A lease that is not ended expires.
      await Promise.allSettled(this.#running);
      await Promise.allSettled(this.#queue.takeAll().map((team) => this.#giveBack(team)));
    }
  }

  #wantsMore(): boolean {
    if (this.#queue.size >= MOST_LEASED) return false;
    if (!this.#queue.hasNext()) return true;
    return this.#ports.clock.now() - this.#askedAt >= ASK_AGAIN_MS && this.#queue.size < MOST_LEASED / 2;
  }

  async #leaseDue(): Promise<void> {
    this.#askedAt = this.#ports.clock.now();
    const due = await this.#ports.wakeQueue.due(this.#askedAt, MOST_LEASED - this.#queue.size);
    for (const team of due) {
      if (this.#wasChecked(team)) await this.#giveBack(team);
      else this.#queue.add(team);
    }
  }

  /** A round lasts as long as its slowest platform: until then a team that was checked may be due again. */
  #wasChecked(team: DueTeam): boolean {
    const at = this.#checkedAt.get(nameOf(team));
    return at !== undefined && this.#ports.clock.now() - at < CHECK_AGAIN_MS;
  }

  #beginChecks(): void {
    while (this.#running.size < TEAMS_AT_ONCE) {
      const team = this.#queue.take();
      if (!team) return;
      const run: Promise<void> = this.#checkOne(team).finally(() => this.#running.delete(run));
      this.#running.add(run);
    }
  }

  async #checkOne(team: DueTeam): Promise<void> {
    const { clock } = this.#ports;
    const load = this.#queue.loadOf(team.org);
    if (load.isClosed(clock.now())) return this.#sleep(team, load.nextReturn());
    load.begin();
    try {
      const { partial, limitedUntil } = await this.#check(team);
      load.refused(limitedUntil, clock.now());
      if (!partial) this.#checkedAt.set(nameOf(team), clock.now());
    } finally {
      load.end();
    }
  }

  /** Resolves after a while at the latest: a slow check does not hold up teams that become due. */
  async #oneEnded(): Promise<void> {
    let cancel = () => {};
    const later = new Promise<void>((resolve) => {
      cancel = this.#ports.after(ASK_AGAIN_MS, resolve);
    });
    await Promise.race([...this.#running, later]).finally(() => cancel());
  }

  /** The team stays due, for the next round or for other processes. */
  async #giveBack(team: DueTeam): Promise<void> {
    await this.#sleep(team, team.woken ? AT_ONCE : this.#ports.clock.now());
  }

  /** Never throws: a lease that is not ended expires, and one team stops no other. */
  async #sleep({ org, id }: DueTeam, wakeAt: Millis): Promise<void> {
    const { wakeQueue, clock, log } = this.#ports;
    await wakeQueue
      .sleep(org, id, wakeAt, clock.now())
      .catch((err: unknown) => log.warn({ err, team: id }, 'check of a team not ended'));
  }
}

function nameOf({ org, id }: DueTeam): string {
  return `${org}|${id}`;
}
