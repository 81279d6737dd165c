import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../src/app/core';
import { createTeam } from '../../src/app/teams/own-team';
import type { Locale, Person } from '../../src/domain/people/person';
import type { Roles } from '../../src/domain/permissions';
import type { TeamSettings } from '../../src/domain/teams/settings';
import type { Team } from '../../src/domain/teams/team';
import type { Actor, Inbox, Reply } from '../../src/ports/inbox';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store/store';
import { createFakeChat, type FakeChat } from '../fakes/chat';
import { type Complaint, complaintLog, createTestCore, runDue } from './core';
import { at } from './sample-data';
import { nameTasks } from './task-names';

/** The whole core on a real database file, with a clock in the test's hand and a fake chat platform. */
export interface Bot {
  core: Core;
  store: Store;
  chat: FakeChat;
  /** The name of a task by the id of its post. */
  nameOf(postId: string): string;
  inbox: Inbox;
  complaints: Complaint[];
  /** Stands at an instant (ISO 8601) and does what is due there; resolves with how much. */
  at(iso: string): Promise<number>;
  /** Moves the clock alone. */
  moveClock(iso: string): void;
  team(people: readonly Person[], settings?: Partial<TeamSettings>): Promise<Team>;
  actor(person: Person, change?: ActorChange): Actor;
  says(person: Person, text: string, change?: ActorChange): Promise<Reply>;
  presses(person: Person, action: string, change?: ActorChange): Promise<Reply>;
  close(): Promise<void>;
}

export const PLACE = 'place';
export const ORG = 'org';

export function aPerson(id: string, change: Partial<Person> = {}): Person {
  const locale: Locale = 'en';
  return { id, name: `Person ${id}`, locale, timeZone: 'Asia/Tokyo', kind: 'person', ...change };
}

export function people(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => aPerson(`p${index + 1}`));
}

/** How a test changes who acts: an administrator of a place is one of the organisation unless it says otherwise. */
export type ActorChange = Partial<Actor> & { admin?: boolean; orgAdmin?: boolean };

export function rolesOf({ admin = false, orgAdmin = admin }: ActorChange): Roles {
  return { place: admin ? 'yes' : 'no', organisation: orgAdmin ? 'yes' : 'no', platform: 'Slack' };
}

export async function openBot(start = '2018-07-12T12:00:00+09:00'): Promise<Bot> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-'));
  let now = at(start);
  const log = complaintLog();
  const store = await openStore({ file: join(folder, 'telework.db'), now: () => now });
  const { ledger, nameOf } = nameTasks(store.ledger);
  const chat = createFakeChat(nameOf);
  const { core, inbox } = createTestCore({
    store: { ...store, ledger },
    chat,
    clock: { now: () => now },
    log,
  });
  const actor: Bot['actor'] = (person, change = {}) => ({
    org: ORG,
    person,
    place: PLACE,
    placeName: 'General affairs',
    roles: async () => rolesOf(change),
    prefix: '/telework',
    ...change,
  });
  return {
    core,
    store,
    chat,
    nameOf,
    inbox,
    complaints: log.complaints,
    async at(iso) {
      now = at(iso);
      const done = await runDue(core);
      await core.refresh.settle();
      return done;
    },
    moveClock(iso) {
      now = at(iso);
    },
    async team(roster, settings = {}) {
      chat.people.set(PLACE, [...roster]);
      const team = await createTeam(core, { org: ORG, place: PLACE, name: 'General affairs' });
      const changed = { ...team, settings: { ...team.settings, ...settings } };
      await store.teams.change(ORG, team.id, () => changed);
      return changed;
    },
    actor,
    says: (person, text, change) => inbox.command(actor(person, change), text),
    presses: (person, action, change) => inbox.press(actor(person, change), action),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
