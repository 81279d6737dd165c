import { recordAnswer } from '../src/app/answers/record-answer';
import { WORK_STYLES, type WorkStyle } from '../src/domain/answers/work-style';
import { DEFAULT_PREFERENCES, type Person } from '../src/domain/people/person';
import { aTeam, type BenchCore, DAY, MORNING, ORG, openBenchCore, openPollFor, peopleOf } from './lib/core';
import { type Figure, type Measurement, median } from './lib/figures';

const VOTERS = 1_000;
const ROUNDS = 5;

/**
 * Durable votes a second: through the use case (poll loaded, rules applied), and through the bare store, the same
 * rows in the same run, in turns.
 */
export async function measureVotes(): Promise<Measurement> {
  const benchCore = await openBenchCore();
  const team = aTeam('team');
  const people = peopleOf('team', VOTERS);
  await openPollFor(benchCore, team, people);
  const figures: Figure[] = [];
  for (const [concurrency, votes] of [
    [1, 2_000],
    [32, 20_000],
  ] as const) {
    figures.push(...(await compare(benchCore, people, concurrency, votes)));
  }
  await benchCore.close();
  return { title: 'Durable votes on a database file', figures };
}

async function compare(benchCore: BenchCore, people: readonly Person[], concurrency: number, votes: number) {
  const useCase: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const rates = [
      await rate(votes, concurrency, (index) => throughUseCase(benchCore, people, index)),
      await rate(votes, concurrency, (index) => throughStore(benchCore, people, index)),
    ] as const;
    if (round === 0) continue;
    useCase.push(rates[0]);
    bare.push(rates[1]);
  }
  const ratio = median(useCase.map((value, index) => value / (bare[index] ?? Number.NaN)));
  return [
    { name: `record-answer, concurrency ${concurrency}`, value: median(useCase), unit: 'votes/s' },
    { name: `bare store, same rows, concurrency ${concurrency}`, value: median(bare), unit: 'votes/s' },
    { name: 'ratio', value: ratio, unit: '', goal: { atLeast: 0.5 } },
  ] satisfies Figure[];
}

async function rate(
  votes: number,
  concurrency: number,
  vote: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < votes) await vote(next++);
    }),
  );
  return (votes * 1_000) / (performance.now() - start);
}

function nth<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T;
}

function styleAt(index: number): WorkStyle {
  return nth(WORK_STYLES, index * 7);
}

function throughUseCase({ core }: BenchCore, people: readonly Person[], index: number) {
  const member = { ...nth(people, index), preferences: DEFAULT_PREFERENCES };
  const choice = { style: styleAt(index), arrival: null };
  return recordAnswer(core, {
    team: aTeam('team'),
    member,
    day: DAY,
    choice,
    source: 'button',
    agreesTo: async (shows) => shows,
    correction: null,
  });
}

function throughStore({ store }: BenchCore, people: readonly Person[], index: number) {
  const choice = { style: styleAt(index), arrival: null };
  const person = nth(people, index).id;
  return store.answers.record({
    org: ORG,
    person,
    agrees: 'counts',
    day: DAY,
    choice,
    at: MORNING,
    source: 'button',
    team: 'team',
  });
}
