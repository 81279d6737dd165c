import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Card } from '../../src/domain/card';

const MAIN = join(__dirname, '../../dist/src/main.js');
const READY = /open (http:\S+)/;

/** A message as the sandbox's API shows it. */
export interface ApiMessage {
  id: string;
  text: string;
  card: Card;
  edited: boolean;
}

export interface ApiState {
  now: string;
  speed: number;
  persons: { id: string; name: string; locale: string; admin: boolean }[];
  places: { id: string; name: string; messages: ApiMessage[] }[];
  directs: Record<string, ApiMessage[]>;
}

export interface ApiReply {
  note: string;
  card: Card;
  refused: boolean;
  message: string;
}

/** The built bot as a process of its own, spoken to from outside. */
export interface BotProcess {
  url: string;
  pid: number;
  state(): Promise<ApiState>;
  clock(body: Record<string, unknown>): Promise<{ now: string; speed: number; note: string }>;
  press(person: string, message: string, action: string): Promise<ApiReply>;
  says(person: string, place: string, text: string): Promise<ApiReply>;
  submit(person: string, form: string, values: Record<string, string>): Promise<ApiReply>;
  get(path: string): Promise<Response>;
  /** SIGKILL: nothing is finished, nothing is flushed. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** The lines it logged. */
  logged(): string[];
}

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

type Env = Record<string, string>;

/** A test that fails must not leave a bot behind. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function launch(env: Env, cwd: string): ChildProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    cwd,
    env: { PATH, PORT: '0', SANDBOX_PAST_DAYS: 'off', ...env },
    stdio: 'pipe',
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Starts the bot and waits until it is ready. `DATA_DIR` belongs into `env`. */
export async function startBot(env: Env): Promise<BotProcess> {
  const child = launch(env, env.DATA_DIR ?? '.');
  let out = '';
  let err = '';
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      const found = READY.exec(out)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code}: ${err}${out}`)));
  });
  const ended = once(child, 'exit');

  async function ask<T>(path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(url + path, { ...init, headers: { 'content-type': 'application/json' } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  return {
    url,
    pid: child.pid ?? 0,
    state: () => ask('/sandbox/api/state'),
    clock: (body) => ask('/sandbox/api/clock', body),
    press: (person, message, action) => ask('/sandbox/api/press', { person, message, action }),
    says: (person, place, text) => ask('/sandbox/api/command', { person, place, text }),
    submit: (person, form, values) => ask('/sandbox/api/submit', { person, form, values }),
    get: (path) => fetch(url + path),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code as number | null;
    },
    logged: () => out.split('\n').filter((line) => line.startsWith('{')),
  };
}

/** Runs the bot until it ends by itself. */
export async function runBot(env: Env, cwd: string): Promise<Ended> {
  const child = launch(env, cwd);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'exit');
  return { code: code as number | null, out, err };
}

/** The action behind the button with this label; fails where the message has none. */
export function actionOf({ card }: { card: Card }, style: string): string {
  const choices = card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  const found = choices.find(({ action, label }) => label === style || action.split('|')[3] === style);
  if (!found) throw new Error(`no button ${style} among ${choices.map(({ label }) => label).join(', ')}`);
  return found.action;
}
