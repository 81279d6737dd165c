import type { OrgId } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import type { Millis } from '../../domain/time/calendar';
import type { Core } from '../core';
import type { TeamCheck } from './check-team';

const TEAMS_AT_ONCE = 16;
/** Of one organisation: beside others, and when no other has anything to do; the rest is for who comes then. */
const BESIDE_OTHERS = 4;
const ALONE = 12;
/** So many teams are held here; all others wait in the database. */
const HELD = 48;
/** While some are being served, others may have become due. */
const ASK_AGAIN: Millis = 2_000;
/** Who was served is not served anew before: a look that failed asks for as much. */
const SERVE_AGAIN: Millis = 15_000;
/** So many refusals in a row close an organisation: one may be its channel's own. */
const REFUSALS = 2;
/** A refusal names the place of one call; others may have room before. */
const LONGEST_CLOSED: Millis = 5_000;
/** Teams that are put aside together come back one after the other. */
const APART: Millis = 250;
const FARTHEST: Millis = 120_000;

/** An organisation, as far as this round knows it. */
interface Known {
  looking: number;
  refused: number;
  closedUntil: Millis;
  putAside: number;
}

/**
 * Looks at every team that is due, many at once, and the organisations in turn: one with many teams or a full lane
 * holds up no other. Resolves when nothing is due that was not served.
 */
export async function inRounds(
  core: Core,
  goOn: () => boolean,
  look: (team: Team) => Promise<TeamCheck>,
): Promise<void> {
  const { wakeQueue, clock } = core;
  const served = new Map<string, Millis>();
  const orgs = new Map<OrgId, Known>();
  const running = new Set<Promise<void>>();
  let held: Team[] = [];
  let askedAt = Number.NEGATIVE_INFINITY;

  function known(org: OrgId): Known {
    const one = orgs.get(org) ?? { looking: 0, refused: 0, closedUntil: 0, putAside: 0 };
    orgs.set(org, one);
    return one;
  }

  /** They stay due, for the next tick or for others. */
  async function giveBack(team: Team): Promise<void> {
    await sleep(team, clock.now());
  }

  /** Never throws: a look that is not ended ends by itself, and stops no other. */
  async function sleep({ org, id }: Team, wakeAt: Millis): Promise<void> {
    await wakeQueue
      .sleep(org, id, wakeAt, clock.now())
      .catch((err: unknown) => core.log.warn({ err, team: id }, 'look at a team not ended'));
  }

  /** A round may last, as long as a platform takes its time: then whoever was served may be due anew. */
  function wasServed(team: Team): boolean {
    const at = served.get(nameOf(team));
    return at !== undefined && clock.now() - at < SERVE_AGAIN;
  }

  async function ask(): Promise<void> {
    askedAt = clock.now();
    const due = await wakeQueue.due(askedAt, HELD - held.length);
    for (const team of due) {
      if (wasServed(team)) await giveBack(team);
      else held.push(team);
    }
  }

  async function putAside(team: Team, { closedUntil }: Known): Promise<void> {
    const one = known(team.org);
    const wakeAt = closedUntil + Math.min(FARTHEST, one.putAside * APART);
    one.putAside += 1;
    await sleep(team, wakeAt);
  }

  function next(): Team | null {
    const several = new Set([...held.map(({ org }) => org), ...looking()]);
    const most = several.size > 1 ? BESIDE_OTHERS : ALONE;
    let best: Team | null = null;
    for (const team of held) {
      const { looking: count } = known(team.org);
      if (count < most && (best === null || count < known(best.org).looking)) best = team;
    }
    return best;
  }

  function* looking(): Iterable<OrgId> {
    for (const [org, one] of orgs) if (one.looking > 0) yield org;
  }

  async function serve(team: Team): Promise<void> {
    const one = known(team.org);
    if (one.closedUntil > clock.now()) return putAside(team, one);
    one.looking += 1;
    try {
      const { partial, limitedUntil } = await look(team);
      one.refused = limitedUntil === null ? 0 : one.refused + 1;
      if (limitedUntil !== null && one.refused >= REFUSALS && one.closedUntil <= clock.now()) {
        const closedUntil = Math.min(limitedUntil, clock.now() + LONGEST_CLOSED);
        Object.assign(one, { closedUntil, putAside: 1 });
      }
      if (!partial) served.set(nameOf(team), clock.now());
    } finally {
      one.looking -= 1;
    }
  }

  function fill(): void {
    while (running.size < TEAMS_AT_ONCE) {
      const team = next();
      if (!team) return;
      held = held.filter((one) => one !== team);
      const run: Promise<void> = serve(team).finally(() => running.delete(run));
      running.add(run);
    }
  }

  /** Somebody who takes long holds up nobody who becomes due meanwhile. */
  async function oneEnded(): Promise<void> {
    let cancel = () => {};
    const later = new Promise<void>((resolve) => {
      cancel = core.after(ASK_AGAIN, resolve);
    });
    await Promise.race([...running, later]).finally(() => cancel());
  }

  try {
    while (goOn()) {
      const stale = clock.now() - askedAt >= ASK_AGAIN && held.length < HELD / 2;
      if (held.length < HELD && (next() === null || stale)) await ask();
      fill();
      if (running.size === 0) break;
      await oneEnded();
    }
  } finally {
    // Also where the database is away: no look goes on once the round is over. What is not given back ends by itself.
    await Promise.allSettled(running);
    await Promise.allSettled(held.map(giveBack));
  }
}

function nameOf({ org, id }: Team): string {
  return `${org}|${id}`;
}
