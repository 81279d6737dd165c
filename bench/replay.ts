import type { Person } from '../src/domain/people/person';
import { headlineOf, play, teleworkDays2018 } from '../test/support/replay';
import { openBenchCore } from './lib/core';
import type { Measurement } from './lib/figures';

const SEED = 2018;
const MEBI = 2 ** 20;

/** Telework Days 2018 once more: 1,682 organisations, about 302,000 person-days, through the core and a database file. */
export async function measureReplay(): Promise<Measurement> {
  const members = new Map<string, Person[]>();
  const bench = await openBenchCore(undefined, null, (place) => members.get(place) ?? []);
  const stage = {
    ...bench,
    setMembers: (place: string, people: Person[]) => void members.set(place, people),
  };
  const replay = teleworkDays2018(SEED, Number(process.env.REPLAY_SCALE ?? 1));
  let resident = 0;
  const watch = setInterval(() => {
    resident = Math.max(resident, process.memoryUsage.rss());
  }, 250);
  const start = performance.now();
  await play(stage, replay);
  const took = performance.now() - start;
  clearInterval(watch);
  const { organisations, teleworking, supporting, personDays } = await headlineOf(stage, replay);
  await bench.close();
  return {
    title: 'Telework Days 2018, played again',
    figures: [
      { name: 'in all', value: took / 1_000, unit: 's', goal: { atMost: 120 } },
      { name: 'resident memory at most', value: resident / MEBI, unit: 'MB', goal: { atMost: 400 } },
      { name: 'organisations (reported: 1,682)', value: organisations, unit: '' },
      { name: 'implementing, with telework (1,260)', value: teleworking.implementing, unit: '' },
      { name: 'in special cooperation, with telework (120)', value: teleworking.special, unit: '' },
      { name: 'supporting (302)', value: supporting, unit: '' },
      { name: 'person-days (about 302,000)', value: personDays, unit: '' },
    ],
  };
}
