import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLog } from '../../src/log';
import { openStore, STORE_FILE } from '../../src/store';
import { aTeam } from '../support/sample-data';

/* The operator's imports, each as a process of its own. */

jest.setTimeout(30_000);

const ORG = 'slack:T1';

let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'import-'));
  const store = await open();
  await store.teams.create({ ...aTeam(), org: ORG, id: 'sales', name: 'sales' });
  await store.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const open = () =>
  openStore({ file: join(dataDir, STORE_FILE), now: () => Date.now(), log: createLog('silent') });

/** As `npm run TOOL -- import …`; in an empty folder, so that no .env interferes. */
function run(tool: string, ...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    const options = { cwd: dataDir, env: { PATH: '', DATA_DIR: dataDir } };
    const command = resolve(`dist/src/tools/${tool}.js`);
    execFile(process.execPath, [command, ...args], options, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(dataDir, name);
  writeFileSync(path, content);
  return path;
}

const importing = (tool: string, file: string, ...more: string[]) =>
  run(tool, 'import', file, '--org', ORG, ...more);

async function everything(): Promise<string> {
  const store = await open();
  const kept = [await store.campaigns.list(ORG), await store.structures.get(ORG)];
  await store.close();
  return JSON.stringify(kept);
}

const YEAR = new Date().getUTCFullYear() + 1;
const CAMPAIGN = `name: Summer\ndays: ${YEAR}-07-05..${YEAR}-07-16\nminimum-days: 2\n`;

test('a campaign is started, the same file changes nothing, another one changes it', async () => {
  const file = write('campaign.yaml', CAMPAIGN);
  const started = await importing('campaign', file);
  expect(started).toMatchObject({ code: 0, err: '' });
  expect(started.out).toContain('The campaign is started: Summer');
  const before = await everything();
  expect(await importing('campaign', file)).toMatchObject({
    code: 0,
    out: expect.stringContaining('The campaign is unchanged'),
  });
  expect(await everything()).toBe(before);
  const changed = await importing(
    'campaign',
    write('campaign.yaml', CAMPAIGN.replace('-days: 2', '-days: 3')),
  );
  expect(changed.out).toContain('The campaign is changed: Summer');
  expect(changed.out).toContain('within a minute');
});

test('departments are set, and the same file changes nothing', async () => {
  const file = write('departments.csv', 'チーム,部門\nsales,営業部\n');
  expect((await importing('departments', file)).out).toContain('the departments are changed');
  const before = await everything();
  expect(await importing('departments', file)).toMatchObject({
    code: 0,
    out: expect.stringContaining('nothing changed'),
  });
  expect(await everything()).toBe(before);
});

test('a fault goes to stderr with its line and what would be right, and nothing is imported', async () => {
  const before = await everything();
  const sjis = Uint8Array.from([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0x89, 0xc4, 0x0a]);
  const faults: [string, string, string | Uint8Array, RegExp][] = [
    ['campaign', 'a.yaml', `${CAMPAIGN}colour: red\n`, /Line 4.*“colour”[\s\S]*name, names, days/u],
    ['campaign', 'c.yaml', sjis, /not in UTF-8/u],
    ['departments', 'e.csv', 'team,department\nnowhere,Sales\n', /Line 2, column “team”.*“nowhere”.*sales/u],
    ['activity', 'h.csv', 'date,count\n1900-01-01x,5\n', /Line 2, column “date”/u],
  ];
  for (const [tool, name, content, text] of faults) {
    const more = tool === 'activity' ? ['--source', 'vpn'] : [];
    const { code, out, err } = await importing(tool, write(name, content), ...more);
    expect([name, code, out, err]).toEqual([name, 2, '', expect.stringMatching(text)]);
  }
  expect(await everything()).toBe(before);
});

test('without a file or with another option it says how to call it', async () => {
  expect(await importing('campaign', join(dataDir, 'none.yaml'))).toMatchObject({
    ...{ code: 2, out: '' },
    err: expect.stringContaining('There is no file'),
  });
  for (const args of [
    ['import', 'x.csv', '--org', 'T1'],
    ['import', 'x.csv', '--org', ORG, '--force', 'x'],
  ])
    expect(await run('departments', ...args)).toMatchObject({
      ...{ code: 2, out: '' },
      err: expect.stringContaining('npm run departments -- import FILE.csv'),
    });
});
