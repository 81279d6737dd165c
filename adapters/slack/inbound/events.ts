import { z } from 'zod';
import type { OrgId, PersonId } from '../../../src/domain/people/person';
import type { Inbox } from '../../../src/ports/inbox';
import type { Api } from '../api';
import type { Installations } from '../installations';
import type { Directory } from '../people';
import type { Places } from '../places';
import { readdress } from '../posts';
import type { ProfileStatus } from '../statuses/profile-status';
import { orgOf, type Workspaces } from '../workspaces';
import type { ActorOf } from './actors';
import { readEvent } from './payloads';
import type { Windows } from './windows';
import { answerMention, answerMessage, type WrittenParts } from './written';

export interface EventParts extends WrittenParts {
  inbox: Inbox;
  actorOf: ActorOf;
  directory: Directory;
  places: Places;
  windows: Windows;
  workspaces: Workspaces;
  installations: Installations;
  status: ProfileStatus;
}

/** An event from Bolt: its envelope, and what happened. */
export interface EventIn {
  body: unknown;
  event: unknown;
  botUserId: string | undefined;
}

type Handler = (parts: EventParts, at: At, event: unknown) => Promise<void>;

interface At extends ReturnType<typeof readEvent> {
  org: OrgId;
  botUserId: string | undefined;
}

const membership = z.object({ user: z.string(), channel: z.string(), inviter: z.string().optional() });
const inChannel = z.object({ channel: z.string() });
const renamed = z.object({ channel: z.object({ id: z.string(), name: z.string() }) });
const renumbered = z.object({ old_channel_id: z.string(), new_channel_id: z.string() });
const homeOpened = z.object({ user: z.string(), tab: z.string().optional() });
const aboutUser = z.object({ user: z.looseObject({ id: z.string() }) });
const revoked = z.object({
  tokens: z.object({ bot: z.array(z.string()).default([]), oauth: z.array(z.string()).default([]) }),
});

const joined: Handler = async ({ inbox, directory, places }, { org, botUserId, isShared }, event) => {
  const { user, channel, inviter } = membership.parse(event);
  places.joined(org, channel, user);
  if (user === botUserId) {
    places.changed(org, channel);
    const { name, shared = isShared || 'unknown' } = await places.lastInfo(org, channel, '');
    const by = await ownPerson(directory, org, inviter);
    return inbox.place(org, channel, name, { shared, ...(by && { by }) });
  }
  return inbox.member(org, channel, await directory.find(org, user), 'joined');
};

const left: Handler = async (parts, at, event) => {
  const { user, channel } = membership.parse(event);
  if (user === at.botUserId) return lost(parts, at, { channel });
  parts.places.left(at.org, channel, user);
  const person = await parts.directory.find(at.org, user).catch(() => null);
  // A person of whom nothing is known is on no roster.
  if (person) await parts.inbox.member(at.org, channel, person, 'left');
};

const lost: Handler = async ({ inbox, places }, { org }, event) => {
  const { channel } = inChannel.parse(event);
  places.forget(org, channel);
  return inbox.place(org, channel, null);
};

const rename: Handler = async ({ inbox, places, api }, { org }, event) => {
  const { channel } = renamed.parse(event);
  places.renamed(org, channel.id, channel.name);
  if (await isMember(api, org, channel.id)) await inbox.place(org, channel.id, `#${channel.name}`);
};

const found: Handler = async ({ inbox, places, api }, { org }, event) => {
  const { channel } = inChannel.parse(event);
  if (!(await isMember(api, org, channel))) return;
  const { name } = await places.lastInfo(org, channel, '');
  await inbox.place(org, channel, name);
};

/** Shared with one more organisation, or with one fewer: Slack tells with whom only where it is asked. */
const sharing: Handler = async ({ inbox, places }, { org }, event) => {
  const { channel } = inChannel.parse(event);
  places.changed(org, channel);
  await inbox.sharingChanged(org, channel);
};

