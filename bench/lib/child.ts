import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A server under test, in a process of its own. */
export interface Server {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A child that says nothing for so long has failed. */
const PATIENCE_MS = 30_000;

/**
 * Starts a script and waits until what it prints matches `ready`, whose first group is its port. With
 * `BENCH_PROFILE` set to a folder, each child writes its CPU profile there when it stops.
 */
export async function startServer(
  script: string,
  options: { env?: Record<string, string>; flags?: readonly string[]; cwd?: string; ready?: RegExp } = {},
): Promise<Server> {
  const { env = {}, flags = [], cwd = '.', ready = /listening on (\d+)/ } = options;
  const { PATH = '', BENCH_PROFILE } = process.env;
  const profile = BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${BENCH_PROFILE}`] : [];
  const child = spawn(process.execPath, [...flags, ...profile, script], {
    cwd,
    env: { PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return {
    port: await portOf(child, ready),
    pid: child.pid ?? 0,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function portOf(child: ChildProcess, ready: RegExp): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the server did not start')), PATIENCE_MS);
    let said = '';
    child.stdout?.on('data', (chunk) => {
      if (said.length > 100_000) return;
      said += chunk;
      const port = ready.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

const MS_PER_TICK = 10;

/** The processor time it has used up, by the kernel; only Linux tells it this way. */
export function cpuMsOf({ pid }: Server): number {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = rest.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  } catch {
    return Number.NaN;
  }
}
