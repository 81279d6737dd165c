import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import {
  type Config,
  type ConfigFault,
  describeFaults,
  type Environment,
  loadConfig,
  prepareDataDir,
  readConfig,
} from '../../src/config';
import { VARIABLES } from '../../src/config/variables';

/** As `openssl rand -hex 32` makes it. */
const RANDOM = '5f0c9a7be24d81f3a6097cb1e83d524f60a9d7e3185bc4f29e07ad63b81c94e5';
const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_SIGNING_SECRET: SIGNING_SECRET };
const SANDBOX_TOKEN = RANDOM;
const OAUTH = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: RANDOM,
  ENCRYPTION_KEY: RANDOM,
  PUBLIC_URL: 'https://bot.example.com',
};
const TEAMS = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'app-password', MicrosoftAppTenantId: 'tenant' };

function configOf(env: Environment): Config {
  const config = readConfig(env);
  if ('faults' in config) throw new Error(describeFaults(config.faults));
  return config;
}

function faultsOf(env: Environment): ConfigFault[] {
  const config = readConfig(env);
  return 'faults' in config ? config.faults : [];
}

function faultyVariables(env: Environment): string[] {
  return faultsOf(env).map(({ variable }) => variable);
}

describe('without any setting', () => {
  test('the defaults stand, and the sandbox runs', () => {
    expect(configOf({})).toEqual({
      slack: null,
      teams: null,
      store: { kind: 'sqlite', dataDir: './data' },
      http: {
        host: '127.0.0.1',
        listenHost: '127.0.0.1',
        port: 3000,
        publicUrl: null,
        pagesAt: '',
        drainMs: 0,
        metricsToken: null,
        sandboxToken: null,
      },
      log: { level: 'info' },
      defaults: { zone: 'Asia/Tokyo', language: 'en', country: 'JP' },
      clock: null,
      sandbox: true,
      pastDays: true,
      encryptionKey: null,
      retentionMonths: 13,
      joined: { pairs: [], linkBy: null },
    });
  });

  test('an empty or blank text is none', () => {
    expect(configOf({ PORT: '', HOST: '  ', SLACK_BOT_TOKEN: '', DATABASE_URL: '' })).toEqual(configOf({}));
  });

  test('unknown variables are none of our business', () => {
    expect(configOf({ PATH: '/bin', SLACK_COLOUR: 'red' })).toEqual(configOf({}));
  });

  test('the configuration cannot be changed, however deep', () => {
    const config = configOf(SLACK);
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.http)).toBe(true);
    expect(Object.isFrozen(config.slack?.auth)).toBe(true);
  });
});

