import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../src/app/core';
import type { Choice } from '../../src/domain/answers/work-style';
import type { Person } from '../../src/domain/people/person';
import { defaultSettings } from '../../src/domain/teams/settings';
import type { Team } from '../../src/domain/teams/team';
import type { Chat } from '../../src/ports/chat';
import type { Log } from '../../src/ports/log';
import { openStore, STORE_FILE } from '../../src/store';
import type { Store } from '../../src/store/store';
import { createTestCore } from '../../test/support/core';

export const ORG = 'sandbox:bench';
export const DAY = '2018-07-24';
/** A moment in the window of `DAY`. */
export const MORNING = Date.parse('2018-07-24T07:05:00+09:00');

const silent: Log = {
  debug() {},
  info() {},
  warn() {},
  error: (fields, text) => console.error(text, fields),
};

/** The core on a database of its own, with a chat platform that answers at once. */
export interface BenchCore {
  core: Core;
  store: Store;
  folder: string;
  setNow(now: number): void;
  close(): Promise<void>;
}

/** `url`: an empty database of a PostgreSQL server; else a file. `membersOf`: who is in a place; ten people by default. */
export async function openBenchCore(
  now = MORNING,
  url: string | null = null,
  membersOf = (place: string) => peopleOf(place, 10),
): Promise<BenchCore> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-bench-'));
  let time = now;
  let posts = 0;
  const place = url === null ? { file: join(folder, STORE_FILE) } : { url };
  const store = await openStore({ ...place, now: () => time });
  const chat: Chat = {
    post: async () => `post${++posts}`,
    edit: async () => {},
    direct: async () => `direct${++posts}`,
    async *roster(_org, place) {
      yield* membersOf(place);
    },
    group: async () => 'unsupported',
    isShared: async () => false,
    standing: async () => ({
      kind: 'person',
      roles: { place: 'no', organisation: 'no', platform: 'Bench' },
    }),
    mayManage: async () => false,
    forget: async () => {},
    statusAccess: async () => 'off',
    statusLink: async () => null,
    setStatus: async () => 'off',
    dropStatusAccess: async () => {},
  };
  const { core } = createTestCore({ store, chat, clock: { now: () => time }, log: silent });
  return {
    core,
    store,
    folder,
    setNow(next) {
      time = next;
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function peopleOf(team: string, count: number): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${team}-${index}`,
    name: `Person ${index}`,
    locale: 'en',
    timeZone: 'Asia/Tokyo',
    kind: 'person',
  }));
}

export function aTeam(id: string): Team {
  const settings = defaultSettings({ zone: 'Asia/Tokyo', language: 'en', country: 'JP' });
  return { org: ORG, id, place: id, name: id, settings, trouble: null, secondChannel: null, sharing: null };
}

/** An open poll of the team with these people on its roster, whose default weeks all say `usual`. */
export async function openPollFor(
  { store }: BenchCore,
  team: Team,
  people: readonly Person[],
  usual: Choice | null = null,
): Promise<void> {
  await store.teams.create(team);
  await store.people.setRoster(ORG, team.id, people);
  const opensAt = Date.parse('2018-07-24T07:00:00+09:00');
  await store.polls.open(
    {
      org: ORG,
      team: team.id,
      day: DAY,
      zone: 'Asia/Tokyo',
      window: team.settings.window,
      opensAt,
      closesAt: Date.parse('2018-07-24T10:30:00+09:00'),
      endsAt: Date.parse('2018-07-25T00:00:00+09:00'),
      remindAt: null,
      campaign: null,
      core: false,
      drill: null,
      names: false,
      openedAt: opensAt,
      awaySince: null,
      peakUntil: '10:30',
      round: 0,
    },
    people.map(({ id }) => ({ person: id, scheduled: true, usual })),
    opensAt,
  );
}
