import { endingPage } from '../../../../adapters/slack/install/page';
import { BOT_SCOPES } from '../../../../adapters/slack/install/scopes';
import { createStates } from '../../../../adapters/slack/install/state';
import { translate } from '../../../../src/i18n/translate';
import { asked, ofTeam, openBrowser, START, type Stage, serve, startStage } from './fixture';

let stage: Stage;
afterEach(() => stage.stop());

const MINUTE = 60_000;

async function installed(): Promise<boolean> {
  return (await stage.oauth.installations.botFor(ofTeam(stage.team))) !== null;
}

function changed(address: string, change: (state: string) => string): string {
  const url = new URL(address);
  url.searchParams.set('state', change(url.searchParams.get('state') ?? ''));
  return url.href;
}

test('the browser is sent to Slack with the scopes, the address to come back to, and a state', async () => {
  stage = await startStage();
  const { status, location, headers } = await openBrowser(stage).get(`${stage.url}/slack/install`);
  const { origin, pathname, searchParams } = new URL(location);
  expect(status).toBe(302);
  expect(origin + pathname).toBe(stage.slack.authorizeUrl);
  expect(searchParams.get('client_id')).toBe(stage.slack.app.clientId);
  expect(searchParams.get('scope')?.split(',')).toEqual(BOT_SCOPES);
  expect(searchParams.get('redirect_uri')).toBe(`${stage.url}/slack/oauth_redirect`);
  expect(searchParams.get('state')?.length).toBeGreaterThan(80);
  expect(headers.get('cache-control')).toBe('no-store');
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(
    /^telework-install-[\w-]{22}=[\w-]{43}; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
  );
  expect(searchParams.get('state')).not.toContain(/=([\w-]{43});/.exec(cookie)?.[1]);
});

test('an install ends with a bot that works, and no token can be read in the database', async () => {
  stage = await startStage();
  const { status, text } = await openBrowser(stage).install({ fake_team: stage.team });
  expect(status).toBe(200);
  expect(text).toContain('Telework Days is installed');
  expect(text).toContain(`team=${stage.team}"`);
  const bot = await stage.oauth.installations.botFor(ofTeam(stage.team));
  const token = stage.slack.world.tokens.get(bot?.botToken ?? '');
  expect(token).toMatchObject({ state: 'live', team: stage.team, scopes: BOT_SCOPES });
  expect(bot).toEqual({
    botToken: token?.value,
    botId: token?.botId,
    botUserId: token?.botUser,
    teamId: stage.team,
    enterpriseId: null,
  });
  const kept = JSON.stringify(await stage.memory.list(''));
  expect(kept).toContain(`install:${stage.team}`);
  expect(kept).not.toContain(bot?.botToken);
  expect(kept).not.toContain(bot?.botUserId);
  expect(JSON.stringify(stage.logged)).not.toContain('xoxb');
});

test('the person who installs it is told once, though the app is installed again for more scopes', async () => {
  stage = await startStage();
  for (const _ of [1, 2]) await openBrowser(stage).install({ fake_team: stage.team });
  expect(stage.told).toEqual([expect.stringMatching(new RegExp(`^slack:${stage.team} U\\w+ en$`))]);
});

test.each<[string, string, (address: string) => string]>([
  ['no state', 'missing', (address) => changed(address, () => '')],
  ['a state of one’s own making', 'forged', (address) => changed(address, () => 'a.9999999999999.b.c')],
  [
    'a state that lives longer than it should',
    'forged',
    (address) => changed(address, (state) => state.replace(/\.\d+\./, '.9999999999999.')),
  ],
  [
    'a state of another bot',
    'forged',
    (address) => {
      const { memory } = stage;
      const clock = { now: () => START };
      return changed(address, () => createStates({ secret: 'another', memory, clock }).issue('browser'));
    },
  ],
  ['no code', 'no code', (address) => address.replace(/code=[^&]+/, 'code=')],
])('%s: nothing is installed', async (_, why, change) => {
  stage = await startStage();
  const browser = openBrowser(stage);
  const address = change(await browser.consent({ fake_team: stage.team }));
  const { status, text } = await browser.get(address);
  expect(status).toBe(400);
  expect(text).toContain('doesn’t work any more');
  expect(stage.logged).toEqual([
    { level: 'warn', text: 'request to /slack/oauth_redirect refused', fields: { why } },
  ]);
  expect(asked(stage, 'code')).toBe(0);
  expect(await installed()).toBe(false);
});

test('a state works in no other browser, with or without a cookie of its own', async () => {
  stage = await startStage();
  const address = await openBrowser(stage).consent({ fake_team: stage.team });
  const other = openBrowser(stage);
  expect((await other.get(address)).status).toBe(400);
  await other.consent({ fake_team: stage.team });
  expect((await other.get(address)).status).toBe(400);
  expect(stage.logged.map(({ fields }) => fields.why)).toEqual(['other-browser', 'other-browser']);
  expect(await installed()).toBe(false);
});

