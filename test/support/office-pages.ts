import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApi } from '../../src/app/api';
import type { Core } from '../../src/app/core';
import { createOffice } from '../../src/app/office';
import type { Person } from '../../src/domain/people/person';
import type { Certainty } from '../../src/domain/permissions';
import { parseIntent } from '../../src/grammar/parse';
import { wordsFor } from '../../src/present/words';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store/store';
import { apiRoutes, createWeb, officePages } from '../../src/web';
import { createFakeChat, type FakeChat } from '../fakes/chat';
import { complaintLog, createTestCore, never } from './core';
import { makeFolder } from './folder';
import { aTeam, at } from './sample-data';

export const ORG = 'sandbox';
export const TEAM = 'team';
const NOW = at('2018-07-24T07:30:00+09:00');
export const COOKIE = '__Host-telework';

/**
 * The pages over real HTTP, with the real core and a database file; the chat platform says who has which role: ann
 * administers the organisation, bob and cat are of the team `#sales <b>`, eve is of none.
 */
export class OfficePages {
  readonly #folder = makeFolder();
  store!: Store;
  core!: Core;
  chat: FakeChat = createFakeChat();
  #url = '';
  #stop: () => Promise<void> = async () => {};

  async open(): Promise<void> {
    this.store = await openStore({ file: join(this.#folder, 'x.db'), now: () => NOW });
    let ids = 0;
    ({ core: this.core } = createTestCore({
      store: this.store,
      chat: this.chat,
      clock: { now: () => NOW },
      newId: () => String(++ids).padStart(24, '0'),
    }));
    const web = createWeb({
      log: complaintLog(),
      ready: async () => {},
      newId: () => 'request',
      after: never,
    });
    web.app.use(officePages({ office: createOffice(this.core, parseIntent), wordsFor, secure: true }));
    // Limits of rate are for programs: their clock stands still here.
    web.app.use(apiRoutes({ api: createApi(this.core), wordsFor, now: () => NOW }));
    ({ url: this.#url, close: this.#stop } = await web.listen('127.0.0.1', 0));
    await this.store.teams.create(aTeam({}, { org: ORG, id: TEAM, name: '#sales <b>' }));
    await this.store.people.setRoster(ORG, TEAM, ['ann', 'bob', 'cat'].map(person));
    await this.store.people.save(ORG, [person('eve')]);
    this.standAsUsual();
  }

  async close(): Promise<void> {
    await this.#stop();
    await this.store.close();
    rmSync(this.#folder, { recursive: true });
  }

  standAsUsual(): void {
    this.stands('ann', 'yes');
    for (const id of ['bob', 'cat', 'eve']) this.stands(id, 'no');
  }

  stands(id: string, organisation: Certainty): void {
    const roles = { place: organisation, organisation, platform: 'Slack' };
    this.chat.standings.set(id, { kind: 'person', roles });
  }

  ask(path: string, { cookie = '', ...init }: RequestInit & { cookie?: string } = {}): Promise<Response> {
    const headers = { cookie, ...(init.headers as Record<string, string>) };
    return fetch(this.#url + path, { redirect: 'manual', ...init, headers });
  }

  send(
    path: string,
    cookie: string,
    fields: Record<string, string> | [string, string][],
    headers = {},
  ): Promise<Response> {
    return this.ask(path, { method: 'POST', cookie, headers, body: new URLSearchParams(fields) });
  }

  async linkFor(id: string): Promise<string> {
    const code = `${id}-${this.core.newId()}`;
    await this.store.webAccess.offer(code, { org: ORG, person: id }, 600_000);
    return `/office/enter/${code}`;
  }

  async signIn(id: string): Promise<string> {
    const entered = await this.ask(await this.linkFor(id), { method: 'POST' });
    return entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  /** What the forms of a session's pages bring along. */
  async keyOf(cookie: string): Promise<string> {
    const page = await (await this.ask('/office', { cookie })).text();
    return /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
  }
}

export function person(id: string): Person {
  return { id, name: `${id} <i>`, locale: 'en', timeZone: 'Asia/Tokyo', kind: 'person' };
}
