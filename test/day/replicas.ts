import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(__dirname, '../../dist/src/main.js');
const PRELOAD = join(__dirname, '../support/preload-replica.js');
const READY = /"url":"(http:[^"]+)".*"ready"/;
const LINES_KEPT = 2_000;

/** A place for one process of the bot after the other, behind the load balancer which the test plays. */
export interface Replica {
  /** Where it listens; null while it does not. */
  url(): string | null;
  /** Starts the built bot; resolves when it is ready, or has been killed. */
  start(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
  /** What it said that is worse than information. */
  complaints: string[];
  /** How often it ended without being told to. */
  ended(): number;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export function createReplica(env: Record<string, string>, replica: object): Replica {
  let child: ChildProcess | null = null;
  let url: string | null = null;
  const complaints: string[] = [];
  let told = false;
  let ends = 0;

  function launch(): ChildProcess {
    const folder = mkdtempSync(join(tmpdir(), 'telework-chaos-'));
    const { PATH = '' } = process.env;
    const started = spawn(process.execPath, ['-r', PRELOAD, MAIN], {
      cwd: folder,
      env: { PATH, PORT: '0', ...env, REPLICA: JSON.stringify(replica) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(started);
    told = false;
    started.once('exit', () => {
      running.delete(started);
      rmSync(folder, { recursive: true, force: true });
      if (!told) ends += 1;
      if (child === started) url = null;
    });
    return started;
  }

  function listen(started: ChildProcess, ready: () => void): void {
    let rest = '';
    started.stdout?.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const found = READY.exec(line)?.[1];
        if (found && child === started) {
          url = found;
          ready();
        }
        if (/"level":"?(40|50|60|warn|error|fatal)/.test(line) && complaints.length < LINES_KEPT)
          complaints.push(line);
      }
    });
    started.stderr?.on('data', (chunk) => complaints.push(String(chunk)));
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return null;
    const ended = once(ending, 'exit');
    // A load balancer sends nothing more to a process that goes.
    url = null;
    told = true;
    ending.kill(signal);
    const [code] = await ended;
    return code as number | null;
  }

  return {
    url: () => url,
    complaints,
    ended: () => ends,
    start() {
      const started = launch();
      child = started;
      return new Promise((resolve) => {
        listen(started, resolve);
        started.once('exit', () => resolve());
      });
    },
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
