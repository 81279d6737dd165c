import { isBot } from './inbound';
import { greet, type InstallationParts, installed, uninstalled } from './installations';
import { channelTitle, ownNameOf } from './keys';
import { joined, left, type MemberParts } from './members';
import type { Origin } from './origin';
import { markGone, type PlaceParts, placesOfTeam, rename } from './places';

export interface EventParts extends InstallationParts, MemberParts, PlaceParts {}

/** `conversationUpdate`: members came or went, or a team or a channel changed. */
export async function followConversation(parts: EventParts, origin: Origin): Promise<void> {
  const { inbound } = origin;
  const added = inbound.membersAdded ?? [];
  const removed = inbound.membersRemoved ?? [];
  if (added.some((account) => isBot(inbound, account))) {
    // Only the installation update says which language a person reads: they are greeted then.
    return origin.place === null ? undefined : installed(parts, origin);
  }
  if (removed.some((account) => isBot(inbound, account))) return uninstalled(parts, origin);
  if (origin.place === null) return;
  if (added.length > 0) await joined(parts, origin, added);
  if (removed.length > 0) await left(parts, origin, removed);
  await followChannel(parts, origin);
}

/** `installationUpdate`: repeats a conversation update for teams and chats; for people only this one always comes. */
export async function followInstallation(parts: EventParts, origin: Origin): Promise<void> {
  const action = origin.inbound.action ?? '';
  if (action.startsWith('add'))
    return origin.place === null ? greet(parts, origin) : installed(parts, origin);
  if (action.startsWith('remove')) return uninstalled(parts, origin);
}

async function followChannel(parts: PlaceParts, origin: Origin): Promise<void> {
  const { eventType, channel, team } = origin.inbound.channelData ?? {};
  switch (eventType) {
    case 'teamDeleted':
    case 'teamArchived':
      return markGone(
        parts,
        origin,
        (await placesOfTeam(parts, origin)).map(({ place }) => place),
      );
    case 'channelDeleted':
      return channel ? markGone(parts, origin, [channel.id]) : undefined;
    case 'channelRenamed':
    case 'channelRestored':
      if (channel) await rename(parts, origin, channel.id, channelTitle(team?.name ?? '', channel.name));
      return;
    case 'teamRenamed':
    case 'teamRestored':
    case 'teamUnarchived':
      for (const { place, name } of await placesOfTeam(parts, origin)) {
        await rename(parts, origin, place, withTeamName(name, team?.name));
      }
  }
}

/** The title of a place under the new name of its team. */
function withTeamName(title: string, team: string | null | undefined): string {
  return channelTitle(team ?? title, ownNameOf(title));
}
