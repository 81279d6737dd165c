import { cpus } from 'node:os';

/** One measured figure. `goal` is what it should reach, where there is one. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  goal?: { atLeast: number } | { atMost: number };
}

export interface Measurement {
  title: string;
  figures: Figure[];
}

function reached({ value, goal }: Figure): boolean | null {
  if (!goal) return null;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** The machine of the measurement, without which the figures mean nothing. */
export function machine(): Record<string, string | number> {
  const [cpu] = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpu?.model ?? '?',
    cores: cpus().length,
  };
}

export function aboutMachine(): string {
  return Object.entries(machine())
    .map(([key, value]) => `${key} ${value}`)
    .join(' · ');
}

export function toBlock({ title, figures }: Measurement): string {
  return ['', title, ...figures.map(line)].join('\n');
}

function line(figure: Figure): string {
  const { name, value, unit, goal } = figure;
  const wanted = !goal
    ? ''
    : 'atLeast' in goal
      ? `  (goal >= ${goal.atLeast})`
      : `  (goal <= ${goal.atMost})`;
  const verdict = reached(figure) === false ? '  MISSED' : '';
  return `  ${name.padEnd(70)} ${format(value).padStart(10)} ${unit}${wanted}${verdict}`;
}

function format(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(value >= 10 ? 1 : 3);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds one run takes: the median of several, after one that is not counted. */
export async function timed(runs: number, run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let count = 0; count < runs; count += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return median(times);
}