/** Made private or shared, a channel gets another id; everything in it keeps its time stamps. */
const idChanged: Handler = async ({ inbox, places, api }, { org }, event) => {
  const { old_channel_id: from, new_channel_id: to } = renumbered.parse(event);
  places.forget(org, from);
  places.changed(org, to);
  await inbox.moved(org, from, to, readdress);
  if (!(await isMember(api, org, to))) return;
  const { name, shared } = await places.lastInfo(org, to, '');
  await inbox.place(org, to, name, shared === undefined ? {} : { shared });
};

const userChanged: Handler = async ({ inbox, directory }, { org }, event) => {
  const person = await directory.changed(org, aboutUser.parse(event).user);
  if (person) await inbox.profile(org, person);
};

const opensHome: Handler = async ({ inbox, actorOf, windows }, { teamId, via, org }, event) => {
  const { user, tab } = homeOpened.parse(event);
  if (tab !== undefined && tab !== 'home') return;
  const nowhere = {
    username: '',
    homeTeamId: null,
    isWorkspaceKnown: true,
    channel: null,
    triggerId: '',
    responseUrl: null,
  };
  const actor = await actorOf({ teamId, via, userId: user, ...nowhere });
  await windows.publish(org, user, await inbox.home(actor), null);
};

/** The token is deleted at once. Answers and settings stay in the operator's database, for a later install. */
const uninstalled: Handler = async (parts, { via, org }) => {
  const { inbox, installations, directory, places, workspaces, status } = parts;
  await installations.forget(via);
  // An event about an earlier install changes nothing.
  if (await installations.botFor(via).catch(() => null)) return;
  for (const lost of await workspaces.servedBy(via, org)) {
    directory.forget(lost);
    places.forgetAll(lost);
    await status.forgetAll(lost);
    await inbox.removed(lost);
  }
};

const tokensRevoked: Handler = async (parts, at, event) => {
  const { bot, oauth } = revoked.parse(event).tokens;
  for (const user of oauth) {
    if (await parts.status.revoked(at.org, user)) await parts.inbox.statusAccessChanged(at.org, user);
  }
  if (bot.length > 0) await uninstalled(parts, at, event);
};

/** The events to which the manifest subscribes, and what each changes. */
export const EVENTS = {
  app_home_opened: opensHome,
  app_mention: answerMention,
  app_uninstalled: uninstalled,
  channel_archive: lost,
  channel_deleted: lost,
  channel_id_changed: idChanged,
  channel_left: lost,
  channel_rename: rename,
  channel_shared: sharing,
  channel_unarchive: found,
  channel_unshared: sharing,
  group_archive: lost,
  group_deleted: lost,
  group_left: lost,
  group_rename: rename,
  group_unarchive: found,
  member_joined_channel: joined,
  member_left_channel: left,
  message: answerMessage,
  team_join: userChanged,
  tokens_revoked: tokensRevoked,
  user_change: userChanged,
} satisfies Record<string, Handler>;

export type EventName = keyof typeof EVENTS;

/** Follows an event. Never throws: it is acknowledged already, and the next roster corrects what was missed. */
export async function follow(
  parts: EventParts,
  name: EventName,
  { body, event, botUserId }: EventIn,
): Promise<void> {
  try {
    const read = readEvent(body);
    await parts.workspaces.learn(read.teamId, read.via);
    await EVENTS[name](parts, { ...read, org: orgOf(read.teamId), botUserId }, event);
  } catch (error) {
    parts.log.error({ err: error, event: name }, 'event not followed');
  }
}

/** The person if the organisation has them, guests aside: only then are they told of the team. */
async function ownPerson(
  directory: Directory,
  org: OrgId,
  id: PersonId | undefined,
): Promise<PersonId | undefined> {
  const person = id === undefined ? null : await directory.find(org, id).catch(() => null);
  return person?.kind === 'person' ? person.id : undefined;
}

/** Slack sends changes of every public channel, also of those without the bot. */
async function isMember(api: Api, org: OrgId, channel: string): Promise<boolean> {
  const { channel: found } = await api.call(org, 'conversations.info', (client, { token }) =>
    client.conversations.info({ token, channel }),
  );
  return found?.is_member === true;
}
