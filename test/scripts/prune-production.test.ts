import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type FakeSlack, startFakeSlack } from '../fakes/slack';

/* What the image ships: the packages of production, pruned. Everything the bot loads must still be there. */

const ROOT = join(__dirname, '../..');
const SCRIPT = join(ROOT, 'scripts/prune-production.mjs');
const BROWSER = 'adapters/sandbox/page/browser';
const MOST_MIB = 110;
const COUNTRIES = ['JP', 'TW', 'CN', 'KR', 'HK', 'SG', 'US', 'DE', 'IN', 'IL', 'IR', 'GR', 'BD'];
const GUID = '00000000-0000-4000-8000-000000000001';

let folder: string;
let production: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telework-pruned-'));
  production = copyProduction('production');
  const { status, stderr } = prune(production);
  expect([status, stderr]).toEqual([0, '']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As `npm ci --omit=dev` and the build leave it. */
function copyProduction(name: string): string {
  const tree = join(folder, name);
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  for (const [path, { dev }] of Object.entries<{ dev?: boolean }>(packages)) {
    const nested = path.indexOf('/node_modules/') >= 0;
    if (path === '' || dev || nested || !existsSync(join(ROOT, path))) continue;
    cpSync(join(ROOT, path), join(tree, path), { recursive: true });
  }
  for (const path of ['dist/src', 'dist/adapters', 'dist/schedules', BROWSER, 'package.json']) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    cpSync(join(ROOT, path), join(tree, path), { recursive: true });
  }
  return tree;
}

function prune(tree: string, ...options: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [SCRIPT, tree, ...options], { encoding: 'utf8' });
}

function run(program: string): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['-e', program], { cwd: production, encoding: 'utf8' });
}

function filesIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
  );
}

test('it is smaller than 110 MiB, and keeps the licences', () => {
  const files = filesIn(production);
  const bytes = files.reduce((sum, file) => sum + Math.ceil(statSync(file).size / 4096) * 4096, 0);
  expect(bytes / 2 ** 20).toBeLessThan(MOST_MIB);
  expect(files.filter((file) => /node_modules\/.*\.(map|d\.ts)$/.test(file))).toEqual([]);
  for (const name of ['express', '@slack/bolt', 'botbuilder', 'date-holidays']) {
    const own = readdirSync(join(production, 'node_modules', name));
    expect([name, own.some((file) => /^licen[cs]e/i.test(file))]).toEqual([name, true]);
  }
});

test('what only the sandbox needs is not in it', () => {
  const left = filesIn(production).filter((file) =>
    /adapters\/sandbox|platforms\/sandbox|samples|seed-demo|\/(adaptivecards|better-sse|idiomorph)\//.test(
      file,
    ),
  );
  expect(left).toEqual([]);
});

test('every package that the bot names can be loaded', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const names = Object.keys(dependencies).filter((name) =>
    existsSync(join(production, 'node_modules', name)),
  );
  expect(names.length).toBeGreaterThan(20);
  // Of this one only parts can be loaded.
  const loaded = names.map((name) => (name === 'write-excel-file' ? `${name}/node` : name));
  const { status, stderr } = run(`for (const name of ${JSON.stringify(loaded)}) require(name)`);
  expect([status, stderr]).toEqual([0, '']);
});

test('every file of the bot can be loaded', () => {
  const files = filesIn(join(production, 'dist')).filter(
    (file) => file.endsWith('.js') && !/\/src\/(main|tools\/.*)\.js$/.test(file),
  );
  const { status, stderr } = run(`for (const file of ${JSON.stringify(files)}) require(file)`);
  expect([status, stderr]).toEqual([0, '']);
});

test('holidays are known in countries of every calendar', () => {
  const { status, stdout, stderr } = run(`
    const Holidays = require('date-holidays').default ?? require('date-holidays');
    const counts = ${JSON.stringify(COUNTRIES)}.map((country) => new Holidays(country).getHolidays(2026).length);
    console.log(Math.min(...counts));`);
  expect([status, stderr]).toEqual([0, '']);
  expect(Number(stdout)).toBeGreaterThan(0);
});

describe('the bot', () => {
  let slack: FakeSlack;
  beforeAll(async () => {
    slack = await startFakeSlack({ now: () => Date.now() });
  });
  afterAll(() => slack.stop());

  test('starts with Slack and Teams, verifies what Teams sends, and stops', async () => {
    const token = slack.install({ team: slack.team().id });
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      cwd: production,
      env: {
        PORT: '0',
        DATA_DIR: join(folder, 'data'),
        SLACK_BOT_TOKEN: token.value,
        SLACK_APP_TOKEN: slack.appToken(),
        SLACK_API_URL: slack.apiUrl,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: GUID,
        MicrosoftAppTenantId: GUID,
        MicrosoftAppPassword: 'not-a-real-password',
      },
    });
    let out = '';
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error(out)));
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          out += chunk;
          const found = /"url":"(http[^"]+)".*"msg":"ready"/.exec(out)?.[1];
          if (found) resolve(found);
        });
      }
    });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const activity = {
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/',
    };
    const answer = await fetch(`${url}/api/messages`, {
      method: 'POST',
      body: JSON.stringify(activity),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('without a chat platform it does not start, and says what to do', () => {
    const env = { PORT: '0', DATA_DIR: join(folder, 'data') };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/src/main.js'], {
      cwd: production,
      env,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    for (const word of ['SANDBOX_ENABLED', 'SLACK_BOT_TOKEN', 'MicrosoftAppId', '--build-arg SANDBOX=on']) {
      expect(stderr).toContain(word);
    }
  });
});

test('with the sandbox asked for, it and its packages stay', () => {
  const tree = join(folder, 'small');
  const kept = ['dist/adapters/sandbox/index.js', 'node_modules/idiomorph/index.js', `${BROWSER}/main.js`];
  const gone = ['node_modules/idiomorph/index.js.map', 'node_modules/@types/node/index.d.ts'];
  for (const path of [...kept, ...gone]) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    cpSync(SCRIPT, join(tree, path));
  }
  expect(prune(tree, '--sandbox=on').status).toBe(0);
  expect(
    filesIn(tree)
      .map((file) => file.slice(tree.length + 1))
      .sort(),
  ).toEqual([...kept].sort());
  expect(prune(tree).status).toBe(0);
  expect(existsSync(join(tree, 'dist'))).toBe(false);
});

test.each([[[]], [['/nowhere']], [['.', '--sandbox=maybe']]])('%j is a usage error', (args) => {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    cwd: production,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, expect.stringContaining('Usage:')]);
});

test('a checkout is refused', () => {
  mkdirSync(join(folder, 'checkout/node_modules'), { recursive: true });
  mkdirSync(join(folder, 'checkout/.git'));
  const { status, stderr } = prune(join(folder, 'checkout'));
  expect([status, stderr]).toEqual([1, expect.stringContaining('checkout')]);
});
