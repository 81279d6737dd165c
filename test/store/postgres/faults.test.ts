import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createWay, type Socket } from 'node:net';
import { inspectServer, openStore, StoreError } from '../../../src/store';
import { MIGRATIONS } from '../../../src/store/migrations';
import type { Store } from '../../../src/store/store';
import { database as databaseCheck } from '../../../src/tools/doctor/database';
import {
  aCampaign,
  aPerson,
  aPoll,
  aTeam,
  aVote,
  CLOSES,
  choice,
  DAY,
  OPENS,
  ORG,
  TEAM,
} from '../../contracts/store/harness';
import { killChildren, startChild } from '../../support/child';
import { PASSWORD, usePostgres } from '../../support/postgres';

const postgres = usePostgres();
const opened: Store[] = [];
afterEach(async () => {
  killChildren();
  for (const store of opened.splice(0)) await store.close();
});

async function open(url: string): Promise<Store> {
  const store = await openStore({ url, now: () => OPENS });
  opened.push(store);
  return store;
}

/** Ends the session that waits for a lock, as soon as there is one. */
async function endWhoWaits(name: string): Promise<void> {
  const waits = `datname = '${name}' and wait_event_type = 'Lock'`;
  for (let ended = 0; ended === 0; ) {
    const rows = await postgres.query(
      'postgres',
      `select pg_terminate_backend(pid) from pg_stat_activity where ${waits}`,
    );
    ended = rows.length;
  }
}

async function faultOf(url: string): Promise<StoreError> {
  const error = await open(url).catch((caught: unknown) => caught);
  if (error instanceof StoreError) return error;
  throw new Error(`no StoreError: ${error}`);
}

const address = (change: (url: URL) => void): string => {
  const url = new URL(postgres.url('postgres'));
  change(url);
  return url.href;
};

describe('a server that cannot be used is named, with the cure and without the password', () => {
  test.each<[string, RegExp, (url: URL) => void]>([
    ['a wrong password', /refuses the user or the password/, (url) => (url.password = 'wrong-secret')],
    ['an unknown user', /refuses the user or the password/, (url) => (url.username = 'nobody')],
    ['an unknown database', /does not exist\. Create it/, (url) => (url.pathname = '/missing')],
    ['an unknown host', /an unknown host/, (url) => (url.hostname = 'nowhere.invalid')],
    ['a port where nothing listens', /does not answer/, (url) => (url.port = '1')],
    [
      'a certificate that cannot be read',
      /certificate/,
      (url) => (url.search = '?sslmode=verify-ca&sslrootcert=/no'),
    ],
    ['a server without TLS', /cannot be reached/, (url) => (url.search = '?sslmode=verify-full')],
  ])('%s', async (_name, text, change) => {
    const url = address(change);
    const fault = await faultOf(url);
    expect(fault.kind).toBe('unavailable');
    expect(fault.message).toMatch(text);
    expect(fault.message).toContain('DATABASE_URL');
    expect(fault.message).not.toContain(decodeURIComponent(new URL(url).password));
    expect(fault.message).not.toContain(PASSWORD);
  });

  test('another server than PostgreSQL', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const fault = await faultOf(address((url) => (url.port = String((other.address() as AddressInfo).port))));
    other.close();
    expect(fault).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('DATABASE_URL') });
  });

  test('a user without rights', async () => {
    const name = await postgres.create();
    await postgres.query(name, "create role guest login password 'guest'");
    const fault = await faultOf(
      address((url) => Object.assign(url, { pathname: name, username: 'guest', password: 'guest' })),
    );
    expect(fault).toMatchObject({ kind: 'read-only', message: expect.stringContaining('rights') });
  });
});

