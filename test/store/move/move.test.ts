import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Moved, moveStore, openStore, STORE_FILE } from '../../../src/store';
import { SqliteConnection } from '../../../src/store/sqlite/connection';
import {
  aCampaign,
  aPerson,
  aPoll,
  aTask,
  aTeam,
  aVote,
  CLOSES,
  choice,
  DAY,
  OPENS,
  ORG,
  scheduled,
  TEAM,
} from '../../contracts/store/harness';
import { makeFolder } from '../../support/folder';
import { usePostgres } from '../../support/postgres';

const postgres = usePostgres();
const now = () => OPENS;
const PEOPLE = Array.from({ length: 2_050 }, (_, index) => `p${index}`);
let folder = '';
let file = '';
let original: Buffer;

beforeAll(async () => {
  folder = makeFolder();
  file = join(folder, STORE_FILE);
  const store = await openStore({ file, now });
  await store.teams.create(aTeam(TEAM, { name: '開発 "チーム" 👩‍💻' }));
  await store.campaigns.save(aCampaign());
  await store.people.setRoster(
    ORG,
    TEAM,
    PEOPLE.map((id) => aPerson(id)),
  );
  await store.people.changePreferences(ORG, 'p1', (chosen) => ({ ...chosen, remind: false }));
  await store.polls.open(aPoll(), scheduled(...PEOPLE), OPENS);
  await Promise.all(
    PEOPLE.map((person, index) =>
      store.answers.record(aVote(person, { choice: choice(index % 2 ? 'office' : 'home') })),
    ),
  );
  await store.answers.record(aVote('gone'));
  await store.people.forget(ORG, 'gone', OPENS);
  await store.ledger.claim(aTask(), 60_000);
  await store.ledger.finish(aTask(), 1, { state: 'done', post: 'post' });
  await store.memory('slack').put('key', 'value', null, null);
  await store.close();
  original = readFileSync(file);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function move(database: string, from = file): Promise<Moved[]> {
  const moved: Moved[] = [];
  const onProgress = (progress: Moved) => moved.push(progress);
  await moveStore({ file: from, url: postgres.url(database), now, onProgress });
  return moved;
}

test('everything arrives, in shares, and the file stays as it was', async () => {
  const database = await postgres.create();
  const moved = await move(database);
  expect(moved.filter(({ table }) => table === 'answers')).toEqual([
    { table: 'answers', rows: 2_000, of: 2_050 },
    { table: 'answers', rows: 2_050, of: 2_050 },
  ]);
  expect(readFileSync(file).equals(original)).toBe(true);
  const [before, after] = await Promise.all([
    openStore({ file, now }),
    openStore({ url: postgres.url(database), now }),
  ]);
  const seen = async (store: typeof before) => ({
    teams: await store.teams.list(ORG),
    campaigns: await store.campaigns.list(ORG),
    roster: await store.people.roster(ORG, TEAM),
    poll: await store.polls.get(ORG, TEAM, DAY),
    members: await store.polls.members(ORG, TEAM, DAY),
    groups: (await store.polls.count(ORG, TEAM, DAY, CLOSES)).groups.sort((a, b) =>
      a.style < b.style ? -1 : 1,
    ),
    history: await store.answers.history(ORG, 'p7', DAY),
    tasks: await store.ledger.list(ORG, TEAM, DAY, null),
    key: await store.memory('slack').get('key'),
  });
  expect(await seen(after)).toEqual(await seen(before));
  expect(await after.ledger.claim(aTask(), 1)).toBeNull();
  const [there, here] = [await after.answers.record(aVote('p1')), await before.answers.record(aVote('p1'))];
  expect(there).toEqual(here);
  await before.close();
  await after.close();
});

describe('nothing is moved', () => {
  test('a second time', async () => {
    const database = await postgres.create();
    const [source] = [join(folder, 'again.db')];
    copyFileSync(file, source);
    await move(database, source);
    await expect(move(database, source)).rejects.toMatchObject({
      kind: 'exists',
      message: expect.stringMatching(/not empty.*moved already/),
    });
  });

  test('while a bot runs on the file', async () => {
    const source = join(folder, 'used.db');
    copyFileSync(file, source);
    const store = await openStore({ file: source, now });
    await expect(move(await postgres.create(), source)).rejects.toMatchObject({ kind: 'locked' });
    await store.close();
  });

  test('from a file that is not there', async () => {
    await expect(move('postgres', join(folder, 'none.db'))).rejects.toMatchObject({
      message: expect.stringMatching(/none\.db does not exist.*--from/),
    });
  });

  test('from an older version', async () => {
    const source = join(folder, 'old.db');
    copyFileSync(file, source);
    const connection = new SqliteConnection(source);
    connection.exec('delete from migrations where number > 3');
    connection.close();
    await expect(move(await postgres.create(), source)).rejects.toMatchObject({
      message: expect.stringMatching(/older version.*Start this version/),
    });
  });

  test('when the server refuses a row: not one is there', async () => {
    const source = join(folder, 'broken.db');
    copyFileSync(file, source);
    const connection = new SqliteConnection(source);
    connection.exec(
      "pragma foreign_keys = off; insert into poll_members values ('org', 'no poll', '2018-07-24', 'p1', 1, 0)",
    );
    connection.close();
    const database = await postgres.create();
    await expect(move(database, source)).rejects.toMatchObject({ kind: 'constraint' });
    expect(await postgres.query(database, 'select 1 from answers limit 1')).toEqual([]);
    await move(database);
  });

  test('when something changes on the way: counts and sums are compared', async () => {
    const database = await postgres.create();
    await (await openStore({ url: postgres.url(database), now })).close();
    await postgres.query(
      database,
      `create function lose() returns trigger language plpgsql as
        $$ begin if new.person = 'p1999' then new.at = new.at + 1; end if; return new; end $$;
      create trigger lose before insert on answers for each row execute function lose()`,
    );
    await expect(move(database)).rejects.toMatchObject({
      message: expect.stringMatching(/answers of .* differ/),
    });
    expect(await postgres.query(database, 'select 1 from teams limit 1')).toEqual([]);
  });
});
