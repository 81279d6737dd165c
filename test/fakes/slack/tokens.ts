import { TIMES } from './limits';
import { Refusal } from './refusal';
import { known, newId, newUser, secret, type Token, teamOf, type World } from './world';

/** Issues a bot token; a second install in the same place keeps its bot user, and the older tokens stay live. */
export function install(
  world: World,
  owner: { team: string } | { enterprise: string },
  scopes: readonly string[],
): Token {
  const team = 'team' in owner ? teamOf(world, owner.team) : null;
  const enterprise =
    'enterprise' in owner
      ? known(world.enterprises, owner.enterprise, 'enterprise').id
      : (team?.enterprise ?? null);
  const bot = earlierBot(world, team?.id ?? null, enterprise) ?? newBot(world, team?.id ?? null, enterprise);
  const value = `${world.app.tokenRotation ? 'xoxe.xoxb-1' : 'xoxb'}-${secret()}`;
  const token: Token = {
    ...bot,
    value,
    kind: 'bot',
    app: world.app.id,
    team: team?.id ?? null,
    enterprise,
    scopes: [...scopes],
    expiresAt: null,
    state: 'live',
  };
  world.tokens.set(value, token);
  return token;
}

function earlierBot(world: World, team: string | null, enterprise: string | null) {
  const token = [...world.tokens.values()].find(
    (each) => each.kind === 'bot' && each.team === team && each.enterprise === enterprise,
  );
  return token ? { botUser: token.botUser, botId: token.botId } : null;
}

function newBot(world: World, team: string | null, enterprise: string | null) {
  const home = team ?? [...world.teams.values()].find((each) => each.enterprise === enterprise)?.id;
  if (!home) throw new Error(`the enterprise ${enterprise} has no team: add one first`);
  const user = newUser(world, home, { bot: true, name: 'teleworkdays', realName: world.app.name });
  return { botUser: user.id, botId: newId(world, 'B') };
}

/** Makes the token expire in twelve hours; the refresh token can be used once. */
export function rotate(world: World, token: Token): { refresh_token: string; expires_in: number } {
  const refresh = `xoxe-1-${secret()}`;
  token.expiresAt = world.now() + TIMES.tokenLifeS * 1000;
  world.refreshTokens.set(refresh, { token: token.value, used: false });
  return { refresh_token: refresh, expires_in: TIMES.tokenLifeS };
}

/** The token of a request, if it is one that works. */
export function authenticate(world: World, value: string | null): Token {
  if (!value) throw new Refusal('not_authed');
  const token = world.tokens.get(value);
  if (!token) throw new Refusal('invalid_auth');
  if (token.state === 'uninstalled') throw new Refusal('account_inactive');
  if (token.state === 'revoked') throw new Refusal('token_revoked');
  if (token.expiresAt !== null && world.now() >= token.expiresAt) throw new Refusal('token_expired');
  return token;
}

/** A token of the person's own for the app; an older one stays live, as with bots. */
export function installForUser(world: World, user: string, scopes: readonly string[]): Token {
  const { team } = known(world.users, user, 'user');
  const value = `${world.app.tokenRotation ? 'xoxe.xoxp-1' : 'xoxp'}-${secret()}`;
  const token: Token = {
    value,
    kind: 'user',
    user,
    app: world.app.id,
    team,
    enterprise: teamOf(world, team).enterprise,
    scopes: [...scopes],
    botUser: '',
    botId: '',
    expiresAt: null,
    state: 'live',
  };
  world.tokens.set(value, token);
  return token;
}
