import { aTeam, type BenchCore, DAY, MORNING, ORG, openBenchCore, openPollFor, peopleOf } from './lib/core';
import { type Measurement, median } from './lib/figures';

const TEAM_SIZE = 30;
const SMALL = 1_000;
const LARGE = 1_000_000;
const READS = 500;
const ROUNDS = 15;
const FILLED_AT_ONCE = 8;

/** One team's tally while the database holds a thousand answers, and a million: both open, read in turns. */
export async function measureTally(): Promise<Measurement> {
  const small = await filled(SMALL);
  const large = await filled(LARGE);
  const times: { small: number; large: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pair = { small: await readTime(small, SMALL), large: await readTime(large, LARGE) };
    if (round > 0) times.push(pair);
  }
  await Promise.all([small.close(), large.close()]);
  const ratio = median(times.map((pair) => pair.large / pair.small));
  return {
    title: `One team's tally (${TEAM_SIZE} members)`,
    figures: [
      {
        name: `with ${SMALL.toLocaleString('en-US')} answers stored`,
        value: median(times.map((pair) => pair.small)),
        unit: 'µs',
      },
      {
        name: `with ${LARGE.toLocaleString('en-US')} answers stored`,
        value: median(times.map((pair) => pair.large)),
        unit: 'µs',
      },
      { name: 'ratio', value: ratio, unit: '', goal: { atMost: 1.5 } },
    ],
  };
}

/** Microseconds a tally, over teams from all parts of the database. */
async function readTime({ store }: BenchCore, answers: number): Promise<number> {
  const teams = Math.floor(answers / TEAM_SIZE);
  const start = performance.now();
  for (let read = 0; read < READS; read += 1) {
    await store.polls.count(ORG, `team${Math.floor((teams * (read % 10)) / 10)}`, DAY, MORNING);
  }
  return ((performance.now() - start) * 1_000) / READS;
}

/** Teams of thirty, each with a poll in which everybody has answered. */
async function filled(answers: number): Promise<BenchCore> {
  const benchCore = await openBenchCore();
  await fill(benchCore, answers);
  return benchCore;
}

/** The same on an open core; many teams at once, as a server across a network wants it. */
export async function fill(benchCore: BenchCore, answers: number, teamSize = TEAM_SIZE): Promise<void> {
  const teams = Array.from({ length: Math.ceil(answers / teamSize) }, (_, team) => team).values();
  await Promise.all(
    Array.from({ length: FILLED_AT_ONCE }, async () => {
      for (const team of teams) await fillTeam(benchCore, team, teamSize);
    }),
  );
}

/** All answer by their default week: many rows in a statement, where votes would take one each. */
async function fillTeam(benchCore: BenchCore, team: number, teamSize: number): Promise<void> {
  const id = `team${team}`;
  const usual = { style: team % 3 ? 'home' : 'office', arrival: null } as const;
  await openPollFor(benchCore, aTeam(id), peopleOf(id, teamSize), usual);
}
