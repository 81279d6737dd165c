import { createGrants, createSealer, type OAuth } from '../../../../adapters/slack/install';
import type { BotInstallation } from '../../../../adapters/slack/installations';
import { asked, KEY, OTHER_KEY, ofTeam, openBrowser, type Stage, startStage } from './fixture';

let stage: Stage;
afterEach(() => stage.stop());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function installedStage(options: { rotating?: boolean } = {}): Promise<BotInstallation> {
  stage = await startStage({ tokenRotation: options.rotating ?? false });
  await openBrowser(stage).install({ fake_team: stage.team });
  return bot();
}

async function bot(oauth: OAuth = stage.oauth): Promise<BotInstallation> {
  const found = await oauth.installations.botFor(ofTeam(stage.team));
  if (!found) throw new Error('the bot is not installed');
  return found;
}

const faultOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);
const keyOf = () => `install:${stage.team}`;
const grantOf = async (key = KEY) =>
  (await createGrants(stage.memory, createSealer(key)).get(keyOf()))?.grant;

async function works(token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${stage.slack.apiUrl}auth.test`, { method: 'POST', headers });
  return ((await response.json()) as { ok: boolean }).ok;
}

describe('a token that ends', () => {
  test('is renewed two hours before, and not sooner', async () => {
    const { botToken } = await installedStage({ rotating: true });
    stage.advance(10 * HOUR - MINUTE);
    expect((await bot()).botToken).toBe(botToken);
    expect(asked(stage, 'refresh_token')).toBe(0);
    stage.advance(MINUTE);
    const renewed = await bot();
    expect(renewed.botToken).not.toBe(botToken);
    expect(renewed).toEqual({ ...(await bot()), botToken: renewed.botToken });
    expect(asked(stage, 'refresh_token')).toBe(1);
  });

  test('is renewed again and again, each time with the newest refresh token', async () => {
    await installedStage({ rotating: true });
    const tokens = new Set<string>();
    for (let round = 0; round < 5; round++) {
      stage.advance(11 * HOUR);
      tokens.add((await bot()).botToken);
    }
    expect(tokens.size).toBe(5);
    expect(stage.slack.calls.list('oauth.v2.access').map(({ outcome }) => outcome)).toEqual(
      Array(6).fill('ok'),
    );
  });

  test('is renewed once by replicas that need it at the same time; the old one still serves', async () => {
    const { botToken } = await installedStage({ rotating: true });
    const replicas = [stage.oauth, stage.replica(), stage.replica()];
    stage.advance(11 * HOUR);
    const bots = await Promise.all(replicas.flatMap((replica) => [bot(replica), bot(replica)]));
    expect(asked(stage, 'refresh_token')).toBe(1);
    const renewed = (await grantOf())?.botToken ?? '';
    expect(renewed).not.toBe(botToken);
    for (const each of bots) expect([botToken, renewed]).toContain(each.botToken);
    for (const replica of replicas) expect((await bot(replica)).botToken).toBe(renewed);
    expect(await works(renewed)).toBe(true);
  });

  test('has ended: replicas wait for the one that renews it', async () => {
    await installedStage({ rotating: true });
    const replicas = [stage.oauth, stage.replica(), stage.replica()];
    stage.advance(13 * HOUR);
    const bots = await Promise.all(replicas.map((replica) => bot(replica)));
    expect(asked(stage, 'refresh_token')).toBe(1);
    expect(new Set(bots.map((each) => each.botToken)).size).toBe(1);
    expect(await works(bots[0]?.botToken ?? '')).toBe(true);
  });

  test('is not given out before it is kept', async () => {
    await installedStage({ rotating: true });
    const full = () => Promise.reject(new Error('the disk is full'));
    const replica = stage.replica({ memory: { ...stage.memory, put: full } });
    stage.advance(13 * HOUR);
    expect(await faultOf(bot(replica))).toMatchObject({ message: 'the disk is full' });
  });

  test.each(['500', 'reset-before', '429'] as const)(
    'serves on while Slack fails (%s), and is renewed later',
    async (kind) => {
      const { botToken } = await installedStage({ rotating: true });
      stage.advance(11 * HOUR);
      stage.slack.fault({ kind, method: 'oauth.v2.access', retryAfter: 5 });
      expect((await bot()).botToken).toBe(botToken);
      expect((await bot()).botToken).toBe(botToken);
      expect(asked(stage, 'refresh_token')).toBe(1);
      expect(stage.logged.at(-1)?.text).toContain('was not renewed');
      stage.advance(MINUTE);
      expect((await bot()).botToken).not.toBe(botToken);
    },
  );

  test('that has ended while Slack fails: surely nothing was sent', async () => {
    await installedStage({ rotating: true });
    stage.advance(13 * HOUR);
    stage.slack.fault({ kind: '500', method: 'oauth.v2.access' });
    expect(await faultOf(bot())).toMatchObject({ name: 'ChatError', kind: 'unreachable' });
    expect(await works((await bot()).botToken)).toBe(true);
  });

  test('whose refresh token is burnt needs a new install, and gets well by one', async () => {
    await installedStage({ rotating: true });
    stage.advance(13 * HOUR);
    stage.slack.fault({ kind: '500-after', method: 'oauth.v2.access' });
    expect(await faultOf(bot())).toMatchObject({ kind: 'unreachable' });
    const gone = { kind: 'gone', message: expect.stringContaining('install the app again') };
    expect(await faultOf(bot())).toMatchObject(gone);
    await openBrowser(stage).install({ fake_team: stage.team });
    expect(await works((await bot()).botToken)).toBe(true);
  });

  test('is renewed although the process that had begun died', async () => {
    await installedStage({ rotating: true });
    stage.advance(13 * HOUR);
    const started = (await grantOf())?.expiresAt ?? 0;
    await stage.memory.claim(`lease:${keyOf()}`, 'who died', started + HOUR + MINUTE, null);
    const first = await faultOf(bot());
    expect(first).toMatchObject({ kind: 'unreachable' });
    stage.advance(MINUTE);
    expect(await works((await bot()).botToken)).toBe(true);
    expect(asked(stage, 'refresh_token')).toBe(1);
  });

  test('never takes the place of a newer install', async () => {
    await installedStage({ rotating: true });
    stage.advance(11 * HOUR);
    await Promise.all([bot(), openBrowser(stage).install({ fake_team: stage.team }), bot(stage.replica())]);
    const kept = await grantOf();
    const newest = [...stage.slack.world.refreshTokens].at(-1);
    expect(newest?.[1].used).toBe(false);
    expect(await works(kept?.botToken ?? '')).toBe(true);
    stage.advance(11 * HOUR);
    expect((await bot()).botToken).not.toBe(kept?.botToken);
  });
});

describe('an uninstall', () => {
  test('forgets the token', async () => {
    await installedStage();
    const { world } = stage.slack;
    for (const token of world.tokens.values()) token.state = 'uninstalled';
    await stage.oauth.installations.forget(ofTeam(stage.team));
    expect(await stage.oauth.installations.botFor(ofTeam(stage.team))).toBeNull();
    expect(await stage.memory.list('install:')).toEqual([]);
  });

  test('told of a token that expired meanwhile forgets it, too', async () => {
    await installedStage({ rotating: true });
    for (const token of stage.slack.world.tokens.values()) token.state = 'revoked';
    stage.advance(13 * HOUR);
    await stage.oauth.installations.forget(ofTeam(stage.team));
    expect(await stage.memory.list('install:')).toEqual([]);
  });

  test('told late, after a new install, takes nothing away', async () => {
    await installedStage();
    for (const token of stage.slack.world.tokens.values()) token.state = 'uninstalled';
    await openBrowser(stage).install({ fake_team: stage.team });
    await stage.oauth.installations.forget(ofTeam(stage.team));
    expect(await works((await bot()).botToken)).toBe(true);
  });

  test('is believed while Slack says nothing: it will not be told again', async () => {
    await installedStage();
    stage.slack.fault({ kind: '500', method: 'auth.test' });
    await stage.oauth.installations.forget(ofTeam(stage.team));
    expect(await stage.memory.list('install:')).toEqual([]);
  });

  test('of a workspace without an install succeeds', async () => {
    await installedStage();
    await stage.oauth.installations.forget(ofTeam('T0ELSEWHERE'));
    await stage.oauth.installations.forget({ teamId: null, enterpriseId: null, isEnterpriseInstall: true });
    expect(await stage.oauth.installations.verify()).toBe(1);
  });
});

describe('the key', () => {
  test('another one opens nothing, and says which variable is wrong', async () => {
    await installedStage();
    const replica = stage.replica({ encryptionKey: OTHER_KEY });
    expect(await faultOf(bot(replica))).toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('ENCRYPTION_KEY is not the key'),
    });
    expect(await faultOf(replica.installations.verify())).toMatchObject({ name: 'SealError' });
    expect(await stage.oauth.installations.verify()).toBe(1);
  });

  test('is changed by putting the new one first: grants are encrypted again when they are used', async () => {
    const before = await installedStage();
    const both = stage.replica({ encryptionKey: `${OTHER_KEY},${KEY}` });
    expect(await bot(both)).toEqual(before);
    expect(await bot(stage.replica({ encryptionKey: OTHER_KEY }))).toEqual(before);
  });

  test('notices what was changed in the database, or moved to another workspace', async () => {
    await installedStage();
    const other = stage.slack.team().id;
    const sealed = (await stage.memory.get(keyOf())) ?? '';
    await stage.memory.put(`install:${other}`, sealed, null, null);
    const damaged = { kind: 'unreachable', message: expect.stringContaining('was changed') };
    expect(await faultOf(stage.oauth.installations.botFor(ofTeam(other)))).toMatchObject(damaged);
    const at = sealed.length - 10;
    const flipped = sealed[at] === 'A' ? 'B' : 'A';
    await stage.memory.put(keyOf(), sealed.slice(0, at) + flipped + sealed.slice(at + 1), null, null);
    expect(await faultOf(bot())).toMatchObject(damaged);
  });
});

describe('a start', () => {
  test('goes on when a grant is damaged: that workspace alone is not served, and one line names it', async () => {
    const before = await installedStage();
    const other = stage.slack.team().id;
    await openBrowser(stage).install({ fake_team: other });
    const sealed = (await stage.memory.get(keyOf())) ?? '';
    await stage.memory.put(`install:${other}`, sealed, null, null);
    const replica = stage.replica();
    stage.logged.length = 0;
    expect(await replica.installations.verify()).toBe(1);
    expect(await bot(replica)).toEqual(before);
    expect(stage.logged).toEqual([
      { level: 'error', fields: { team: other }, text: expect.stringContaining(`install of ${other}`) },
    ]);
    expect(stage.logged[0]?.text).toContain('install the app again');
    expect(await faultOf(replica.installations.botFor(ofTeam(other)))).toMatchObject({ kind: 'unreachable' });
  });

  test('goes on when the only grant is damaged', async () => {
    await installedStage();
    const [version, key] = ((await stage.memory.get(keyOf())) ?? '').split('.');
    await stage.memory.put(keyOf(), `${version}.${key}.damaged`, null, null);
    expect(await stage.oauth.installations.verify()).toBe(0);
  });

  test('goes on when only some grants are of another key', async () => {
    await installedStage();
    const grants = createGrants(stage.memory, createSealer(OTHER_KEY));
    const grant = await grantOf();
    if (!grant) throw new Error('no grant');
    await grants.put('install:T0OTHER', { ...grant, teamId: 'T0OTHER' });
    expect(await stage.oauth.installations.verify()).toBe(1);
    expect(await stage.replica({ encryptionKey: `${KEY},${OTHER_KEY}` }).installations.verify()).toBe(2);
  });
});

test('while the database is away an install that was read before serves on, and no other', async () => {
  const known = await installedStage();
  let away = false;
  const { memory } = stage;
  const oauth = stage.replica({
    memory: {
      ...memory,
      get: async (key) => {
        if (away) throw new Error('the database is away');
        return memory.get(key);
      },
    },
  });
  away = true;
  await expect(bot(oauth)).rejects.toThrow('away');
  away = false;
  // As at every start.
  expect(await oauth.installations.verify()).toBe(1);
  away = true;
  expect(await bot(oauth)).toEqual(known);
  away = false;
  await memory.remove(keyOf());
  expect(await oauth.installations.botFor(ofTeam(stage.team))).toBeNull();
  away = true;
  await expect(bot(oauth)).rejects.toThrow('away');
});
