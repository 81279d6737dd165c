import { isRecord, type Json } from '../refusal';
import { isSameOrganisation, messageJson, ownerJson, viewJson } from '../wire';
import type { View } from '../world';
import {
  botToken,
  type Channel,
  epochS,
  findMessage,
  known,
  type Message,
  newId,
  newTs,
  teamOf,
  type User,
  type World,
} from '../world';

/* Payloads as Slack writes them. */

function person(user: User): Json {
  return { id: user.id, username: user.name, name: user.name, team_id: user.team };
}

/** The workspace through which the app is reached: the person's own, else the one that hosts the channel. */
export function contextTeam(world: World, user: User, channel: string | null): string {
  if (botToken(world, user.team) || channel === null) return user.team;
  return known(world.channels, channel, 'channel').team;
}

function envelope(world: World, user: User, channel: string | null = null): Json {
  return {
    ...ownerJson(world, teamOf(world, contextTeam(world, user, channel))),
    user: person(user),
    api_app_id: world.app.id,
    token: world.app.verificationToken,
  };
}

/** The wrapper of an event. `team` is the workspace whose install hears it, `occurredIn` where it happened. */
export function eventPayload(world: World, team: string, event: Json, occurredIn = team): Json {
  const token = botToken(world, team);
  const channel = world.channels.get(channelOf(event));
  return {
    token: world.app.verificationToken,
    team_id: occurredIn,
    context_team_id: team,
    context_enterprise_id: teamOf(world, team).enterprise,
    api_app_id: world.app.id,
    event: { event_ts: newTs(world), ...event },
    type: 'event_callback',
    event_id: newId(world, 'Ev'),
    event_time: epochS(world),
    authorizations: [
      {
        enterprise_id: token?.enterprise ?? null,
        team_id: token?.team ?? null,
        user_id: token?.botUser ?? '',
        is_bot: true,
        is_enterprise_install: token?.team === null,
      },
    ],
    is_ext_shared_channel: [...(channel?.sharedWith ?? [])].some(
      (other) => !isSameOrganisation(world, team, other),
    ),
    event_context: `4-${newId(world, 'ctx')}`,
  };
}

export function channelOf(event: Json): string {
  const { channel } = event;
  return String(isRecord(channel) ? channel.id : (channel ?? ''));
}

export interface CommandDetails {
  user: User;
  channel: Channel;
  command: string;
  text: string;
  triggerId: string;
  responseUrl: string;
}

const CHANNEL_NAMES: Partial<Record<Channel['kind'], string>> = {
  im: 'directmessage',
  private: 'privategroup',
};

/** The form fields of a slash command. */
export function commandPayload(world: World, details: CommandDetails): Record<string, string> {
  const { user, channel } = details;
  const team = teamOf(world, contextTeam(world, user, channel.id));
  const enterprise = team.enterprise ? known(world.enterprises, team.enterprise, 'enterprise') : null;
  return {
    token: world.app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
    channel_id: channel.id,
    channel_name: CHANNEL_NAMES[channel.kind] ?? channel.name,
    user_id: user.id,
    user_name: user.name,
    command: details.command,
    text: details.text,
    api_app_id: world.app.id,
    is_enterprise_install: String(botToken(world, team.id)?.team === null),
    response_url: details.responseUrl,
    trigger_id: details.triggerId,
  };
}

/** Where something was pressed: in a message, in a message that one person sees, or in a view. */
export type Spot =
  | { in: 'message'; message: Message; ephemeral: boolean; responseUrl: string }
  | { in: 'view'; view: View; values: Json };

export function actionsPayload(world: World, user: User, spot: Spot, action: Json, triggerId: string): Json {
  const place = spot.in === 'message' ? spot.message.channel : null;
  const common = {
    type: 'block_actions',
    ...envelope(world, user, place),
    trigger_id: triggerId,
    actions: [action],
  };
  if (spot.in === 'view') {
    return {
      ...common,
      container: { type: 'view', view_id: spot.view.id },
      view: viewJson(world, spot.view, spot.values),
    };
  }
  const { message, ephemeral } = spot;
  const channel = known(world.channels, message.channel, 'channel');
  return {
    ...common,
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral },
    channel: { id: channel.id, name: CHANNEL_NAMES[channel.kind] ?? channel.name },
    ...(ephemeral ? {} : { message: messageJson(world, message, channel.team, false) }),
    state: { values: {} },
    response_url: spot.responseUrl,
  };
}

export function submissionPayload(
  world: World,
  user: User,
  view: View,
  values: Json,
  triggerId: string,
): Json {
  return {
    type: 'view_submission',
    ...envelope(world, user),
    trigger_id: triggerId,
    view: viewJson(world, view, values),
    response_urls: [],
  };
}

export function closedPayload(world: World, user: User, view: View, cleared: boolean): Json {
  return { type: 'view_closed', ...envelope(world, user), view: viewJson(world, view), is_cleared: cleared };
}

export function shortcutPayload(world: World, user: User, callbackId: string, triggerId: string): Json {
  return {
    type: 'shortcut',
    ...envelope(world, user),
    action_ts: newTs(world),
    callback_id: callbackId,
    trigger_id: triggerId,
  };
}

export function messageShortcutPayload(
  world: World,
  user: User,
  callbackId: string,
  place: { channel: Channel; ts: string; triggerId: string; responseUrl: string },
): Json {
  const message = findMessage(world, place.channel.id, place.ts);
  if (!message) throw new Error(`there is no message ${place.ts} in ${place.channel.id}`);
  return {
    type: 'message_action',
    ...envelope(world, user, place.channel.id),
    action_ts: newTs(world),
    callback_id: callbackId,
    trigger_id: place.triggerId,
    response_url: place.responseUrl,
    message_ts: place.ts,
    channel: { id: place.channel.id, name: place.channel.name },
    message: messageJson(world, message, place.channel.team, false),
  };
}
