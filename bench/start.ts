import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Measurement, median } from './lib/figures';

const MAIN = join(__dirname, '../src/main.js');
/** The flags of `npm start`. */
const FLAGS = ['--enable-source-maps', '--max-semi-space-size=4'];
const RUNS = 5;
const SETTLE_MS = 3_000;

/** From the start of the built bot's process until /readyz says 200, and its memory once it stands idle. */
export async function measureStart(): Promise<Measurement> {
  const runs: { readyMs: number; residentMb: number }[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const result = await startOnce();
    if (run > 0) runs.push(result);
  }
  return {
    title: 'Start of the built bot with its sandbox',
    figures: [
      {
        name: 'process start to /readyz',
        value: median(runs.map(({ readyMs }) => readyMs)),
        unit: 'ms',
        goal: { atMost: 1_000 },
      },
      {
        name: 'resident memory, idle',
        value: median(runs.map(({ residentMb }) => residentMb)),
        unit: 'MB',
        goal: { atMost: 120 },
      },
    ],
  };
}

async function startOnce(): Promise<{ readyMs: number; residentMb: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-bench-'));
  const port = 20_000 + (process.pid % 20_000);
  const { PATH = '' } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, [...FLAGS, MAIN], {
    cwd: folder,
    env: { PATH, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (!(await isReady(port))) await wait(2);
  const readyMs = performance.now() - start;
  await wait(SETTLE_MS);
  const residentMb = residentOf(child.pid ?? 0);
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
  return { readyMs, residentMb };
}

async function isReady(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  return response?.ok ?? false;
}

/** From the kernel; only Linux tells it this way. */
function residentOf(pid: number): number {
  try {
    const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib) / 1_024;
  } catch {
    return Number.NaN;
  }
}
