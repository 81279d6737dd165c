import { cleanName } from '../../src/domain/text';
import type { Millis } from '../../src/domain/time/calendar';
import { localeOf } from './inbound';
import { channelTitle, greetKey, orgOf, personKey, placeKey } from './keys';
import type { Origin } from './origin';
import { actorOf, type PeopleParts } from './people';
import { markGone, type PlaceParts, placesOfTeam } from './places';
import type { Renderer } from './render';

export interface InstallationParts extends PeopleParts, PlaceParts {
  render: Renderer;
}

/** A person who adds, removes and adds the bot again within this time is greeted once. */
const GREETED_ONCE_WITHIN_MS: Millis = 10 * 60_000;

/** The bot was added to a team or a group chat. */
export async function installed(parts: InstallationParts, origin: Origin): Promise<void> {
  const { tenant, inbound } = origin;
  const place = inbound.channelData?.settings?.selectedChannel?.id ?? origin.place;
  if (place === null) return;
  const name = nameOfPlace(parts, origin);
  await parts.memory.places.update(placeKey(tenant, place), (before) => ({
    serviceUrl: inbound.serviceUrl,
    team: inbound.channelData?.team?.id ?? null,
    posted: before?.posted ?? false,
    few: before?.few ?? [],
    name,
    installers: [...new Set([...(before?.installers ?? []), inbound.from.id])],
  }));
  await parts.inbox.place(orgOf(tenant), place, name);
  // The bot comes back to all channels of a team at once.
  for (const other of await placesOfTeam(parts, origin)) {
    if (other.place !== place) await parts.inbox.place(orgOf(tenant), other.place, other.name);
  }
}

/** The bot was removed from a team, a chat or a person. */
export async function uninstalled(parts: InstallationParts, origin: Origin): Promise<void> {
  const { tenant, inbound, place } = origin;
  if (place === null) {
    const unknown = { serviceUrl: inbound.serviceUrl, locale: null, zone: null, guest: false };
    await parts.memory.persons.update(personKey(tenant, inbound.from.id), (before) => ({
      ...(before ?? unknown),
      chat: null,
    }));
    return;
  }
  const others = (await placesOfTeam(parts, origin)).map((each) => each.place);
  await markGone(parts, origin, new Set([place, ...others]));
}

/** Shows a person who has added the bot what it does. */
export async function greet(parts: InstallationParts, origin: Origin): Promise<void> {
  const { memory, inbox, gateway, render } = parts;
  const key = greetKey(personKey(origin.tenant, origin.inbound.from.id));
  if (!(await memory.claim(origin.tenant, key, GREETED_ONCE_WITHIN_MS))) return;
  const actor = await actorOf(parts, origin);
  if (actor.person.name === '') return;
  await gateway.send(origin.reference, render.toMessage(await inbox.home(actor)));
}

function nameOfPlace({ translate, defaultLocale }: PeopleParts, { inbound }: Origin): string {
  const { channelData, conversation } = inbound;
  const channel = channelData?.settings?.selectedChannel ?? channelData?.channel;
  if (channelData?.team) return cleanName(channelTitle(channelData.team.name ?? '', channel?.name));
  return cleanName(conversation.name ?? translate(localeOf(inbound) ?? defaultLocale, 'teams-adapter.chat'));
}
