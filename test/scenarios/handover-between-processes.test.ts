import { sql } from 'kysely';
import type { Core } from '../../src/app/core';
import { runDueTasks } from '../../src/app/schedule/run-due-tasks';
import type { Millis } from '../../src/domain/time/calendar';
import type { Backend } from '../../src/store/backend';
import { openPostgres } from '../../src/store/postgres/open';
import { createStore, type Store } from '../../src/store/store';
import { aCampaign, aTeam, DAY, OPENS, ORG } from '../contracts/store/harness';
import { createFakeChat, type FakeChat } from '../fakes/chat';
import { createTestCore, never } from '../support/core';
import { usePostgres } from '../support/postgres';

/* A process is killed while it posts a poll; the next one ticks four times a minute, as main lets it. */

const TICK = 15_000;
const postgres = usePostgres();
let now: Millis = OPENS;
let backends: Backend[] = [];

beforeAll(async () => {
  const url = postgres.url(await postgres.create());
  const time = () => sql<Millis>`${now}::bigint`;
  const open = async () => ({ ...(await openPostgres({ url, now: () => now })), now: time });
  backends = [await open(), await open()];
});
afterAll(() => Promise.all(backends.map((backend) => backend.close())));

function storeOn(backend: Backend | undefined): Store {
  if (!backend) throw new Error('no database is open');
  return createStore(backend, () => now);
}

function coreOn(backend: Backend | undefined, chat: FakeChat, after: Core['after']): Core {
  return createTestCore({ store: storeOn(backend), clock: { now: () => now }, chat, after }).core;
}

let teams = 0;

test.each([0, 14_000, 44_000, 59_000, 100_000])(
  'killed %i ms after it began, its poll is posted by the next one within 90 seconds',
  async (livesFor) => {
    now = OPENS;
    teams += 1;
    const team = aTeam(`team ${teams}`, { place: `place ${teams}` });
    let beat: { at: Millis; run(): void } | null = null;
    const hanging = createFakeChat();
    const posting = new Promise<void>((begun) => {
      hanging.post = () => {
        begun();
        return new Promise(() => {});
      };
    });
    const dying = coreOn(backends[0], hanging, (delay, run) => {
      beat = { at: now + delay, run };
      return () => {};
    });
    await dying.campaigns.save(aCampaign({ days: [{ day: DAY, core: true }] }));
    await dying.teams.create(team);
    void runDueTasks(dying);
    await posting;
    const killedAt = OPENS + livesFor;
    for (let next = beat as { at: Millis; run(): void } | null; next && next.at < killedAt; next = beat) {
      now = next.at;
      next.run();
      await dying.time();
    }
    now = killedAt;
    const chat = createFakeChat();
    const other = coreOn(backends[1], chat, never);
    // The worst tick is one that came just before.
    for (now += TICK - 1; chat.in(team.place).length === 0 && now < killedAt + 200_000; now += TICK) {
      await runDueTasks(other);
    }
    expect(now - TICK - killedAt).toBeLessThanOrEqual(90_000);
    expect(chat.in(team.place)).toHaveLength(1);
    const entries = await other.ledger.list(ORG, team.id, DAY, 'open');
    expect(entries).toMatchObject([{ state: 'done', attempt: 2 }]);
    await storeOn(backends[1]).eraseOrg(ORG, { parts: [], lanes: [] }, 'erase');
  },
);
