import type { Json } from './refusal';
import {
  botToken,
  type Channel,
  epochS,
  type Message,
  type Team,
  type User,
  type Usergroup,
  type View,
  type World,
} from './world';

/* The world as the Web API and the payloads write it. */

function offsetS(tz: string, at: number): number {
  const text = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' }).format(at);
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** `stranger`: for people of other workspaces, whether they meet the bot in no channel. */
export function userJson(
  world: World,
  user: User,
  options: { locale: boolean; email: boolean; stranger?: boolean },
): Json {
  const team = world.teams.get(user.team);
  return {
    id: user.id,
    team_id: user.team,
    name: user.name,
    deleted: user.deleted,
    color: '9f69e7',
    real_name: user.realName,
    ...(user.deleted ? {} : { tz: user.tz, tz_label: user.tz, tz_offset: offsetS(user.tz, world.now()) }),
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.displayName,
      display_name_normalized: user.displayName,
      team: user.team,
      ...(options.email && !user.bot ? { email: user.email } : {}),
    },
    ...(user.deleted
      ? {}
      : {
          is_admin: user.admin || user.owner,
          is_owner: user.owner,
          is_primary_owner: false,
          is_restricted: user.guest || user.singleChannel,
          is_ultra_restricted: user.singleChannel,
          is_email_confirmed: user.emailConfirmed,
        }),
    is_bot: user.bot,
    is_app_user: false,
    ...(options.stranger === undefined ? {} : { is_stranger: options.stranger }),
    updated: epochS(world),
    ...(options.locale ? { locale: user.locale } : {}),
    ...(team?.enterprise
      ? { enterprise_user: { id: user.id, enterprise_id: team.enterprise, teams: [user.team] } }
      : {}),
  };
}

export function channelJson(world: World, channel: Channel, bot: string): Json {
  const foreign = [...channel.sharedWith].filter((team) => !isSameOrganisation(world, channel.team, team));
  const shared = channel.sharedWith.size > 0;
  const common = {
    id: channel.id,
    created: 1_700_000_000,
    is_archived: channel.archived,
    context_team_id: channel.team,
  };
  if (channel.kind === 'im') {
    return { ...common, is_im: true, is_org_shared: false, user: channel.partner, is_user_deleted: false };
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: false,
    is_shared: shared,
    is_ext_shared: foreign.length > 0,
    is_org_shared: shared && foreign.length === 0,
    is_pending_ext_shared: channel.invited.size > 0,
    pending_shared: [],
    pending_connected_team_ids: [...channel.invited],
    creator: channel.creator ?? '',
    is_member: channel.members.has(bot),
    shared_team_ids: [channel.team, ...channel.sharedWith],
    num_members: channel.members.size,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    updated: world.now(),
  };
}

/** Whether two workspaces belong to the same Enterprise organisation. */
export function isSameOrganisation(world: World, one: string, other: string): boolean {
  const enterprise = world.teams.get(one)?.enterprise ?? null;
  return enterprise !== null && world.teams.get(other)?.enterprise === enterprise;
}

export function messageJson(world: World, message: Message, team: string, metadata: boolean): Json {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    bot_id: message.botId,
    app_id: world.app.id,
    team,
    text: message.text,
    bot_profile: {
      id: message.botId,
      app_id: world.app.id,
      user_id: message.user,
      name: world.app.name,
      team_id: team,
    },
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(metadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

export function usergroupJson(group: Usergroup, options: { users: boolean; count: boolean }): Json {
  return {
    id: group.id,
    team_id: group.team,
    is_usergroup: true,
    name: group.name,
    description: '',
    handle: group.handle,
    is_external: false,
    date_create: 1_700_000_000,
    date_update: 1_700_000_000,
    date_delete: group.disabled ? 1_700_000_001 : 0,
    prefs: { channels: [], groups: [] },
    ...(options.users ? { users: group.users } : {}),
    ...(options.count ? { user_count: group.users.length } : {}),
  };
}

export function viewJson(world: World, view: View, values: Json = {}): Json {
  const token = botToken(world, view.team);
  return {
    id: view.id,
    team_id: view.team,
    close: null,
    submit: null,
    title: null,
    callback_id: '',
    external_id: '',
    private_metadata: '',
    clear_on_close: false,
    notify_on_close: false,
    ...view.body,
    type: view.type,
    state: { values },
    hash: view.hash,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: world.app.id,
    app_installed_team_id: token?.team ?? token?.enterprise ?? view.team,
    bot_id: token?.botId ?? '',
  };
}

/** `team` and `enterprise` of a payload; an org-wide install gets no team. */
export function ownerJson(world: World, team: Team): Json {
  const org = botToken(world, team.id)?.team === null;
  const enterprise = team.enterprise ? (world.enterprises.get(team.enterprise) ?? null) : null;
  const named = enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {};
  return {
    team: org ? null : { id: team.id, domain: team.domain, ...named },
    enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
    is_enterprise_install: org,
  };
}
