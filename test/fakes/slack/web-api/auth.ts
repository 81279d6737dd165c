import { type Json, Refusal } from '../refusal';
import { install, installForUser, rotate } from '../tokens';
import { secret, type Token, type World } from '../world';
import { type Call, flag, type Method, optional, page, reaches, required } from './call';

function test(call: Call): Json {
  const { token, world } = call;
  if (token.kind === 'app') return { app_name: world.app.name, app_id: token.app };
  const team = world.teams.get(token.team ?? '');
  const enterprise = world.enterprises.get(token.enterprise ?? '');
  const left =
    token.expiresAt === null ? {} : { expires_in: Math.floor((token.expiresAt - world.now()) / 1000) };
  return {
    url: `https://${team?.domain ?? enterprise?.id.toLowerCase() ?? ''}.slack.example/`,
    team: team?.name ?? enterprise?.name,
    user: world.users.get(token.botUser)?.name,
    team_id: team?.id ?? enterprise?.id,
    user_id: token.botUser,
    bot_id: token.botId,
    ...(enterprise ? { enterprise_id: enterprise.id } : {}),
    is_enterprise_install: token.team === null,
    ...left,
  };
}

function revoke({ token, ...call }: Call): Json {
  if (!flag({ token, ...call }, 'test')) token.state = 'revoked';
  return { revoked: token.state === 'revoked' };
}

/** The workspaces that the token works in. */
function teams(call: Call): Json {
  const all = [...call.world.teams.values()].filter((team) => reaches(call, team.id));
  const { items, metadata } = page(call, all, 'teams');
  return { teams: items.map(({ id, name }) => ({ id, name })), ...metadata };
}

function connectionsOpen(call: Call): Json {
  return { url: call.socketUrl(call.token.app) };
}

function checkClient(call: Call): void {
  const { clientId, clientSecret } = call.world.app;
  if ((call.basic?.id ?? optional(call, 'client_id')) !== clientId) throw new Refusal('invalid_client_id');
  if ((call.basic?.secret ?? optional(call, 'client_secret')) !== clientSecret)
    throw new Refusal('bad_client_secret');
}

/** Exchanges a code once, or a refresh token once. */
function access(call: Call): Json {
  checkClient(call);
  const grant = optional(call, 'grant_type') ?? 'authorization_code';
  if (grant === 'refresh_token') return renew(call);
  if (grant !== 'authorization_code') throw new Refusal('invalid_grant_type');
  const code = call.world.codes.get(required(call, 'code', 'invalid_code'));
  if (!code || call.world.now() > code.expiresAt) throw new Refusal('invalid_code');
  if (code.used) throw new Refusal('code_already_used');
  if (code.redirectUri !== optional(call, 'redirect_uri')) throw new Refusal('bad_redirect_uri');
  code.used = true;
  const own = code.userScopes.length > 0 ? installForUser(call.world, code.user, code.userScopes) : null;
  if (own && code.scopes.length === 0) return userGrantJson(call.world, own);
  const token = install(call.world, code.owner, code.scopes);
  return grantJson(call.world, token, code.user);
}

function renew(call: Call): Json {
  const refresh = call.world.refreshTokens.get(required(call, 'refresh_token', 'invalid_refresh_token'));
  const old = refresh && call.world.tokens.get(refresh.token);
  if (!refresh || !old || refresh.used || old.state !== 'live') throw new Refusal('invalid_refresh_token');
  refresh.used = true;
  const token: Token = { ...old, value: `xoxe.${old.kind === 'user' ? 'xoxp' : 'xoxb'}-1-${secret()}` };
  call.world.tokens.set(token.value, token);
  if (token.kind === 'user')
    return { ...rotate(call.world, token), access_token: token.value, token_type: 'user' };
  return grantJson(call.world, token, null);
}

/** With user scopes alone, the token stands with its user, and there is no bot's. */
function userGrantJson(world: World, token: Token): Json {
  const team = world.teams.get(token.team ?? '');
  const enterprise = world.enterprises.get(token.enterprise ?? '');
  return {
    app_id: token.app,
    authed_user: {
      id: token.user,
      scope: token.scopes.join(','),
      access_token: token.value,
      token_type: 'user',
      ...(world.app.tokenRotation ? rotate(world, token) : {}),
    },
    team: team ? { id: team.id, name: team.name } : null,
    enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
    is_enterprise_install: false,
  };
}

/** Adds what rotation needs, and writes the response of `oauth.v2.access`. */
function grantJson(world: World, token: Token, user: string | null): Json {
  const team = world.teams.get(token.team ?? '');
  const enterprise = world.enterprises.get(token.enterprise ?? '');
  return {
    access_token: token.value,
    token_type: 'bot',
    scope: token.scopes.join(','),
    bot_user_id: token.botUser,
    app_id: token.app,
    team: team ? { id: team.id, name: team.name } : null,
    enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
    ...(user ? { authed_user: { id: user } } : {}),
    is_enterprise_install: token.team === null,
    ...(world.app.tokenRotation ? rotate(world, token) : {}),
  };
}

export const auth: Record<string, Method> = {
  'auth.test': { token: ['bot', 'app', 'user'], run: test },
  'auth.teams.list': { token: ['bot'], run: teams },
  'auth.revoke': { token: ['bot', 'user'], run: revoke },
  'apps.connections.open': { token: ['app'], scopes: ['connections:write'], run: connectionsOpen },
  'oauth.v2.access': { token: 'none', run: access },
};
