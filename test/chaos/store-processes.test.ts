import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupStore, openStore } from '../../src/store';
import { SqliteConnection } from '../../src/store/sqlite/connection';
import { killChildren, startChild } from '../support/child';
import { makeFolder } from '../support/folder';

const DAY = '2018-07-24';
let folder = '';
let file = '';
beforeEach(() => {
  folder = makeFolder();
  file = join(folder, 'telework.db');
});
afterEach(() => {
  killChildren();
  rmSync(folder, { recursive: true });
});

const open = () => openStore({ file, now: () => 0 });

test('a second process is refused while the first lives, however the first ends', async () => {
  const first = startChild('opener.ts', [file]);
  expect(await first.lines(1)).toEqual([expect.stringContaining('"open"')]);
  await expect(open()).rejects.toMatchObject({
    name: 'StoreError',
    kind: 'locked',
    message: expect.stringContaining(file),
  });
  await first.kill();
  const store = await open();
  const [second] = await startChild('opener.ts', [file]).end();
  expect(JSON.parse(second ?? '')).toMatchObject({
    kind: 'locked',
    message: expect.stringMatching(/another process.*Stop that one/),
  });
  await store.close();
  const [third] = await startChild('opener.ts', [file]).end();
  expect(JSON.parse(third ?? '')).toMatchObject({ kind: 'open' });
});

test('one process opens it once', async () => {
  const store = await open();
  await expect(open()).rejects.toMatchObject({ kind: 'locked' });
  await store.close();
  await (await open()).close();
});

test('what was acknowledged outlives SIGKILL in the middle of the votes', async () => {
  const acknowledged: string[] = [];
  for (const [round, enough] of [1, 40, 200, 555, 1200].entries()) {
    const voter = startChild('voter.ts', [file, `r${round}`]);
    acknowledged.push(...(await voter.lines(enough)), ...(await voter.kill()));
    await expectRecorded(acknowledged);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(1 + 40 + 200 + 555 + 1200);
}, 60_000);

async function expectRecorded(acknowledged: readonly string[]): Promise<void> {
  const store = await open();
  const missing: string[] = [];
  for (const line of acknowledged) {
    const [person = '', style, seq] = line.split(' ');
    const history = await store.answers.history('org', person, DAY);
    const answer = await store.answers.get('org', person, DAY);
    const traced = history.some((trace) => trace.seq === Number(seq) && trace.choice?.style === style);
    if (!traced || answer?.style !== history.at(-1)?.choice?.style) missing.push(line);
  }
  await store.close();
  expect(missing).toEqual([]);
}

test('a backup taken while votes come in is one moment of the database', async () => {
  const voter = startChild('voter.ts', [file, 'r']);
  const backups = ['one.db', 'two.db', 'deeper/three.db'].map((name) => join(folder, name));
  let before = 0;
  for (const target of backups) {
    before += (await voter.lines(100)).length;
    await backupStore(file, target);
    expect(historyLength(target)).toBeGreaterThanOrEqual(before);
  }
  await voter.kill();
  for (const target of backups) expectConsistent(target);
  const store = await openStore({ file: backups[0] ?? '', now: () => 0 });
  expect(await store.answers.get('org', 'r-1', DAY)).toMatchObject({ style: expect.any(String) });
  await store.close();
}, 60_000);

function historyLength(path: string): number {
  const connection = new SqliteConnection(path);
  const [row] = connection.all('select count(*) from answer_history');
  connection.close();
  return Number(row?.[0]);
}

/** The history has no gap, and each answer is the last of its history. */
function expectConsistent(path: string): void {
  const connection = new SqliteConnection(path);
  const [seqs] = connection.all('select count(*), min(seq), max(seq) from answer_history');
  expect(seqs?.[1]).toBe(1);
  expect(seqs?.[2]).toBe(seqs?.[0]);
  const differing = connection.all(`
    select h.person from answer_history h left join answers a using (org, day, person)
    where h.seq = (select max(seq) from answer_history l
      where l.org = h.org and l.day = h.day and l.person = h.person)
      and a.style is not h.style`);
  expect(differing).toEqual([]);
  connection.close();
}