describe('each setting', () => {
  test('is read into its own shape', () => {
    const key = randomBytes(32);
    const config = configOf({
      HOST: '::1',
      PORT: ' 8080 ',
      PUBLIC_URL: 'https://bot.example.com/telework/',
      DRAIN_SECONDS: '15',
      METRICS_TOKEN: 'sixteen letters!',
      LOG_LEVEL: 'debug',
      DATA_DIR: '/var/lib/bot',
      DEFAULT_TIME_ZONE: 'Europe/London',
      DEFAULT_LOCALE: 'zh-Hant-HK',
      DEFAULT_COUNTRY: 'gb',
      SANDBOX_TOKEN,
      ENCRYPTION_KEY: key.toString('base64'),
      RETENTION_MONTHS: '24',
    });
    expect(config.retentionMonths).toBe(24);
    expect(config.http).toEqual({
      host: '::1',
      listenHost: '::1',
      port: 8080,
      publicUrl: 'https://bot.example.com/telework',
      pagesAt: 'https://bot.example.com/telework',
      drainMs: 15_000,
      metricsToken: 'sixteen letters!',
      sandboxToken: SANDBOX_TOKEN,
    });
    expect(config.log.level).toBe('debug');
    expect(config.store.dataDir).toBe('/var/lib/bot');
    expect(config.defaults).toEqual({ zone: 'Europe/London', language: 'zh-TW', country: 'GB' });
    expect(config.encryptionKey).toBe(key.toString('hex'));
    expect(configOf({ ENCRYPTION_KEY: key.toString('hex') }).encryptionKey).toBe(key.toString('hex'));
    const older = RANDOM.toUpperCase();
    expect(configOf({ ENCRYPTION_KEY: `${key.toString('base64')}, ${older}` }).encryptionKey).toBe(
      `${key.toString('hex')},${older.toLowerCase()}`,
    );
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['DRAIN_SECONDS', '121'],
    ['RETENTION_MONTHS', '0'],
    ['RETENTION_MONTHS', '61'],
    ['RETENTION_MONTHS', '1.5'],
    ['DRAIN_SECONDS', '1.5'],
    ['METRICS_TOKEN', 'short'],
    ['SANDBOX_TOKEN', 'short'],
    ['HOST', 'http://example.com'],
    ['PUBLIC_URL', 'bot.example.com'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['LOG_LEVEL', 'loud'],
    ['DEFAULT_TIME_ZONE', 'Asia/Edo'],
    ['DEFAULT_LOCALE', 'fr'],
    ['DEFAULT_COUNTRY', 'JPN'],
    ['DEFAULT_COUNTRY', 'ZZ'],
    ['SIMULATED_NOW', '2018-07-24T07:00:00'],
    ['SIMULATED_NOW', '2018-02-30T07:00:00Z'],
    ['SIMULATED_SPEED', '0'],
    ['SIMULATED_SPEED', '-1'],
    ['SIMULATED_SPEED', 'fast'],
    ['SIMULATED_SPEED', 'Infinity'],
    ['SIMULATED_SPEED', '100001'],
    ['SANDBOX_ENABLED', 'maybe'],
    ['TEAMS_ENABLED', 'maybe'],
    ['MicrosoftAppType', 'singletenant'],
    ['ENCRYPTION_KEY', 'short'],
    ['ENCRYPTION_KEY', `${RANDOM},short`],
    ['DATABASE_URL', 'mysql://bot@db/telework'],
    ['DATABASE_URL', 'db/telework'],
    ['DATABASE_URL', 'postgres://db'],
    ['DATABASE_URL', 'postgres:///telework'],
    ['DATABASE_POOL_SIZE', '0'],
    ['DATABASE_POOL_SIZE', 'many'],
  ])('%s refuses %j', (variable, value) => {
    expect(faultyVariables({ [variable]: value })).toEqual([variable]);
  });

  test('every fault is listed at once, with a cure', () => {
    const faults = faultsOf({
      PORT: 'x',
      LOG_LEVEL: 'loud',
      DEFAULT_COUNTRY: 'Narnia',
      SLACK_BOT_TOKEN: 'xoxb-1',
    });
    expect(faults.map(({ variable }) => variable).sort()).toEqual([
      'DEFAULT_COUNTRY',
      'LOG_LEVEL',
      'PORT',
      'SLACK_SIGNING_SECRET',
    ]);
    expect(faults.every(({ cure }) => cure.length > 10)).toBe(true);
  });

  test('a wrong value is repeated, shortened, to be recognised', () => {
    expect(describeFaults(faultsOf({ DEFAULT_TIME_ZONE: 'Asia/Edo' }))).toContain(
      '  DEFAULT_TIME_ZONE ("Asia/Edo") is not a time zone; use an IANA name such as Asia/Tokyo',
    );
    expect(describeFaults(faultsOf({ LOG_LEVEL: 'x'.repeat(10_000) })).length).toBeLessThan(400);
  });

  test('the value of a secret is never repeated', () => {
    const faults = faultsOf({
      SLACK_BOT_TOKEN: 'xapp-swapped',
      SLACK_APP_TOKEN: 'xoxb-swapped',
      SLACK_SIGNING_SECRET: 'signing-swapped',
      SLACK_CLIENT_SECRET: 'client-swapped',
      MicrosoftAppPassword: 'password-swapped',
      ENCRYPTION_KEY: 'key-swapped',
      DATABASE_URL: 'mysql://bot:swapped@db/telework',
      PUBLIC_URL: 'bot:swapped@example.com',
    });
    expect(faults.length).toBeGreaterThan(5);
    expect(JSON.stringify(faults)).not.toContain('swapped');
  });

  test.each(['postgres://bot:pw@db/telework', 'postgresql://db:5433/telework?sslmode=verify-full'])(
    'PostgreSQL is used at %s',
    (url) => {
      expect(configOf({ DATABASE_URL: url }).store).toEqual({
        kind: 'postgres',
        dataDir: './data',
        url,
        poolSize: 10,
      });
      const sized = configOf({ DATABASE_URL: url, DATABASE_POOL_SIZE: '3' });
      expect(sized.store).toMatchObject({ kind: 'postgres', poolSize: 3 });
    },
  );

  test('PostgreSQL may be reached by a socket', () => {
    const url = 'postgres:///telework?host=/run/postgresql';
    expect(configOf({ DATABASE_URL: url }).store).toMatchObject({ kind: 'postgres', url });
  });
});

describe('a secret that can be guessed is refused', () => {
  test.each([
    ['SLACK_STATE_SECRET', 'a'],
    ['SLACK_STATE_SECRET', RANDOM.slice(0, 31)],
    ['SLACK_STATE_SECRET', 'a'.repeat(64)],
    ['SLACK_STATE_SECRET', 'password'.repeat(8)],
    ['SLACK_STATE_SECRET', '0123456789abcdef'.repeat(4)],
    ['SLACK_STATE_SECRET', 'please-change-me-before-you-start-the-bot'],
    ['SLACK_STATE_SECRET', '<a long random text of your own, 32 characters>'],
    ['SLACK_SIGNING_SECRET', 'x'],
    ['SLACK_SIGNING_SECRET', '0'.repeat(32)],
    ['METRICS_TOKEN', 'change-me'],
    ['METRICS_TOKEN', '1111111111111111'],
    ['METRICS_TOKEN', RANDOM.slice(0, 15)],
    ['ENCRYPTION_KEY', '0'.repeat(64)],
    ['ENCRYPTION_KEY', 'ab'.repeat(32)],
    ['ENCRYPTION_KEY', 'deadbeef'.repeat(8)],
    ['ENCRYPTION_KEY', Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64')],
    ['ENCRYPTION_KEY', `${RANDOM},${'0'.repeat(64)}`],
    ['DATABASE_URL', 'postgres://telework:change-me@database:5432/telework'],
  ])('%s %j', (variable, value) => {
    const faults = faultsOf({ ...SLACK, [variable]: value });
    expect(faults.map((fault) => fault.variable)).toContain(variable);
    const [fault] = faults.filter((each) => each.variable === variable);
    expect(fault?.wrong).toMatch(/too short|is an example|repeats itself|of an example/);
  });

  test('the cure is a command', () => {
    for (const variable of ['SLACK_STATE_SECRET', 'METRICS_TOKEN', 'ENCRYPTION_KEY'] as const) {
      expect(faultsOf({ [variable]: '0'.repeat(64) })[0]?.cure).toContain('openssl rand -hex 32');
    }
  });

  test('secrets made as the cure says are taken, and so are those of Slack', () => {
    for (let made = 0; made < 200; made++) {
      const env = {
        SLACK_STATE_SECRET: randomBytes(32).toString('hex'),
        METRICS_TOKEN: randomBytes(32).toString('base64'),
        ENCRYPTION_KEY: randomBytes(32).toString('hex'),
        SLACK_SIGNING_SECRET: randomBytes(16).toString('hex'),
      };
      expect(faultyVariables({ ...OAUTH, ...env })).toEqual([]);
    }
  });

  test('none of the values that the repository shows', () => {
    for (const file of ['README.md', '.env.example', 'deploy/postgres.env.example', 'docs/operations.md']) {
      const shown = readFileSync(file, 'utf8').matchAll(/^#?\s*(\w+(?:_SECRET|_KEY|_TOKEN|_URL))=(\S+)$/gm);
      for (const [, variable = '', value = ''] of shown) {
        if (!/^(METRICS_TOKEN|ENCRYPTION_KEY|SLACK_\w+_SECRET|DATABASE_URL)$/.test(variable)) continue;
        expect(faultyVariables({ [variable]: value })).toContain(variable);
      }
    }
  });
});

describe('Slack', () => {
  test('with a signing secret listens over HTTP', () => {
    expect(configOf(SLACK).slack).toEqual({
      auth: { kind: 'token', botToken: 'xoxb-1-secret' },
      connection: { kind: 'http', signingSecret: SIGNING_SECRET },
      command: '/telework',
      statuses: null,
      apiUrl: null,
    });
  });

  test('with an app token uses Socket Mode, signing secret or not', () => {
    const socket = { kind: 'socket', appToken: 'xapp-1' };
    const { SLACK_BOT_TOKEN } = SLACK;
    expect(configOf({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN: 'xapp-1' }).slack?.connection).toEqual({
      ...socket,
      unusedSecret: false,
    });
    expect(configOf({ ...SLACK, SLACK_APP_TOKEN: 'xapp-1' }).slack?.connection).toEqual({
      ...socket,
      unusedSecret: true,
    });
  });

  test('has the slash command of its manifest, or another one', () => {
    expect(configOf(SLACK).slack?.command).toBe('/telework');
    expect(configOf({ ...SLACK, SLACK_COMMAND: '/days' }).slack?.command).toBe('/days');
    expect(() => configOf({ ...SLACK, SLACK_COMMAND: 'telework' })).toThrow('SLACK_COMMAND');
  });

  test('is installed by OAuth with its three settings', () => {
    const { SLACK_SIGNING_SECRET } = SLACK;
    expect(configOf({ ...OAUTH, SLACK_SIGNING_SECRET }).slack?.auth).toEqual({
      kind: 'oauth',
      clientId: '1.2',
      clientSecret: 'client-secret',
      stateSecret: RANDOM,
      allowedTeams: null,
    });
  });

  test.each<[string, Environment, string[]]>([
    ['a bot token alone', { SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    ['a signing secret alone', { SLACK_SIGNING_SECRET: SIGNING_SECRET }, ['SLACK_BOT_TOKEN']],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    ['OAuth without a connection', OAUTH, ['SLACK_SIGNING_SECRET']],
    [
      'half of OAuth',
      { SLACK_CLIENT_ID: '1.2', SLACK_SIGNING_SECRET: SIGNING_SECRET },
      ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'ENCRYPTION_KEY', 'PUBLIC_URL'],
    ],
    [
      'OAuth without a key for its tokens',
      { ...OAUTH, SLACK_SIGNING_SECRET: SIGNING_SECRET, ENCRYPTION_KEY: '' },
      ['ENCRYPTION_KEY'],
    ],
    [
      'OAuth without an address to come back to',
      { ...OAUTH, SLACK_SIGNING_SECRET: SIGNING_SECRET, PUBLIC_URL: '' },
      ['PUBLIC_URL'],
    ],
    [
      'OAuth at an address that is not encrypted',
      { ...OAUTH, SLACK_SIGNING_SECRET: SIGNING_SECRET, PUBLIC_URL: 'http://bot.example.com' },
      ['PUBLIC_URL'],
    ],
    ['a token with OAuth', { ...SLACK, ...OAUTH }, ['SLACK_BOT_TOKEN']],
    ['a token with OAuth and statuses', { ...SLACK, ...OAUTH, SLACK_STATUSES: 'on' }, ['SLACK_BOT_TOKEN']],
    [
      'statuses without what people need to allow them',
      { ...SLACK, SLACK_STATUSES: 'on' },
      ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'ENCRYPTION_KEY', 'PUBLIC_URL'],
    ],
    [
      'statuses at an address that is not encrypted',
      {
        ...{ ...SLACK, ...OAUTH, SLACK_STATE_SECRET: '', SLACK_STATUSES: 'on' },
        PUBLIC_URL: 'http://bot.example.com',
      },
      ['PUBLIC_URL'],
    ],
  ])('half-configured is a fault: %s', (_name, env, variables) => {
    expect(faultyVariables(env)).toEqual(variables);
  });

  test.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'])(
    'OAuth is tried out on this machine without https: %s',
    (PUBLIC_URL) => {
      expect(faultyVariables({ ...SLACK, SLACK_BOT_TOKEN: '', ...OAUTH, PUBLIC_URL })).toEqual([]);
    },
  );

  test('takes the app’s secrets with a token where people allow their statuses by them', () => {
    const statuses = { clientId: OAUTH.SLACK_CLIENT_ID, clientSecret: OAUTH.SLACK_CLIENT_SECRET };
    const env = { ...SLACK, ...OAUTH, SLACK_STATE_SECRET: '', SLACK_STATUSES: 'on' };
    expect(configOf(env).slack).toMatchObject({ auth: { kind: 'token' }, statuses });
    const many = { ...OAUTH, SLACK_SIGNING_SECRET: SIGNING_SECRET };
    expect(configOf(many).slack?.statuses).toBeNull();
    expect(configOf({ ...many, SLACK_STATUSES: 'on' }).slack).toMatchObject({
      auth: { kind: 'oauth' },
      statuses,
    });
  });

  test('serves the workspaces and organisations on its list', () => {
    const env = { ...OAUTH, SLACK_SIGNING_SECRET: SIGNING_SECRET };
    const { slack } = configOf({ ...env, SLACK_ALLOWED_TEAMS: 't0123, E9' });
    expect(slack?.auth).toMatchObject({ allowedTeams: ['T0123', 'E9'] });
    for (const list of ['Acme', 'T1;T2', 'T1,', 'https://acme.slack.com']) {
      expect(faultyVariables({ ...env, SLACK_ALLOWED_TEAMS: list })).toEqual(['SLACK_ALLOWED_TEAMS']);
    }
  });

  test('switches the automatic sandbox off; beside Slack or Teams, whose clock it would move, it may not be on', () => {
    expect(configOf(SLACK).sandbox).toBe(false);
    for (const real of [SLACK, TEAMS, { ...OAUTH, SLACK_APP_TOKEN: 'xapp-1' }]) {
      expect(faultyVariables({ ...real, SANDBOX_ENABLED: 'on' })).toEqual(['SANDBOX_ENABLED']);
    }
    expect(configOf({ ...TEAMS, TEAMS_ENABLED: 'off', SANDBOX_ENABLED: 'on' }).sandbox).toBe(true);
    expect(configOf({ TEAMS_ENABLED: 'on', SANDBOX_ENABLED: 'on' }).sandbox).toBe(true);
    expect(configOf({ SANDBOX_ENABLED: 'off' }).sandbox).toBe(false);
  });
});

describe('the sandbox', () => {
  test.each([
    ['', '127.0.0.1'],
    ['0.0.0.0', '127.0.0.1'],
    ['::', '127.0.0.1'],
    ['bot.example.com', '127.0.0.1'],
    ['localhost', 'localhost'],
    ['::1', '::1'],
  ])('with HOST=%s listens on %s', (HOST, host) => {
    expect(configOf({ HOST }).http.listenHost).toBe(host);
  });

  test('listens where HOST says once a token is asked for', () => {
    const { http } = configOf({ HOST: '0.0.0.0', SANDBOX_TOKEN });
    expect(http).toMatchObject({ listenHost: '0.0.0.0', sandboxToken: SANDBOX_TOKEN });
  });

  test('leaves HOST alone where it does not run', () => {
    expect(configOf({ ...SLACK, HOST: '0.0.0.0' }).http.listenHost).toBe('0.0.0.0');
    expect(configOf({ SANDBOX_ENABLED: 'off', HOST: '0.0.0.0' }).http.listenHost).toBe('0.0.0.0');
  });
});

describe('Teams', () => {
  test('is configured by its credentials', () => {
    const config = configOf(TEAMS);
    expect(config.teams).toEqual({
      credentials: { type: 'SingleTenant', appId: 'app', password: 'app-password', tenantId: 'tenant' },
      tenants: ['tenant'],
      admins: [],
      statuses: false,
    });
    expect(config.sandbox).toBe(false);
  });

  test('runs without credentials when asked for, on loopback only', () => {
    expect(configOf({ TEAMS_ENABLED: 'on' }).teams).toEqual({
      ...{ credentials: null, tenants: null, admins: [], statuses: false },
    });
    expect(configOf({ TEAMS_ENABLED: 'true', HOST: '0.0.0.0' }).http.listenHost).toBe('127.0.0.1');
    const beside = { ...SLACK, TEAMS_ENABLED: 'true' };
    expect(configOf(beside).http.listenHost).toBe('127.0.0.1');
    expect(faultyVariables({ ...beside, HOST: '0.0.0.0' })).toEqual(['MicrosoftAppId']);
    expect(configOf({ ...beside, HOST: '0.0.0.0', SANDBOX_TOKEN }).http.listenHost).toBe('0.0.0.0');
  });

  test('serves the tenants on its list, and its administrators', () => {
    const { teams } = configOf({ ...TEAMS, TEAMS_ALLOWED_TENANTS: 'one, Two,3', TEAMS_ADMINS: 'B8AD-6259' });
    expect(teams).toMatchObject({ tenants: ['one', 'two', '3'], admins: ['b8ad-6259'] });
    expect(configOf({ ...TEAMS, TEAMS_STATUSES: 'on' }).teams).toMatchObject({ statuses: true });
    // A managed identity has no secret by which Graph would give a token.
    const managed = { ...TEAMS, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' };
    expect(faultyVariables(managed)).toEqual([]);
    expect(faultyVariables({ ...managed, TEAMS_STATUSES: 'on' })).toEqual(['MicrosoftAppPassword']);
    expect(faultyVariables({ ...TEAMS, TEAMS_ALLOWED_TENANTS: 'one;two', TEAMS_ADMINS: 'a@b' })).toEqual([
      'TEAMS_ALLOWED_TENANTS',
      'TEAMS_ADMINS',
    ]);
  });

  test('stays off when told so, whatever else is set', () => {
    expect(configOf({ ...TEAMS, TEAMS_ENABLED: 'off', HOST: '0.0.0.0' }).teams).toBeNull();
    expect(configOf({ MicrosoftAppPassword: 'p', TEAMS_ENABLED: 'off' }).teams).toBeNull();
  });

  test.each<[string, Environment, string[]]>([
    ['an id alone', { MicrosoftAppId: 'app' }, ['MicrosoftAppPassword', 'MicrosoftAppTenantId']],
    ['no id', { MicrosoftAppPassword: 'p' }, ['MicrosoftAppId']],
    [
      'a managed identity without tenant',
      { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: 'app' },
      ['MicrosoftAppTenantId'],
    ],
    [
      'several tenants without password',
      { MicrosoftAppType: 'MultiTenant', MicrosoftAppId: 'app' },
      ['MicrosoftAppPassword', 'TEAMS_ALLOWED_TENANTS'],
    ],
  ])('half-configured is a fault: %s', (_name, env, variables) => {
    expect(faultyVariables(env)).toEqual(variables);
  });
});

describe('the simulated clock', () => {
  test('starts at an instant, at a speed of 1 unless told otherwise', () => {
    const simulatedNow = Date.UTC(2018, 6, 23, 21, 55);
    expect(configOf({ SIMULATED_NOW: '2018-07-24T06:55:00+09:00' }).clock).toEqual({
      simulatedNow,
      speed: 1,
    });
    expect(configOf({ SIMULATED_NOW: '2018-07-23T21:55:00Z', SIMULATED_SPEED: '60' }).clock).toEqual({
      simulatedNow,
      speed: 60,
    });
  });

  test('starts at the real time when only a speed is given', () => {
    expect(configOf({ SIMULATED_SPEED: '0.5' }).clock).toEqual({ simulatedNow: null, speed: 0.5 });
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('.env is read, and the process wins over it, even with an empty text', () => {
    const file = join(folder, '.env');
    writeFileSync(file, 'PORT=4000\nHOST="0.0.0.0"\n# a comment\nLOG_LEVEL=debug\n');
    const config = loadConfig({ PORT: '5000', LOG_LEVEL: '' }, file);
    expect(config).toMatchObject({ http: { host: '0.0.0.0', port: 5000 }, log: { level: 'info' } });
  });

  test('a missing .env is not a fault, an unreadable one is', () => {
    expect(loadConfig({}, join(folder, 'none'))).toEqual(configOf({}));
    expect(loadConfig({}, folder)).toMatchObject({ faults: [{ variable: folder }] });
  });

  test('the data folder is made, with its parents', () => {
    const dataDir = join(folder, 'a', 'b');
    expect(prepareDataDir(dataDir)).toBeNull();
    writeFileSync(join(dataDir, 'file'), '');
  });

  test('a data folder that cannot be made is a fault by its variable', () => {
    writeFileSync(join(folder, 'file'), '');
    const fault = prepareDataDir(join(folder, 'file', 'data'));
    expect(fault?.variable).toBe('DATA_DIR');
    expect(fault?.wrong).toContain('ENOTDIR');
  });
});

describe('organisations that are one', () => {
  const TENANT = '00000000-0000-0000-0000-00000000abcd';

  test('are named in pairs, the first of which keeps the data', () => {
    const config = configOf({
      JOINED_ORGANISATIONS: `slack:t0123=Teams:${TENANT.toUpperCase()}, teams:other=slack:T9`,
    });
    expect(config.joined.pairs).toEqual([
      { into: 'slack:T0123', org: `teams:${TENANT}` },
      { into: 'teams:other', org: 'slack:T9' },
    ]);
  });

  test.each([
    'slack:T1',
    'slack:T1=',
    'slack:T1=teams:a=teams:b',
    'T1=a',
    'slack:T1=teams:a,slack:T2=teams:a',
    'slack:T1=teams:a,teams:a=slack:T2',
    'slack:T1=slack:T1',
    'slack:T1=teams:a|b',
  ])('%j is refused, and shown', (text) => {
    const [fault] = faultsOf({ JOINED_ORGANISATIONS: text });
    expect(fault).toMatchObject({
      variable: 'JOINED_ORGANISATIONS',
      cure: expect.stringContaining('slack:'),
    });
    expect(fault?.wrong).toContain(JSON.stringify(text));
  });

  test('people are linked only where asked for, with a key', () => {
    expect(configOf({ LINK_PEOPLE: 'off' }).joined.linkBy).toBeNull();
    expect(configOf({ LINK_PEOPLE: 'email', ENCRYPTION_KEY: RANDOM }).joined.linkBy).toBe('email');
    expect(faultyVariables({ LINK_PEOPLE: 'email' })).toEqual(['ENCRYPTION_KEY']);
    expect(faultyVariables({ LINK_PEOPLE: 'phone' })).toEqual(['LINK_PEOPLE']);
  });
});

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8');
  const lines = [...example.matchAll(/^#([A-Za-z_]+)=(.*)$/gm)];

  test('lists every setting once', () => {
    expect(lines.map(([, variable]) => variable).sort()).toEqual(Object.keys(VARIABLES.shape).sort());
  });

  test('shows the defaults', () => {
    const shown = lines.filter(([, variable]) => !variable?.startsWith('SIMULATED_'));
    expect(readConfig(Object.fromEntries(shown.map(([, variable, value]) => [variable, value])))).toEqual(
      configOf({}),
    );
  });

  test('sets nothing by itself', () => {
    expect(parse(example)).toEqual({});
  });
});
