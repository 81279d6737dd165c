import { join } from 'node:path';
import { aboutMachine, median } from './lib/figures';
import { load, percentile } from './lib/load';
import { openSlackRig } from './lib/slack-rig';

/*
 * `npm run soak [-- MINUTES]`: the built bot under a steady load of votes, with its ticks and edits, before the fake
 * for Slack. Prints its memory as it goes, and fails where it is not flat.
 */

const MINUTES = 10;
const VOTERS = 1_000;
const PER_SECOND = 40;
/** Of each round of votes, after which memory is looked at. */
const ROUND_S = 10;
/** Caches fill and code is compiled: not counted. */
const WARM_UP = 0.2;
const MOST_GROWTH = 1.1;
const MB = 1_048_576;
const GARBAGE = join(__dirname, '../../bench/lib/collect-garbage.js');

interface Sample {
  minute: number;
  residentMb: number;
  heapMb: number;
  p99: number;
}

async function main(): Promise<void> {
  const minutes = Number(process.argv[2] ?? MINUTES);
  if (!(minutes > 0 && minutes <= 600)) throw new Error('name the minutes: npm run soak -- 10');
  const flags = ['--expose-gc', '-r', GARBAGE];
  const rig = await openSlackRig({ voters: VOTERS, replicas: 1, url: null, flags });
  const [bot] = rig.bots;
  print(`${aboutMachine()}\n${PER_SECOND} votes/s for ${minutes} minutes, memory after garbage collections`);
  print('minute  resident MB  heap MB  99th percentile ms');
  const samples: Sample[] = [];
  const start = performance.now();
  while (performance.now() - start < minutes * 60_000) {
    const requests = rig.presses(bot, PER_SECOND * ROUND_S);
    const { timesMs } = await load({ port: bot.port, requests, plan: { perSecond: PER_SECOND } });
    rig.tidy();
    const sample = { minute: (performance.now() - start) / 60_000, ...(await memoryOf(bot.port)) };
    samples.push({ ...sample, p99: percentile(timesMs, 0.99) });
    print(lineOf(samples.at(-1) as Sample));
  }
  const answers = await rig.stop();
  await rig.close();
  const flat = judge(samples.slice(Math.ceil(samples.length * WARM_UP)));
  if (answers !== VOTERS) print(`${answers} of ${VOTERS} people's answers are in the database`);
  process.exit(flat && answers === VOTERS ? 0 : 1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function lineOf({ minute, residentMb, heapMb, p99 }: Sample): string {
  return [
    minute.toFixed(1).padStart(6),
    residentMb.toFixed(1).padStart(12),
    heapMb.toFixed(1).padStart(8),
    p99.toFixed(0).padStart(19),
  ].join(' ');
}

async function memoryOf(port: number): Promise<{ residentMb: number; heapMb: number }> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]) / MB;
  return {
    residentMb: read('process_resident_memory_bytes'),
    heapMb: read('nodejs_heap_size_used_bytes'),
  };
}

/** True if the second half's medians are hardly above the first half's. */
function judge(samples: readonly Sample[]): boolean {
  const half = Math.floor(samples.length / 2);
  if (half === 0) throw new Error('this was too short to say anything');
  return (['residentMb', 'heapMb'] as const).every((key) => {
    const of = (part: readonly Sample[]) => median(part.map((sample) => sample[key]));
    const [before, after] = [of(samples.slice(0, half)), of(samples.slice(half))];
    const flat = after <= before * MOST_GROWTH;
    const slope = slopeOf(samples.map((sample) => [sample.minute, sample[key]]));
    const verdict = flat ? 'flat' : 'NOT FLAT';
    print(
      `${key}: ${before.toFixed(1)}, then ${after.toFixed(1)}; ${slope.toFixed(2)} MB a minute: ${verdict}`,
    );
    return flat;
  });
}

/** Of the line with the least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const under = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
