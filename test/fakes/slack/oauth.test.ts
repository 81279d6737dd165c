import { WebClient } from '@slack/web-api';
import { refusalOf, SILENT, START, startWorkspace, type Workspace } from './fixture';

let place: Workspace;
afterEach(() => place.slack.stop());

const REDIRECT = 'https://bot.example/slack/oauth_redirect';

async function consent(query: Record<string, string>): Promise<{ status: number; to: URL | null }> {
  const { slack } = place;
  const search = new URLSearchParams({
    client_id: slack.app.clientId,
    scope: 'chat:write,commands',
    redirect_uri: REDIRECT,
    state: 's1',
    ...query,
  });
  const response = await fetch(`${slack.authorizeUrl}?${search}`, { redirect: 'manual' });
  const location = response.headers.get('location');
  return { status: response.status, to: location ? new URL(location) : null };
}

function access(args: Record<string, string>): ReturnType<WebClient['oauth']['v2']['access']> {
  const { clientId, clientSecret } = place.slack.app;
  const client = new WebClient(undefined, {
    slackApiUrl: place.slack.apiUrl,
    logger: SILENT,
    retryConfig: { retries: 0 },
  });
  return client.oauth.v2.access({ client_id: clientId, client_secret: clientSecret, ...args });
}

test('a code is exchanged once, for the redirect address it was made for', async () => {
  place = await startWorkspace();
  const { to } = await consent({ fake_team: place.team, fake_user: place.user });
  expect(to?.searchParams.get('state')).toBe('s1');
  const code = to?.searchParams.get('code') ?? '';
  expect(await refusalOf(access({ code }))).toBe('bad_redirect_uri');
  expect(await refusalOf(access({ code, client_secret: 'x', redirect_uri: REDIRECT }))).toBe(
    'bad_client_secret',
  );
  const grant = await access({ code, redirect_uri: REDIRECT });
  expect(grant).toMatchObject({
    scope: 'chat:write,commands',
    team: { id: place.team },
    authed_user: { id: place.user },
  });
  expect(grant.refresh_token).toBeUndefined();
  expect(await refusalOf(access({ code, redirect_uri: REDIRECT }))).toBe('code_already_used');
});

test('consent refuses an unknown app, another address, and knows no for an answer', async () => {
  place = await startWorkspace({ app: { redirectUrls: ['https://bot.example/'] } });
  expect((await consent({ client_id: 'x' })).status).toBe(400);
  expect((await consent({ redirect_uri: 'https://evil.example/' })).status).toBe(400);
  expect((await consent({ fake_cancel: '1' })).to?.searchParams.get('error')).toBe('access_denied');
});

test('a rotated token: the refresh token works once, the old token until it runs out', async () => {
  place = await startWorkspace({ app: { tokenRotation: true } });
  const { to } = await consent({ fake_team: place.team });
  const first = await access({ code: to?.searchParams.get('code') ?? '', redirect_uri: REDIRECT });
  expect(first).toMatchObject({ expires_in: 43_200 });
  const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
  const second = await access(refresh);
  expect(second.access_token).not.toBe(first.access_token);
  expect(await refusalOf(access(refresh))).toBe('invalid_refresh_token');
  const test = (token = '') =>
    refusalOf(new WebClient(token, { slackApiUrl: place.slack.apiUrl, logger: SILENT }).auth.test());
  expect(await test(first.access_token)).toBe('ok');
  expect(place.slack.world.now()).toBe(START);
  place.advance(43_200_000);
  expect(await test(first.access_token)).toBe('token_expired');
});

test('an org-wide install has no team', async () => {
  place = await startWorkspace();
  const enterprise = place.slack.enterprise().id;
  place.slack.team({ enterprise });
  const { to } = await consent({ fake_enterprise: enterprise });
  const grant = await access({ code: to?.searchParams.get('code') ?? '', redirect_uri: REDIRECT });
  expect(grant).toMatchObject({ team: null, enterprise: { id: enterprise }, is_enterprise_install: true });
});