test('no value that a browser brings is taken over', async () => {
  stage = await startStage();
  const { url } = stage;
  const attacker = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const [stolen = ''] = attacker.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  const planted = await fetch(`${url}/slack/install`, { redirect: 'manual', headers: { cookie: stolen } });
  const [fresh = ''] = planted.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  expect(fresh).not.toBe(stolen);
  expect(fresh.split('=')[1]).not.toBe(stolen.split('=')[1]);
});

test('a browser that was given the cookie of another attempt is refused', async () => {
  stage = await startStage();
  const { url } = stage;
  const victim = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const [cookie = ''] = victim.headers.getSetCookie().map((each) => each.split(';')[0]);
  const address = await openBrowser(stage).consent({ fake_team: stage.team });
  const id = new URL(address).searchParams.get('state')?.split('.')[0];
  const renamed = `telework-install-${id}=${cookie.split('=')[1]}`;
  const { status } = await fetch(address, { redirect: 'manual', headers: { cookie: renamed } });
  expect(status).toBe(400);
  expect(stage.logged.at(-1)?.fields.why).toBe('other-browser');
});

test('an attempt may begin at one process and end at another, and ends once among all of them', async () => {
  stage = await startStage();
  const { web, url, close } = await serve();
  web.use(stage.replica().router);
  const browser = openBrowser(stage);
  const address = await browser.consent({ fake_team: stage.team });
  const elsewhere = address.replace(stage.url, url);
  const begun = [browser.get(elsewhere), browser.get(address)];
  const statuses = (await Promise.all(begun)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 400]);
  await close();
});

test('the cookie ends with its attempt', async () => {
  stage = await startStage();
  const { headers } = await openBrowser(stage).install({ fake_team: stage.team });
  expect(headers.getSetCookie()[0]).toMatch(
    /^telework-install-[\w-]{22}=; Path=\/; Expires=Thu, 01 Jan 1970/,
  );
});

test('a workspace that is not on the list is refused before its grant is kept, and its token given back', async () => {
  stage = await startStage();
  const { web, url, close } = await serve();
  web.use(stage.replica({ publicUrl: url, allowedTeams: ['T0ELSEWHERE'] }).router);
  const browser = openBrowser({ url }, 'zh-TW');
  const { status, text } = await browser.install({ fake_team: stage.team });
  expect(status).toBe(403);
  expect(text).toContain('此工作區不在服務範圍內');
  expect(await stage.memory.list('install:')).toEqual([]);
  expect([...stage.slack.world.tokens.values()].at(-1)?.state).toBe('revoked');
  expect(stage.logged.at(-1)).toMatchObject({ level: 'warn', fields: { teamId: stage.team } });
  await close();
});

test('a list of an Enterprise organisation lets its workspaces in, together and one by one', async () => {
  stage = await startStage();
  const enterprise = stage.slack.enterprise().id;
  const team = stage.slack.team({ enterprise }).id;
  const { web, url, close } = await serve();
  web.use(stage.replica({ publicUrl: url, allowedTeams: [enterprise] }).router);
  expect((await openBrowser({ url }).install({ fake_enterprise: enterprise })).status).toBe(200);
  expect((await openBrowser({ url }).install({ fake_team: team })).status).toBe(200);
  expect((await openBrowser({ url }).install({ fake_team: stage.team })).status).toBe(403);
  await close();
});

test('a state is good for ten minutes', async () => {
  stage = await startStage();
  const browser = openBrowser(stage);
  const soon = await browser.consent({ fake_team: stage.team });
  stage.advance(9 * MINUTE);
  expect((await browser.get(soon)).status).toBe(200);
  const late = await browser.consent({ fake_team: stage.team });
  stage.advance(10 * MINUTE);
  expect((await browser.get(late)).status).toBe(400);
  expect(stage.logged.at(-1)?.fields.why).toBe('expired');
});

