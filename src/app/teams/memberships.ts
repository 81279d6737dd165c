import { ownerAt } from '../../domain/people/addresses';
import type { OrgId } from '../../domain/people/person';
import { placeAt, slotAt, slotsOf } from '../../domain/teams/channels';
import { isShared } from '../../domain/teams/sharing';
import type { Place } from '../../ports/chat';
import type { PlacesSeen, Readdress } from '../../ports/inbox';
import type { Ports } from '../core';
import { type PresenceNeeds, placeChanged } from './presence';
import { syncRoster } from './roster';

/*
 * Where the bot is, as the platform lists it: of what happened while the bot was away no event tells.
 */

/** A place has another address now: its team goes on there, with its settings and what it has posted. */
export async function placeMoved(
  core: Ports<PresenceNeeds>,
  org: OrgId,
  { from, to, readdress }: { from: Place; to: Place; readdress: Readdress },
): Promise<void> {
  const team = await core.teams.move(org, from, to, readdress);
  if (!team) return;
  await core.ledger.hurry(org, team.id);
  await syncRoster(core, team);
}

/**
 * Compares the teams of one platform with the places in which the bot is. A place that is new has another team's name
 * where only its address changed, else it gets a welcome; one that is back is served again; one that is not listed is
 * lost.
 */
export async function membershipsSeen(
  core: Ports<PresenceNeeds>,
  org: OrgId,
  { places, readdress, part = org }: PlacesSeen,
): Promise<void> {
  const teams = await core.teams.list(org);
  const served = teams.flatMap((team) =>
    slotsOf(team).map((slot) => ({ place: placeAt(team, slot), name: team.name })),
  );
  const isListed = new Set(places.map(({ place }) => place));
  const isServed = new Set(served.map(({ place }) => place));
  const lost = served.filter(({ place }) => ownerAt(org, place) === part && !isListed.has(place));
  const added = places.filter(({ place }) => !isServed.has(place));
  for (const { place: from, name } of lost) {
    const to = onlyOne(lost, name) && onlyOne(added, name)?.place;
    if (to) await placeMoved(core, org, { from, to, readdress });
    else await placeChanged(core, { org, place: from, name: null, about: {} });
  }
  for (const { place, name, shared } of places) {
    const team = teams.find((one) => slotAt(one, place) !== null);
    // What is known already is not told again: an administrator may have agreed to it since.
    const isNews = shared !== undefined && (!team || isShared(team) !== shared);
    await placeChanged(core, { org, place, name, about: isNews ? { shared } : {} });
  }
}

/** The one place of this name; null where there are several, or none. */
function onlyOne<T extends { name: string }>(places: readonly T[], name: string): T | null {
  const [found, another] = places.filter((one) => one.name === name);
  return found && !another ? found : null;
}
