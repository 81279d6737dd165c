import { cleanName } from '../../src/domain/text';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import type { PlaceNews } from '../../src/ports/inbox';
import { isFromBot, isSharedChannel, localeOf } from './inbound';
import { channelTitle, greetKey, orgOf, personKey, placeKey } from './keys';
import type { Origin } from './origin';
import { actorOf, type PeopleParts } from './people';
import { markGone, type PlaceParts, placesOfTeam } from './places';
import { unknownPerson } from './records';
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
  const by = await installerOf(parts, origin);
  const team = inbound.channelData?.team?.id ?? null;
  // Who adds the bot to a team adds it to all its channels: the record of the General channel, which is called as the
  // team is, tells who it was.
  for (const each of new Set([place, ...(team === null ? [] : [team])])) {
    await parts.memory.places.update(placeKey(tenant, each), (before) => ({
      serviceUrl: inbound.serviceUrl,
      team,
      posted: before?.posted ?? false,
      few: before?.few ?? [],
      shared: before?.shared ?? false,
      name: each === place ? name : (before?.name ?? null),
      installers: [...new Set([...(before?.installers ?? []), ...(by === null ? [] : [by])])],
    }));
  }
  await parts.inbox.place(orgOf(tenant), place, name, newsOf(origin, by));
  // The bot comes back to all channels of a team at once.
  for (const other of await placesOfTeam(parts, origin)) {
    if (other.place !== place) await parts.inbox.place(orgOf(tenant), other.place, other.name);
  }
}

/**
 * The person who added the bot, if they are a member of the tenant. While Teams does not answer they are kept: who they
 * are is judged again whenever they ask for something.
 */
async function installerOf(
  { memory, directory }: InstallationParts,
  { inbound, tenant, reference }: Origin,
): Promise<string | null> {
  if (isFromBot(inbound)) return null;
  const { id } = inbound.from;
  try {
    const record = await memory.persons.get(personKey(tenant, id));
    const kind = record?.kind ?? (await directory.find(reference, id, { personal: false })).kind;
    return kind === 'person' ? id : null;
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    return error.kind === 'gone' ? null : id;
  }
}

function newsOf({ inbound }: Origin, by: string | null): PlaceNews {
  return { ...(by === null ? {} : { by }), ...(isSharedChannel(inbound) ? { shared: true } : {}) };
}

/** The bot was removed from a team, a chat or a person. */
export async function uninstalled(parts: InstallationParts, origin: Origin): Promise<void> {
  const { tenant, inbound, place } = origin;
  if (place === null) {
    await parts.memory.persons.update(personKey(tenant, inbound.from.id), (before) => ({
      ...(before ?? unknownPerson(inbound.serviceUrl)),
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
