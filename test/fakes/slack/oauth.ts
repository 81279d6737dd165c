import { TIMES } from './limits';
import { secret, type World } from './world';

/**
 * The consent page: where the browser goes next, or why not. It consents at once, for who stands in the address:
 * `fake_team` or `fake_enterprise`, and `fake_user`; with `fake_cancel` the person says no.
 */
export function authorize(world: World, url: URL): { location: string } | { error: string } {
  const query = url.searchParams;
  const redirect = query.get('redirect_uri') ?? world.app.redirectUrls[0] ?? null;
  if (query.get('client_id') !== world.app.clientId) return { error: 'invalid_client_id' };
  if (!redirect || !allowed(world, redirect)) return { error: 'bad_redirect_uri' };
  if (!query.get('scope') && !query.get('user_scope')) return { error: 'invalid_scope' };
  const target = new URL(redirect);
  const state = query.get('state');
  if (state) target.searchParams.set('state', state);
  if (query.get('fake_cancel')) target.searchParams.set('error', 'access_denied');
  else target.searchParams.set('code', newCode(world, query));
  return { location: target.toString() };
}

function allowed(world: World, redirect: string): boolean {
  const { redirectUrls } = world.app;
  return redirectUrls.length === 0 || redirectUrls.some((prefix) => redirect.startsWith(prefix));
}

function newCode(world: World, query: URLSearchParams): string {
  const enterprise = query.get('fake_enterprise');
  const team = query.get('fake_team') ?? [...world.teams.keys()][0] ?? '';
  const code = `${secret(6)}.${secret(6)}`;
  world.codes.set(code, {
    owner: enterprise ? { enterprise } : { team },
    user:
      query.get('fake_user') ??
      [...world.users.values()].find((user) => user.team === team)?.id ??
      'U0INSTALLER',
    scopes: scopesIn(query.get('scope')),
    userScopes: scopesIn(query.get('user_scope')),
    redirectUri: query.get('redirect_uri'),
    expiresAt: world.now() + TIMES.codeMs,
    used: false,
  });
  return code;
}

function scopesIn(text: string | null): string[] {
  return (text ?? '').split(/[ ,]+/).filter((scope) => scope !== '');
}
