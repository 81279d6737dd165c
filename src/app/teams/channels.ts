import type { OtherPlace, Team, Trouble } from '../../domain/teams/settings';
import type { Place } from '../../ports/chat';
import type { Channel, TaskKind } from '../../ports/store/ledger';

/*
 * A team is in one place, or in two on different platforms. What is posted for it is posted in each, as a task of its
 * own in the ledger: one place that is out of reach does not stop the other.
 */

/** One of a team's places. */
export type Spot = Channel;

/** What is posted in the channel; everything else is done once a team. */
const POSTED: ReadonlySet<TaskKind> = new Set(['announce', 'open', 'close', 'report']);

export function spotsOf({ also }: Team): Spot[] {
  return also ? ['first', 'second'] : ['first'];
}

/** Where the team can be posted to now. */
export function openSpots(team: Team): Spot[] {
  return spotsOf(team).filter((spot) => troubleAt(team, spot) === null);
}

/** Where a task is to be done: nothing where the platform refuses posts. */
export function spotsFor(team: Team, kind: TaskKind): Spot[] {
  const open = openSpots(team);
  return POSTED.has(kind) ? open : open.slice(0, 1).map(() => 'first');
}

export function placeAt({ place, also }: Team, spot: Spot): Place {
  return spot === 'second' && also ? also.place : place;
}

/** Which of its places this is; null: none. */
export function spotOf({ place, also }: Team, at: Place | null): Spot | null {
  if (at === null) return null;
  if (place === at) return 'first';
  return also?.place === at ? 'second' : null;
}

export function troubleAt({ trouble, also }: Team, spot: Spot): Trouble | null {
  return spot === 'first' ? trouble : (also?.trouble ?? null);
}

export function withTrouble(team: Team, spot: Spot, trouble: Trouble | null): Team {
  if (spot === 'first') return { ...team, trouble };
  return { ...team, also: team.also && ({ ...team.also, trouble } satisfies OtherPlace) };
}