describe('the schema', () => {
  test('processes that start at once on an empty database make it once', async () => {
    const name = await postgres.create();
    const stores = await Promise.all([1, 2, 3].map(() => open(postgres.url(name))));
    for (const store of stores) expect(await store.teams.list(ORG)).toEqual([]);
    const steps = await postgres.query<{ number: string }>(name, 'select number from migrations order by 1');
    expect(steps.map(({ number }) => Number(number))).toEqual(MIGRATIONS.map(({ number }) => number));
  });

  test('that of a newer version is refused', async () => {
    const name = await postgres.create();
    await (await open(postgres.url(name))).close();
    await postgres.query(name, `insert into migrations values (${MIGRATIONS.length + 1}, 'later', 0)`);
    const fault = await faultOf(postgres.url(name));
    expect(fault).toMatchObject({ kind: 'newer', message: expect.stringContaining(name) });
  });

  test('a database of another program is left alone', async () => {
    const name = await postgres.create();
    await postgres.query(name, 'create table invoices (id int)');
    const fault = await faultOf(postgres.url(name));
    expect(fault).toMatchObject({
      kind: 'foreign',
      message: expect.stringMatching(/another program.*empty/),
    });
  });

  test('keeps every text sign by sign, whatever the language of the database', async () => {
    const name = await postgres.create();
    await open(postgres.url(name));
    const rows = await postgres.query(
      name,
      `select table_name, column_name from information_schema.columns
        where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a server that goes away', () => {
  test('is a fault while it is gone, and the store goes on by itself once it is back', async () => {
    const name = await postgres.create();
    const store = await open(postgres.url(name));
    await store.teams.create(aTeam('a'));
    await store.polls.open(aPoll(), [], OPENS);
    const change = store.teams.change(ORG, 'a', (team) => ({ ...team, name: 'Changed' }));
    await Promise.all([change, postgres.stop()]).catch(() => {});
    for (const call of [
      () => store.ping(),
      () => store.answers.record(aVote('a')),
      () => store.people.save(ORG, [aPerson('a')]),
      () => store.time(),
    ]) {
      await expect(call()).rejects.toMatchObject({
        name: 'StoreError',
        kind: 'unavailable',
        message: expect.stringContaining(name),
      });
    }
    await postgres.start();
    await store.ping();
    await store.answers.record(aVote('a', { choice: choice('office') }));
    expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ style: 'office' });
    expect((await store.teams.get(ORG, 'a'))?.id).toBe('a');
  });

  test('a session that is ended in the middle of its transaction leaves nothing of it', async () => {
    const name = await postgres.create();
    const store = await open(postgres.url(name));
    await store.teams.create(aTeam('a'));
    await postgres.query(name, 'begin');
    await postgres.query(name, 'select * from teams for update');
    // Writes the campaign, then waits for the team that another session holds.
    const held = store.campaigns.save(aCampaign()).catch((error: unknown) => error);
    await endWhoWaits(name);
    expect(await held).toMatchObject({ kind: 'unavailable' });
    await postgres.query(name, 'rollback');
    expect(await store.campaigns.get(ORG, 'td')).toBeNull();
    await store.campaigns.save(aCampaign());
    expect((await store.campaigns.get(ORG, 'td'))?.id).toBe('td');
  });

  test('acknowledged votes outlive the process, and its locks delay no other', async () => {
    const name = await postgres.create();
    const store = await open(postgres.url(name));
    await store.polls.open(aPoll(), [], OPENS);
    const voter = startChild('voter.ts', [postgres.url(name), 'r']);
    const acknowledged = [...(await voter.lines(300)), ...(await voter.kill())];
    const histories = await Promise.all(
      acknowledged.map(async (line) => {
        const [person = '', style, seq] = line.split(' ');
        const history = await store.answers.history(ORG, person, DAY);
        return history.some((trace) => trace.seq === Number(seq) && trace.choice?.style === style);
      }),
    );
    expect(histories.every(Boolean)).toBe(true);
    const [person = ''] = (acknowledged.at(-1) ?? '').split(' ');
    await store.answers.record(aVote(person, { choice: choice('trip') }));
    expect((await store.polls.count(ORG, TEAM, DAY, CLOSES)).groups).toHaveLength(1);
  });
});

/** A way to the server that may be cut off: who asked hears nothing any more, and the server does not notice. */
async function cutOffWay() {
  const { hostname, port } = new URL(postgres.url('postgres'));
  const asking = new Set<Socket>();
  const serving = new Set<Socket>();
  const way = createWay((client) => {
    const server = connect(Number(port), hostname);
    asking.add(client);
    serving.add(server);
    client.on('data', (chunk) => server.write(chunk)).on('error', () => {});
    server.on('data', (chunk) => client.write(chunk)).on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(way, 'listening');
  return {
    port: String((way.address() as AddressInfo).port),
    cut() {
      for (const client of asking) client.destroy();
    },
    end() {
      for (const socket of [...asking, ...serving]) socket.destroy();
      way.close();
    },
  };
}

describe('a vote whose connection dies on the way to its commit', () => {
  /** The commit of an answer `home` waits for the session that holds this lock. */
  const SLOW_COMMIT = `
    create function wait() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(42); return null; end $$;
    create constraint trigger slow after insert on answer_history deferrable initially deferred
      for each row when (new.style = 'home') execute function wait()`;

  async function waiting(name: string, sessions: number): Promise<void> {
    const waits = `select 1 from pg_stat_activity where datname = '${name}' and wait_event_type = 'Lock'`;
    for (let found = -1; found !== sessions; ) found = (await postgres.query('postgres', waits)).length;
  }

  test.each([
    ['another answer', choice('office'), true],
    ['another answer, where there was none', choice('office'), false],
    ['an answer taken back', null, true],
    ['an answer taken back, where there was none', null, false],
  ])('gives way to what was said later: %s', async (_name, later, answered) => {
    const name = await postgres.create();
    const store = await open(postgres.url(name));
    await store.polls.open(aPoll(), [], OPENS);
    if (answered) await store.answers.record(aVote('a', { choice: choice('trip') }));
    await postgres.query(name, SLOW_COMMIT);
    const way = await cutOffWay();
    const cutOff = await open(address((url) => Object.assign(url, { port: way.port, pathname: name })));
    await postgres.query(name, 'select pg_advisory_lock(42)');
    const first = cutOff.answers.record(aVote('a')).catch((error: unknown) => error);
    await waiting(name, 1);
    way.cut();
    expect(await first).toMatchObject({ kind: 'unavailable' });
    const second = store.answers.record(aVote('a', { choice: later, at: OPENS + 1 }));
    await waiting(name, 2);
    await postgres.query(name, 'select pg_advisory_unlock(42)');
    expect((await second).previous).toEqual(choice('home'));
    expect((await store.answers.get(ORG, 'a', DAY))?.style).toBe(later?.style);
    const history = await store.answers.history(ORG, 'a', DAY);
    expect(history.slice(-2).map((trace) => trace.choice)).toEqual([choice('home'), later]);
    way.end();
  });
});

describe('the doctor', () => {
  const look = async (url: string, now: () => number = Date.now) => {
    const inspection = await inspectServer({ url }, now);
    const finding = await databaseCheck('', async () => inspection);
    await inspection.close();
    return finding;
  };

  test('finds an empty database, and one that is up to date, as they should be', async () => {
    const name = await postgres.create();
    expect(await look(postgres.url(name))).toMatchObject({
      state: 'ok',
      text: expect.stringMatching(/opens, PostgreSQL 18; the next start brings it up to date/),
    });
    await open(postgres.url(name));
    expect(await look(postgres.url(name))).toMatchObject({ state: 'ok', text: expect.stringMatching(/18$/) });
  });

  test('tells of a clock that is off', async () => {
    const name = await postgres.create();
    expect(await look(postgres.url(name), () => Date.now() - 60_000)).toMatchObject({
      state: 'warn',
      text: expect.stringContaining("60 s ahead of this machine's"),
    });
  });

  test('tells of missing rights, and of a server that cannot be reached', async () => {
    const name = await postgres.create();
    await postgres.query(name, "create role reader login password 'reader'");
    const url = address((each) =>
      Object.assign(each, { pathname: name, username: 'reader', password: 'reader' }),
    );
    expect(await look(url)).toMatchObject({ state: 'fail', text: expect.stringContaining('does not let') });
    const gone = address((each) => (each.port = '1'));
    const finding = await databaseCheck('', () => inspectServer({ url: gone }, Date.now));
    expect(finding).toMatchObject({ state: 'fail', text: expect.stringContaining('DATABASE_URL') });
  });
});