test('a state is good once, however often it comes at the same time', async () => {
  stage = await startStage();
  const browser = openBrowser(stage);
  const address = await browser.consent({ fake_team: stage.team });
  const pages = await Promise.all([1, 2, 3].map(() => browser.get(address)));
  expect(pages.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  const whys = stage.logged.filter(({ level }) => level === 'warn').map(({ fields }) => fields.why);
  expect(whys).toEqual(['used', 'used']);
  expect((await browser.get(address)).status).toBe(400);
  expect(asked(stage, 'code')).toBe(1);
});

test('two tabs of one browser both install, and the last one stands', async () => {
  stage = await startStage();
  const browser = openBrowser(stage);
  const addresses = [
    await browser.consent({ fake_team: stage.team }),
    await browser.consent({ fake_team: stage.team }),
  ];
  const pages = await Promise.all(addresses.map((address) => browser.get(address)));
  expect(pages.map(({ status }) => status)).toEqual([200, 200]);
  expect(await stage.oauth.installations.verify()).toBe(1);
  const bot = await stage.oauth.installations.botFor(ofTeam(stage.team));
  expect(stage.slack.world.tokens.get(bot?.botToken ?? '')?.state).toBe('live');
});

test('many workspaces are installed side by side; a reinstall replaces its own only', async () => {
  stage = await startStage();
  const other = stage.slack.team().id;
  const tokenOf = async (team: string) =>
    (await stage.oauth.installations.botFor(ofTeam(team)))?.botToken ?? '';
  await openBrowser(stage).install({ fake_team: stage.team });
  await openBrowser(stage).install({ fake_team: other });
  const before = [await tokenOf(stage.team), await tokenOf(other)];
  expect(new Set(before).size).toBe(2);
  await openBrowser(stage).install({ fake_team: stage.team });
  expect(await tokenOf(stage.team)).not.toBe(before[0]);
  expect(await tokenOf(other)).toBe(before[1]);
});

test('an org-wide install serves the organisation, and is of no workspace', async () => {
  stage = await startStage();
  const enterprise = stage.slack.enterprise().id;
  const team = stage.slack.team({ enterprise }).id;
  const { status } = await openBrowser(stage).install({ fake_enterprise: enterprise });
  expect(status).toBe(200);
  const { installations } = stage.oauth;
  const query = { teamId: team, enterpriseId: enterprise, isEnterpriseInstall: true };
  const bot = await installations.botFor(query);
  expect(bot).toMatchObject({ teamId: null, enterpriseId: enterprise });
  expect(stage.slack.world.tokens.get(bot?.botToken ?? '')).toMatchObject({ team: null, enterprise });
  expect(await installations.botFor({ ...query, teamId: null })).toEqual(bot);
  expect(await installations.botFor({ ...query, isEnterpriseInstall: false })).toBeNull();
  await installations.forget(query);
  expect(await installations.botFor(query)).toEqual(bot);
});

test('cancelling on Slack’s consent page changes nothing', async () => {
  stage = await startStage();
  const { status, text } = await openBrowser(stage, 'ja,en;q=0.5').install({ fake_cancel: '1' });
  expect(status).toBe(200);
  expect(text).toContain('<html lang="ja">');
  expect(text).toContain('インストールしませんでした');
  expect(await stage.memory.list('')).toEqual([]);
});

test('a code that Slack does not take installs nothing', async () => {
  stage = await startStage();
  const browser = openBrowser(stage);
  const address = new URL(await browser.consent({ fake_team: stage.team }));
  address.searchParams.set('code', 'guessed');
  expect((await browser.get(address.href)).status).toBe(502);
  expect(stage.logged.at(-1)).toMatchObject({ level: 'error', fields: { kind: 'invalid' } });
  expect(await installed()).toBe(false);
});

test('a wrong client secret is reported by the name of its variable, and never shown', async () => {
  stage = await startStage();
  stage.slack.app.clientSecret = 'regenerated';
  const { status, text } = await openBrowser(stage).install({ fake_team: stage.team });
  expect(status).toBe(502);
  expect(text).not.toContain('secret');
  expect(stage.logged.at(-1)?.text).toContain(
    'bad_client_secret: copy SLACK_CLIENT_ID and SLACK_CLIENT_SECRET',
  );
  expect(JSON.stringify(stage.logged)).not.toContain('client-secret-of-the-tests');
});

test.each(['500', 'reset-before'] as const)(
  'Slack failing (%s) ends in a page, not in a fault',
  async (kind) => {
    stage = await startStage();
    stage.slack.fault({ kind, method: 'oauth.v2.access' });
    const { status, text } = await openBrowser(stage).install({ fake_team: stage.team });
    expect(status).toBe(502);
    expect(text).toContain('didn’t work');
    expect(await installed()).toBe(false);
  },
);

test('an install with fewer scopes than requested is logged', async () => {
  stage = await startStage();
  await openBrowser(stage).install({ fake_team: stage.team, scope: 'commands,chat:write' });
  expect(stage.logged[0]).toMatchObject({
    level: 'warn',
    fields: { missing: BOT_SCOPES.filter((scope) => !['commands', 'chat:write'].includes(scope)) },
  });
});

test('over https the cookie is of this host and over https only', async () => {
  stage = await startStage();
  const { web, url, close } = await serve();
  web.use(stage.replica({ publicUrl: 'https://bot.example' }).router);
  const { headers, location } = await openBrowser(stage).get(`${url}/slack/install`);
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-telework-install-[\w-]{22}=[\w-]{43}; /);
  expect(cookie).toContain('; Path=/; ');
  expect(cookie).toContain('; HttpOnly; Secure; SameSite=Lax');
  expect(cookie).not.toContain('Domain');
  expect(new URL(location).searchParams.get('redirect_uri')).toBe('https://bot.example/slack/oauth_redirect');
  await close();
});

test('a page holds nothing that a browser would run', async () => {
  stage = await startStage();
  expect(
    endingPage('failed', { locale: 'en', href: '"><script>alert(1)</script>' }, translate),
  ).not.toContain('<script');
});
