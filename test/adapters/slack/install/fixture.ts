import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { CALL_TIMEOUT_MS } from '../../../../adapters/slack/client';
import { createOAuth, type OAuth, type OAuthParts } from '../../../../adapters/slack/install';
import { translate } from '../../../../src/i18n/translate';
import type { Log } from '../../../../src/ports/log';
import type { Memory } from '../../../../src/ports/store/memory';
import { openStore, STORE_FILE } from '../../../../src/store';
import { type App, type FakeSlack, startFakeSlack } from '../../../fakes/slack';

/** 07:00 in Tokyo. */
export const START = Date.UTC(2026, 6, 23, 22, 0, 0);
export const KEY = 'ab'.repeat(32);
export const OTHER_KEY = 'cd'.repeat(32);

/** The install by OAuth on the fake of Slack, a real database, and a clock in the test's hand. */
export interface Stage {
  slack: FakeSlack;
  team: string;
  oauth: OAuth;
  parts: OAuthParts;
  /** The server on which the routes stand. */
  web: Express;
  memory: Memory;
  /** `http://127.0.0.1:<port>`, where the routes stand. */
  url: string;
  /** Who was told of which install, in which language. */
  told: string[];
  logged: { level: string; text: string; fields: Record<string, unknown> }[];
  advance(ms: number): void;
  /** Another process on the same database, with other settings perhaps. */
  replica(change?: Partial<OAuthParts>): OAuth;
  stop(): Promise<void>;
}

export async function startStage(app: Partial<App> = {}): Promise<Stage> {
  let now = START;
  let ids = 0;
  const folder = mkdtempSync(join(tmpdir(), 'telework-install-'));
  const store = await openStore({ file: join(folder, STORE_FILE), now: () => now });
  const slack = await startFakeSlack({ now: () => now, app });
  const logged: Stage['logged'] = [];
  const told: string[] = [];
  const say = (level: string) => (fields: Record<string, unknown>, text: string) =>
    void logged.push({ level, text, fields });
  const log: Log = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
  const { web, url, close } = await serve();
  const memory = store.memory('slack');
  const parts: OAuthParts = {
    translate,
    clientId: slack.app.clientId,
    clientSecret: slack.app.clientSecret,
    stateSecret: 'state-secret',
    encryptionKey: KEY,
    publicUrl: url,
    apiUrl: slack.apiUrl,
    memory,
    clock: { now: () => now },
    // Time passes for who waits, and for nobody else; Slack itself answers in time.
    after(delayMs, run) {
      if (delayMs >= CALL_TIMEOUT_MS) return () => undefined;
      const soon = setImmediate(() => {
        now += delayMs;
        run();
      });
      return () => clearImmediate(soon);
    },
    onInstalled: async (...about) => void told.push(about.join(' ')),
    newId: () => `id${++ids}`,
    log,
    fetch,
  };
  const oauth = createOAuth(parts);
  web.use(oauth.router);
  return {
    slack,
    team: slack.team().id,
    oauth,
    parts,
    web,
    memory,
    url,
    told,
    logged,
    advance(ms) {
      now += ms;
    },
    replica: (change = {}) => createOAuth({ ...parts, ...change }),
    async stop() {
      await close();
      await slack.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An empty server on a free port, for routes. */
export async function serve() {
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return { web, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

export interface Page {
  status: number;
  text: string;
  headers: Headers;
}

/** A browser: it keeps cookies, and follows nothing by itself. */
export interface Browser {
  get(url: string): Promise<Page & { location: string }>;
  /** Sends a form. */
  post(url: string, form: Record<string, string>): Promise<Page & { location: string }>;
  /** From `/slack/install` to the address that Slack sends the browser back to. */
  consent(who: Record<string, string>): Promise<string>;
  install(who: Record<string, string>): Promise<Page>;
}

export function openBrowser({ url }: { url: string }, language = 'en'): Browser {
  const cookies = new Map<string, string>();
  const go = async (address: string, init: RequestInit = {}): ReturnType<Browser['get']> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { 'accept-language': language, ...(cookie ? { cookie } : {}) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const { status, headers } = response;
    return { status, headers, text: await response.text(), location: headers.get('location') ?? '' };
  };
  async function consent(who: Record<string, string>): Promise<string> {
    const target = new URL((await go(`${url}/slack/install`)).location);
    for (const [name, value] of Object.entries(who)) target.searchParams.set(name, value);
    return (await go(target.href)).location;
  }
  return {
    get: (address) => go(address),
    post: (address, form) => go(address, { method: 'POST', body: new URLSearchParams(form) }),
    consent,
    install: async (who) => go(await consent(who)),
  };
}

export function ofTeam(teamId: string) {
  return { teamId, enterpriseId: null, isEnterpriseInstall: false };
}

/** How often Slack was asked for tokens by a code, or by a refresh token. */
export function asked({ slack }: Stage, grant: 'code' | 'refresh_token'): number {
  const calls = slack.calls.list('oauth.v2.access');
  return calls.filter(({ args }) => (args.grant_type === 'refresh_token') === (grant === 'refresh_token'))
    .length;
}
