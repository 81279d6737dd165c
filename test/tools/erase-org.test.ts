import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLog } from '../../src/log';
import { openStore, STORE_FILE } from '../../src/store';

const COMMAND = resolve('dist/src/tools/erase-org.js');
const NOW = Date.UTC(2018, 6, 24);
const ORG = 'slack:T1';
const PART = 'teams:0f0f0f0f-0000-4000-8000-000000000001';
const TENANT = PART.slice('teams:'.length);

// Each command is a process of its own.
jest.setTimeout(30_000);

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'erase-org-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const file = () => join(dataDir, STORE_FILE);

/** Two workspaces, and a tenant that may be joined to the first. */
async function fill(): Promise<void> {
  const store = await openStore({ file: file(), now: () => NOW, log: createLog('silent') });
  for (const org of [ORG, 'slack:T12']) {
    const person = {
      id: 'U1',
      name: `Haruka of ${org}!`,
      locale: null,
      timeZone: null,
      kind: 'person',
    } as const;
    await store.people.save(org, [person]);
    await store.memory('slack').put(`install:${org.slice('slack:'.length)}`, 'sealed', null, org);
  }
  await store.memory('teams').put(`person:${TENANT}/29:1`, '{}', null, PART);
  await store.close();
}

/** As `npm run erase-org -- …`; in an empty folder, so that no .env interferes. */
function run(env: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    const options = { cwd: dataDir, env: { PATH: '', DATA_DIR: dataDir, ...env } };
    execFile(process.execPath, [COMMAND, ...args], options, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

test('says what is kept, and erases it only when the organisation is named twice', async () => {
  await fill();
  const counted = await run({}, ORG);
  expect(counted).toMatchObject({ code: 0, err: '' });
  expect(counted.out).toContain('people: 1\n');
  expect(counted.out).toContain(`add --confirm ${ORG}`);
  expect(await run({}, ORG, '--confirm', 'slack:T12')).toMatchObject({ code: 2, out: '' });
  expect(readFileSync(file()).includes(`Haruka of ${ORG}!`)).toBe(true);

  const erased = await run({}, ORG, '--confirm', ORG);
  expect(erased.out).toContain(`2 rows of ${ORG} were erased`);
  const bytes = readFileSync(file());
  expect(bytes.includes(`Haruka of ${ORG}!`)).toBe(false);
  expect(bytes.includes('Haruka of slack:T12')).toBe(true);
  expect((await run({}, 'slack:T12')).out).toContain('memories: 1\n');
});

test('an organisation goes with what is joined to it, and never a part of it alone', async () => {
  await fill();
  const joined = { JOINED_ORGANISATIONS: `${ORG}=${PART}` };
  expect(await run(joined, PART)).toMatchObject({ code: 2, err: expect.stringContaining(ORG) });
  expect((await run(joined, ORG)).out).toContain('memories: 2\n');
});

test.each([[['T1']], [[ORG, 'slack:T12']]])('%j names no organisation', async (args) => {
  expect(await run({}, ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('slack:T') });
});
