import type { Bring } from './client';
import type { Delivery } from './delivery';
import {
  type ChannelChange,
  channelChanged,
  installEvents,
  memberEvent,
  type TeamChange,
  teamChanged,
} from './events';
import type { Json } from './json';
import type { Side } from './side';
import { type Conversation, membersOf, type Person, type Team } from './world';

/** What people do with places. Each change happens on Microsoft's side first, and is then sent to the bot. */
export interface PlaceClient {
  /** Adds the bot: to a person's chat, a group chat, or the team of a channel. Two activities. */
  install(by: Person, place: Conversation): Promise<Delivery[]>;
  uninstall(by: Person, place: Conversation): Promise<Delivery[]>;
  join(by: Person, place: Conversation, people: readonly Person[]): Promise<Delivery>;
  leave(by: Person, place: Conversation, people: readonly Person[]): Promise<Delivery>;
  renameTeam(by: Person, team: Team, name: string): Promise<Delivery>;
  deleteTeam(by: Person, team: Team): Promise<Delivery>;
  restoreTeam(by: Person, team: Team): Promise<Delivery>;
  archiveTeam(by: Person, team: Team): Promise<Delivery>;
  unarchiveTeam(by: Person, team: Team): Promise<Delivery>;
  createChannel(by: Person, team: Team, name: string): Promise<Delivery & { channel: Conversation }>;
  renameChannel(by: Person, channel: Conversation, name: string): Promise<Delivery>;
  deleteChannel(by: Person, channel: Conversation): Promise<Delivery>;
  restoreChannel(by: Person, channel: Conversation): Promise<Delivery>;
}

type Bringing = (activity: Json, options?: Bring) => Promise<Delivery>;

export function placeClient(side: Side, bring: Bringing): PlaceClient {
  const tellTeam = (by: Person, team: Team, change: TeamChange) => bring(teamChanged(side, by, team, change));
  const tellChannel = (by: Person, channel: Conversation, change: ChannelChange) =>
    bring(channelChanged(side, by, teamOf(channel), channel, change));

  return {
    install: (by, place) => setBot(side, bring, by, place, true),
    uninstall: (by, place) => setBot(side, bring, by, place, false),
    async join(by, place, people) {
      rosterOf(place).push(...people);
      return bring(memberEvent(side, by, place, people, 'added'));
    },
    async leave(by, place, people) {
      const roster = rosterOf(place);
      roster.splice(0, roster.length, ...roster.filter((each) => !people.includes(each)));
      return bring(memberEvent(side, by, place, people, 'removed'));
    },
    async renameTeam(by, team, name) {
      team.name = name;
      return tellTeam(by, team, 'teamRenamed');
    },
    async deleteTeam(by, team) {
      team.deleted = true;
      return tellTeam(by, team, 'teamDeleted');
    },
    async restoreChannel(by, channel) {
      channel.deleted = false;
      return tellChannel(by, channel, 'channelRestored');
    },
    archiveTeam: (by, team) => tellTeam(by, team, 'teamArchived'),
    unarchiveTeam: (by, team) => tellTeam(by, team, 'teamUnarchived'),
    async restoreTeam(by, team) {
      team.deleted = false;
      return tellTeam(by, team, 'teamRestored');
    },
    async createChannel(by, team, name) {
      const channel = side.world.channel(team, name);
      return { ...(await tellChannel(by, channel, 'channelCreated')), channel };
    },
    async renameChannel(by, channel, name) {
      channel.name = name;
      return tellChannel(by, channel, 'channelRenamed');
    },
    async deleteChannel(by, channel) {
      channel.deleted = true;
      return tellChannel(by, channel, 'channelDeleted');
    },
  };
}

async function setBot(
  side: Side,
  bring: Bringing,
  by: Person,
  place: Conversation,
  installed: boolean,
): Promise<Delivery[]> {
  (place.team ?? place).installed = installed;
  const deliveries: Delivery[] = [];
  for (const event of installEvents(side, by, place, installed ? 'added' : 'removed')) {
    deliveries.push(await bring(event));
  }
  return deliveries;
}

function rosterOf(place: Conversation): Person[] {
  return membersOf(place);
}

function teamOf(channel: Conversation): Team {
  if (channel.team === null) throw new Error('only a channel belongs to a team');
  return channel.team;
}
