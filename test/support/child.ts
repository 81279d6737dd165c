import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const RUN_TS = join(__dirname, 'run-ts.js');

const running = new Set<ChildProcess>();

/** For `afterEach`: a test that fails must not leave a process behind. */
export function killChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}

export interface Child {
  /** Resolves with the next lines it prints, fewer when it ends before. */
  lines(count: number): Promise<string[]>;
  /** SIGKILL; resolves with every line printed and not yet read, once it is dead. */
  kill(): Promise<string[]>;
  /** Ends its input; resolves once it has ended. */
  end(): Promise<string[]>;
}

/** Starts one of the scripts of `children/` in a process of its own. */
export function startChild(script: string, args: readonly string[], options: SpawnOptions = {}): Child {
  const path = join(__dirname, 'children', script);
  const child = spawn(process.execPath, ['-r', RUN_TS, path, ...args], { ...options, stdio: 'pipe' });
  running.add(child);
  const ended = once(child, 'close').then(() => running.delete(child));
  if (!child.stdout || !child.stdin) throw new Error('the child has no pipes');
  child.stderr?.pipe(process.stderr);
  const reader = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function lines(count: number): Promise<string[]> {
    const read: string[] = [];
    while (read.length < count) {
      const { value, done } = await reader.next();
      if (done) return read;
      read.push(value);
    }
    return read;
  }

  async function rest(): Promise<string[]> {
    const read = await lines(Number.POSITIVE_INFINITY);
    await ended;
    return read;
  }

  return {
    lines,
    kill() {
      child.kill('SIGKILL');
      return rest();
    },
    end() {
      child.stdin?.end();
      return rest();
    },
  };
}
