import { cleanName } from '../../src/domain/text';
import type { Inbox } from '../../src/ports/inbox';
import { idOfKey, orgOf, placeKey } from './keys';
import type { Origin } from './origin';
import type { TeamsMemory } from './records';

export interface PlaceParts {
  memory: TeamsMemory;
  inbox: Inbox;
}

/** A place that the core has posted to. */
export interface ServedPlace {
  place: string;
  name: string;
}

/** The channels of the activity's team that the core serves; empty for a group chat. */
export async function placesOfTeam(
  { memory }: Pick<PlaceParts, 'memory'>,
  { tenant, inbound }: Origin,
): Promise<ServedPlace[]> {
  const team = inbound.channelData?.team?.id;
  if (!team) return [];
  const places = await memory.places.list(placeKey(tenant, ''));
  return places
    .filter(({ value }) => value.team === team && value.posted)
    .map(({ key, value }) => ({ place: idOfKey(tenant, key), name: value.name ?? '' }));
}

/** The people who added the bot to a place. A channel's are those of its team, whose id is that of its General channel. */
export async function installersAt(memory: TeamsMemory, tenant: string, place: string): Promise<string[]> {
  const record = await memory.places.get(placeKey(tenant, place));
  const team = record?.team ? await memory.places.get(placeKey(tenant, record.team)) : null;
  return [...new Set([...(team?.installers ?? []), ...(record?.installers ?? [])])];
}

/** Tells the core that the bot has lost the places. */
export async function markGone(
  { inbox }: PlaceParts,
  { tenant }: Origin,
  places: Iterable<string>,
): Promise<void> {
  for (const place of places) await inbox.place(orgOf(tenant), place, null);
}

/** Stores the name of a place that is known here. Only a place that the core serves is renamed in the core, too. */
export async function rename(
  { memory, inbox }: PlaceParts,
  { tenant }: Origin,
  place: string,
  title: string,
): Promise<void> {
  const key = placeKey(tenant, place);
  const before = await memory.places.get(key);
  const name = cleanName(title);
  if (!before || name === '') return;
  await memory.places.update(key, (now) => ({ ...(now ?? before), name }));
  if (before.posted) await inbox.place(orgOf(tenant), place, name);
}
