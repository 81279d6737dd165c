import { channelInfo, envelope, teamInfo } from './activities';
import type { Json } from './json';
import { botId, type Side } from './side';
import type { Conversation, Person, Team } from './world';

/* The events that Teams sends to a bot about places: people joined or left, a team or channel changed. */

/** Events about a team come from its General channel, without the fields of a person's client. */
function event(side: Side, by: Person, conversation: Conversation, type: string, data: Json): Json {
  const { localTimestamp, localTimezone, locale, entities, from, ...rest } = envelope(
    side,
    type,
    by,
    conversation,
  );
  const author = { id: by.id, aadObjectId: by.aad };
  return { ...rest, from: author, channelData: { ...data, tenant: { id: conversation.tenant } } };
}

function teamEvent(side: Side, by: Person, team: Team, eventType: string, data: Json, more: Json = {}): Json {
  const made = event(side, by, team.general, 'conversationUpdate', {
    ...data,
    team: teamInfo(team),
    eventType,
  });
  return { ...made, ...more };
}

type Presence = 'added' | 'removed';

/** The bot was added to a place or removed: a `conversationUpdate`, then an `installationUpdate`. */
export function installEvents(side: Side, by: Person, place: Conversation, presence: Presence): Json[] {
  const who = presence === 'added' ? 'membersAdded' : 'membersRemoved';
  const bot: Json = { id: botId(side) };
  const people =
    place.kind === 'personal' && presence === 'added' ? [{ id: by.id, aadObjectId: by.aad }] : [];
  const { channel, ...updated } = placeData(place, presence);
  const update = event(side, by, place, 'conversationUpdate', updated);
  const { eventType, ...installed } = placeData(place, presence);
  const installation = event(side, by, place, 'installationUpdate', installed);
  return [
    { ...update, [who]: [bot, ...people] },
    {
      ...installation,
      locale: by.locale,
      entities: [{ type: 'clientInfo', locale: by.locale }],
      action: presence === 'added' ? 'add' : 'remove',
    },
  ];
}

function placeData(place: Conversation, presence: Presence): Json {
  if (place.team === null) return {};
  const eventType = presence === 'added' ? 'teamMemberAdded' : 'teamMemberRemoved';
  const chosen = presence === 'added' ? { settings: { selectedChannel: { id: place.id } } } : {};
  return { ...chosen, channel: channelInfo(place), team: teamInfo(place.team), eventType };
}

/** People joined or left a team or a group chat. */
export function memberEvent(
  side: Side,
  by: Person,
  place: Conversation,
  people: readonly Person[],
  presence: Presence,
): Json {
  const who = presence === 'added' ? 'membersAdded' : 'membersRemoved';
  const accounts = people.map(({ id, aad }) => ({ id, aadObjectId: aad }));
  if (place.team === null) {
    return { ...event(side, by, place, 'conversationUpdate', {}), [who]: accounts };
  }
  if (place.shared) return sharedMemberEvent(side, by, place, people, presence);
  const eventType = presence === 'added' ? 'teamMemberAdded' : 'teamMemberRemoved';
  return teamEvent(side, by, place.team, eventType, {}, { [who]: accounts });
}

/** Of a shared channel, the event comes from the channel itself, with the tenant that the person is a member by. */
function sharedMemberEvent(
  side: Side,
  by: Person,
  place: Conversation,
  people: readonly Person[],
  presence: Presence,
): Json {
  const [first] = people;
  const data = {
    channel: channelInfo(place),
    ...(place.team ? { team: teamInfo(place.team) } : {}),
    membershipSource: {
      sourceType: 'channel',
      id: place.id,
      membershipType: 'direct',
      tenantId: first?.tenant,
    },
    eventType: presence === 'added' ? 'channelMemberAdded' : 'channelMemberRemoved',
  };
  const who = presence === 'added' ? 'membersAdded' : 'membersRemoved';
  const accounts = people.map(({ id, aad }) => ({ id, aadObjectId: aad }));
  return { ...event(side, by, place, 'conversationUpdate', data), [who]: accounts };
}

export type TeamChange = 'teamRenamed' | 'teamDeleted' | 'teamArchived' | 'teamUnarchived' | 'teamRestored';

export function teamChanged(side: Side, by: Person, team: Team, change: TeamChange): Json {
  return teamEvent(side, by, team, change, {});
}

export type ChannelChange = 'channelCreated' | 'channelRenamed' | 'channelDeleted' | 'channelRestored';

export function channelChanged(
  side: Side,
  by: Person,
  team: Team,
  channel: Conversation,
  change: ChannelChange,
): Json {
  return teamEvent(side, by, team, change, { channel: { id: channel.id, name: channel.name } });
}
