import { monitorEventLoopDelay } from 'node:perf_hooks';
import { keepBooks } from '../src/app/schedule/keep-books';
import { postgresServer } from '../test/support/postgres-server';
import { type BenchCore, DAY, ORG, openBenchCore } from './lib/core';
import type { Figure, Measurement } from './lib/figures';
import { fill } from './tally';

const PEOPLE = 100_000;
const TEAM_SIZE = 50;
const AFTER = Date.parse('2018-07-25T00:05:00+09:00');
const ROUNDS = 20;
const NANOS = 1e6;

/** How long the books of a day of 2,000 teams hold the process, and how long they take; on a file and on PostgreSQL. */
export async function measureBooks(): Promise<Measurement> {
  const onFile = await closed('SQLite', await openBenchCore());
  const server = postgresServer({ durable: true });
  await server.launch();
  try {
    const onServer = await closed(
      'PostgreSQL',
      await openBenchCore(undefined, server.url(await server.create())),
    );
    return { title: `The books of a day of ${PEOPLE} people`, figures: [...onFile, ...onServer] };
  } finally {
    await server.end();
  }
}

async function closed(name: string, bench: BenchCore): Promise<Figure[]> {
  await fill(bench, PEOPLE, TEAM_SIZE);
  const days = [{ day: DAY, core: true }];
  await bench.store.campaigns.save({ org: ORG, id: 'c', name: 'c', days, target: null, ended: false });
  bench.setNow(AFTER);
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  delays.enable();
  for (let round = 0; round < ROUNDS; round += 1) {
    await keepBooks(bench.core, () => true);
    if ((await bench.store.books.days(ORG, [DAY])).size > 0) break;
  }
  delays.disable();
  const [took, held] = [performance.now() - start, delays.max / NANOS];
  const counts = (await bench.store.books.days(ORG, [DAY])).get(DAY);
  await bench.close();
  return [
    { name: `${name}, the process is held at once`, value: held, unit: 'ms', goal: { atMost: 100 } },
    { name: `${name}, in all`, value: took, unit: 'ms' },
    { name: `${name}, people counted`, value: (counts?.home ?? 0) + (counts?.office ?? 0), unit: '' },
  ];
}
