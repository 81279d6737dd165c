import { ownerAt } from '../../domain/people/addresses';
import type { OrgId, Person } from '../../domain/people/person';
import { rosterOf } from '../../domain/people/roster';
import { placeAt, slotAt, slotsOf } from '../../domain/teams/channels';
import { isShared } from '../../domain/teams/sharing';
import type { Team } from '../../domain/teams/team';
import type { Place } from '../../ports/chat';
import type { PlacesSeen, Readdress } from '../../ports/inbox';
import type { Ports } from '../core';
import { isChatFault } from '../delivery/outcome';
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
 * and people where only its address changed, else it gets a welcome; one that is back is served again; one that is not
 * listed is lost. What the platform does not tell now is left to the next comparison.
 */
export async function membershipsSeen(
  core: Ports<PresenceNeeds>,
  org: OrgId,
  { places, readdress, part = org }: PlacesSeen,
): Promise<void> {
  const teams = await core.teams.list(org);
  const served = teams.flatMap((team) =>
    slotsOf(team).map((slot) => ({ team, place: placeAt(team, slot), name: team.name })),
  );
  const isListed = new Set(places.map(({ place }) => place));
  const isServed = new Set(served.map(({ place }) => place));
  const lost = served.filter(({ place }) => ownerAt(org, place) === part && !isListed.has(place));
  const added = places.filter(({ place }) => !isServed.has(place));
  const later = new Set<Place>();
  for (const { team, place: from, name } of lost) {
    const to = onlyOne(lost, name) && onlyOne(added, name)?.place;
    const isSame = to ? await hasPeopleOf(core, team, to) : false;
    if (to && isSame === 'unknown') later.add(to);
    else if (to && isSame) await placeMoved(core, org, { from, to, readdress });
    else await placeChanged(core, { org, place: from, name: null, about: {} });
  }
  for (const seen of places) if (!later.has(seen.place)) await placeSeen(core, org, teams, seen);
}

async function placeSeen(
  core: Ports<PresenceNeeds>,
  org: OrgId,
  teams: readonly Team[],
  { place, name, shared }: PlacesSeen['places'][number],
): Promise<void> {
  const team = teams.find((one) => slotAt(one, place) !== null);
  // What is known already is not told again: an administrator may have agreed to it since.
  const isNews = shared !== undefined && (!team || isShared(team) !== shared);
  await placeChanged(core, { org, place, name, about: isNews ? { shared } : {} });
}

/**
 * Whether most people of the place are the team's, and most of the team's are there. Anybody can make a channel with the
 * name of one that is gone: they must not get its days, which may show names.
 */
async function hasPeopleOf(
  core: Ports<'chat' | 'people' | 'log'>,
  { org, id, settings }: Team,
  place: Place,
): Promise<boolean | 'unknown'> {
  const known = new Set((await core.people.roster(org, id)).map((member) => member.id));
  const there: Person[] = [];
  try {
    for await (const person of core.chat.roster(org, place)) there.push(person);
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn({ err: error, team: id }, 'not known who is in a channel that may be this team’s');
    return 'unknown';
  }
  const roster = rosterOf(there, settings);
  const same = roster.filter((person) => known.has(person.id)).length;
  return 2 * same > Math.max(known.size, roster.length);
}

/** The one place of this name; null where there are several, or none. */
function onlyOne<T extends { name: string }>(places: readonly T[], name: string): T | null {
  const [found, another] = places.filter((one) => one.name === name);
  return found && !another ? found : null;
}
