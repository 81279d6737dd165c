import { LIMITS } from '../limits';
import { type Json, Refusal } from '../refusal';
import { usergroupJson, userJson } from '../wire';
import type { User } from '../world';
import { type Call, flag, type Method, optional, page, reaches, required, teamOfCall } from './call';

function shown(call: Call) {
  return { locale: flag(call, 'include_locale'), email: call.token.scopes.includes('users:read.email') };
}

function userInfo(call: Call): Json {
  const user = call.world.users.get(required(call, 'user', 'user_not_found'));
  if (!user) throw new Refusal('user_not_found');
  if (reaches(call, user.team)) return { user: userJson(call.world, user, shown(call)) };
  if (!meets(call, user)) throw new Refusal('user_not_visible');
  return { user: foreignJson(call, user) };
}

/** Whether the bot is in a shared channel with the person. */
function meets({ world, token }: Call, user: User): boolean {
  return [...world.channels.values()].some(
    ({ members, sharedWith }) => members.has(user.id) && sharedWith.size > 0 && members.has(token.botUser),
  );
}

/** Slack does not call people of other workspaces strangers whom the bot meets in a shared channel. */
function foreignJson(call: Call, user: User): Json {
  return userJson(call.world, user, { ...shown(call), stranger: false });
}

/** Everybody of the workspace, bots and deactivated people too, as Slack does. */
function usersList(call: Call): Json {
  const team = teamOfCall(call);
  const all = [...call.world.users.values()].filter((user) => user.team === team || meets(call, user));
  if (optional(call, 'limit') === null && all.length > LIMITS.unlimitedPage)
    throw new Refusal('limit_required');
  const { items, metadata } = page(call, all, `users ${team}`);
  return {
    members: items.map((user) =>
      user.team === team ? userJson(call.world, user, shown(call)) : foreignJson(call, user),
    ),
    cache_ts: Math.floor(call.world.now() / 1000),
    ...metadata,
  };
}

function usergroupsList(call: Call): Json {
  const team = teamOfCall(call);
  const options = { users: flag(call, 'include_users'), count: flag(call, 'include_count') };
  const groups = [...call.world.usergroups.values()].filter(
    (group) => group.team === team && (!group.disabled || flag(call, 'include_disabled')),
  );
  return { usergroups: groups.map((group) => usergroupJson(group, options)) };
}

function usergroupUsers(call: Call): Json {
  const team = teamOfCall(call);
  const group = call.world.usergroups.get(required(call, 'usergroup'));
  if (!group || group.team !== team) throw new Refusal('no_such_subteam');
  if (group.disabled && !flag(call, 'include_disabled')) throw new Refusal('no_such_subteam');
  return { users: group.users };
}

function teamInfo(call: Call): Json {
  const id = optional(call, 'team') ?? optional(call, 'team_id') ?? call.token.team;
  if (!id) throw new Refusal('missing_argument', { arg: 'team' });
  const team = call.world.teams.get(id);
  if (!team || !reaches(call, team.id)) throw new Refusal('team_not_found');
  const enterprise = team.enterprise ? call.world.enterprises.get(team.enterprise) : undefined;
  return {
    team: {
      id: team.id,
      name: team.name,
      domain: team.domain,
      url: `https://${team.domain}.slack.example/`,
      email_domain: '',
      icon: { image_default: true },
      ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
    },
  };
}

/** Which app a bot is of. */
function botInfo(call: Call): Json {
  const id = required(call, 'bot', 'bot_not_found');
  const token = [...call.world.tokens.values()].find(({ botId }) => botId === id);
  if (!token) throw new Refusal('bot_not_found');
  const name = call.world.users.get(token.botUser)?.name;
  return { bot: { id, deleted: false, name, app_id: token.app, user_id: token.botUser } };
}

export const people: Record<string, Method> = {
  'bots.info': { token: ['bot'], scopes: ['users:read'], run: botInfo },
  'users.info': { token: ['bot'], scopes: ['users:read'], run: userInfo },
  'users.list': { token: ['bot'], scopes: ['users:read'], run: usersList },
  'usergroups.list': { token: ['bot'], scopes: ['usergroups:read'], run: usergroupsList },
  'usergroups.users.list': { token: ['bot'], scopes: ['usergroups:read'], run: usergroupUsers },
  'team.info': { token: ['bot'], scopes: ['team:read'], run: teamInfo },
};
