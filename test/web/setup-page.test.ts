import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformSettings } from '../../src/config/setup';
import { LOCALES } from '../../src/domain/people/person';
import { translate } from '../../src/i18n/translate';
import { createWeb, type Listening, type SetupView, setupPage } from '../../src/web';

/* The page that tells the people who run the bot what is missing. */

const log = { debug() {}, info() {}, warn() {}, error() {} };
let listening: Listening;
afterEach(() => listening?.close());

async function serve(view: SetupView, token: string | null = null): Promise<string> {
  const web = createWeb({ log, ready: async () => {}, newId: () => 'id', after: () => () => {} });
  const access = { token, hosts: [], setting: 'METRICS_TOKEN' as const };
  web.app.use(setupPage({ translate, defaultLocale: 'ja', access, look: async () => view }));
  listening = await web.listen('127.0.0.1', 0);
  return `${listening.url}/setup`;
}

const VIEW: SetupView = {
  platforms: platformSettings(
    { SLACK_BOT_TOKEN: 'xoxb-secret-1', PUBLIC_URL: 'http://bot.example' },
    '/none',
  ),
  findings: [{ name: 'Data folder', state: 'fail', text: 'it is <full>', cure: 'make room' }],
};

test.each(LOCALES)('in %s it names each setting with its state, and never a value', async (locale) => {
  const html = await (await fetch(`${await serve(VIEW)}?lang=${locale}`)).text();
  const say = (key: Parameters<typeof translate>[1]) =>
    translate(locale, key, { command: 'npm run doctor', file: '.env' });
  expect(html).toContain(`<html lang="${locale}"`);
  expect(html).toContain(`<code>SLACK_BOT_TOKEN</code></th><td>${say('site.setup-set')}<`);
  expect(html).toContain(`<code>MicrosoftAppId</code></th><td>${say('site.setup-missing')}<`);
  expect(html).toContain(`<code>PUBLIC_URL</code></th><td>${say('site.setup-wrong')}<`);
  expect(html).toContain('href="https://api.slack.com/apps"');
  expect(html).toContain('it is &lt;full&gt;<br>→ make room');
  expect(html).not.toMatch(/secret-1|bot\.example/);
});

test('other machines, other names and wrong tokens do not get it; the token does', async () => {
  const url = await serve(VIEW);
  expect((await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.5' } })).status).toBe(403);
  await listening.close();
  const guarded = await serve(VIEW, 'a-token-of-the-operator');
  expect((await fetch(guarded)).status).toBe(401);
  const headers = { authorization: 'Bearer a-token-of-the-operator', 'x-forwarded-for': '203.0.113.5' };
  const page = await fetch(guarded, { headers });
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
});

test('it looks at the environment and the file as they are now', () => {
  const folder = mkdtempSync(join(tmpdir(), 'telework-setup-'));
  const file = join(folder, '.env');
  const states = () =>
    platformSettings({}, file).map(({ settings }) => settings.map(({ name, state }) => `${name} ${state}`));
  expect(states()[0]).toEqual(['SLACK_BOT_TOKEN missing', 'SLACK_APP_TOKEN missing']);
  writeFileSync(file, 'SLACK_BOT_TOKEN=xoxp-1\nSLACK_SIGNING_SECRET=9c1f0ab27de84b5c96a3d2e17f8b4c60\n');
  expect(states()[0]).toEqual(['SLACK_BOT_TOKEN wrong', 'SLACK_SIGNING_SECRET set', 'PUBLIC_URL missing']);
  writeFileSync(file, 'SLACK_CLIENT_ID=1.2\nMicrosoftAppType=MultiTenant\n');
  expect(states()).toEqual([
    expect.arrayContaining(['SLACK_CLIENT_ID set', 'SLACK_STATE_SECRET missing', 'ENCRYPTION_KEY missing']),
    expect.arrayContaining(['TEAMS_ALLOWED_TENANTS missing']),
  ]);
  rmSync(folder, { recursive: true });
});
