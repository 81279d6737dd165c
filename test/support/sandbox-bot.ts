import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../adapters/sandbox';
import type { Core } from '../../src/app/core';
import { createOffice } from '../../src/app/office';
import { entryFor } from '../../src/app/people/web-access';
import { upcomingTask } from '../../src/app/schedule/upcoming';
import { ClockControl } from '../../src/demo/clock-control';
import { seedDemo } from '../../src/demo/seed-demo';
import { SimulatedClock } from '../../src/demo/simulated-clock';
import { parseIntent } from '../../src/grammar/parse';
import { translateSandbox } from '../../src/i18n/sandbox';
import type { After } from '../../src/ports/clock';
import type { Inbox } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import { present } from '../../src/present';
import { samples } from '../../src/present/samples';
import { wordsFor } from '../../src/present/words';
import { openStore } from '../../src/store';
import { createWeb, officePages } from '../../src/web';
import type { ApiReply, ApiState } from './bot-process';
import { countedIds, createTestCore, runDue } from './core';
import { at } from './sample-data';

/** The sandbox over HTTP with the real core behind it, in this process; the clock stands until it is moved. */
export interface SandboxBot {
  url: string;
  core: Core;
  sandbox: Sandbox;
  /** What was logged as an error. */
  errors: string[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  state(): Promise<SandboxState>;
  press(person: string, message: string, action: string): Promise<ApiReply>;
  says(person: string, text: string, place?: string | null): Promise<ApiReply>;
  /** Moves the clock. */
  at(iso: string): Promise<void>;
  close(): Promise<void>;
}

export interface SandboxState extends ApiState {
  real: boolean;
  play: {
    state: string;
    progress: number;
    scene: string | null;
    poll: string | null;
    lately: readonly string[];
  };
  ephemerals: ApiState['directs'];
}

export interface SandboxBotOptions extends Partial<Pick<SandboxOptions, 'journal' | 'previews' | 'samples'>> {
  start?: string;
  hosts?: readonly string[];
  openToken?: string;
  /** Real time, as the parts see it; else this machine's. */
  after?: After;
  realNow?: () => number;
  /** Stands between the sandbox and the core. */
  wrap?: (inbox: Inbox) => Inbox;
}

const DESK_ORG = 'sandbox';
export const PLACE = 'telework-team';

const realAfter: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};

export async function openSandboxBot({
  start = '2018-07-20T08:30:00+09:00',
  after = realAfter,
  realNow = () => performance.now(),
  wrap = (inbox) => inbox,
  hosts = [],
  openToken,
  ...options
}: SandboxBotOptions = {}): Promise<SandboxBot> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-sandbox-'));
  const errors: string[] = [];
  const log: Log = { debug() {}, info() {}, warn() {}, error: (_fields, text) => void errors.push(text) };
  const newId = countedIds();
  const store = await openStore({ file: join(folder, 'telework.db'), now: () => at(start) });
  const clock = new SimulatedClock({ now: realNow }, at(start));
  const control = new ClockControl({
    clock,
    speed: 0,
    after,
    log,
    runDue: () => runDue(core),
    nextWake: () => store.wakeQueue.nextWake(),
    wakeAll: () => store.wakeQueue.wake(null),
    settle: () => core.refresh.settle(),
  });
  const sandbox = createSandbox({
    org: DESK_ORG,
    journal: null,
    control,
    after,
    log,
    newId,
    present,
    translate: translateSandbox,
    samples,
    team: async (place) => (await store.teams.at(DESK_ORG, place))?.settings ?? null,
    upcoming: () => upcomingTask(core, DESK_ORG),
    officeEntry: (person) => entryFor(core, { org: DESK_ORG, person }),
    ...options,
  });
  const { core, inbox } = createTestCore({
    ...{ store, chat: sandbox.chat, clock, after, newId, log },
    pagesAt: '',
  });
  const ready = async () => {};
  const web = createWeb({ log, newId, after, ready, hosts, openToken: openToken ?? null });
  web.useOpen(sandbox.router(wrap(inbox)));
  web.useOpen(officePages({ office: createOffice(core, parseIntent), wordsFor, secure: false }));
  const listening = await web.listen('127.0.0.1', 0);
  await seedDemo(core, inbox, DESK_ORG, { places: sandbox.places, script: sandbox.script });
  await runDue(core);

  const { url } = listening;
  const post: SandboxBot['post'] = (path, body, headers = {}) =>
    fetch(url + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });

  async function ask<T>(path: string, body: unknown): Promise<T> {
    const response = await post(path, body);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  return {
    url,
    core,
    sandbox,
    errors,
    get: (path, headers = {}) => fetch(url + path, { headers, redirect: 'manual' }),
    post,
    state: async () => (await (await fetch(`${url}/sandbox/api/state`)).json()) as SandboxState,
    press: (person, message, action) => ask('/sandbox/api/press', { person, message, action }),
    says: (person, text, place = PLACE) => ask('/sandbox/api/command', { person, place, text }),
    at: async (iso) => void (await ask('/sandbox/api/clock', { now: iso })),
    async close() {
      sandbox.close();
      control.stop();
      await listening.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
