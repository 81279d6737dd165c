import { recordAnswer } from '../src/app/answers/record-answer';
import { WORK_STYLES } from '../src/domain/answers/work-style';
import { DEFAULT_PREFERENCES } from '../src/domain/people/person';
import { postgresServer } from '../test/support/postgres-server';
import { aTeam, type BenchCore, DAY, openBenchCore, peopleOf } from './lib/core';
import { type Figure, type Measurement, median } from './lib/figures';
import { fill } from './tally';

const TEAM_SIZE = 300;
const SMALL = 10_000;
const LARGE = 1_000_000;
const VOTES = 2_000;
const AT_ONCE = 16;
const ROUNDS = 9;

/** A vote while the database holds ten thousand answers, and a million; on a file and on PostgreSQL. */
export async function measureGrowth(): Promise<Measurement> {
  const server = postgresServer({ durable: true });
  await server.launch();
  try {
    const onFile = await compare('SQLite', async () => openBenchCore());
    const onServer = await compare('PostgreSQL', async () =>
      openBenchCore(undefined, server.url(await server.create())),
    );
    return { title: 'What a vote costs as answers grow', figures: [...onFile, ...onServer] };
  } finally {
    await server.end();
  }
}

async function compare(name: string, open: () => Promise<BenchCore>): Promise<Figure[]> {
  const [small, large] = [await open(), await open()];
  await fill(small, SMALL, TEAM_SIZE);
  await fill(large, LARGE, TEAM_SIZE);
  const times: { small: number; large: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pair = { small: await voteTime(small, SMALL), large: await voteTime(large, LARGE) };
    if (round > 0) times.push(pair);
  }
  await Promise.all([small.close(), large.close()]);
  return [
    {
      name: `${name}, ${SMALL.toLocaleString('en-US')} answers stored`,
      value: median(times.map((pair) => pair.small)),
      unit: 'µs a vote',
    },
    {
      name: `${name}, ${LARGE.toLocaleString('en-US')} answers stored`,
      value: median(times.map((pair) => pair.large)),
      unit: 'µs a vote',
    },
    {
      name: 'ratio',
      value: median(times.map((pair) => pair.large / pair.small)),
      unit: '',
      goal: { atMost: 1.2 },
    },
  ];
}

/** Microseconds a vote, through the use case, some at once; by people from all parts of the database. */
async function voteTime({ core }: BenchCore, answers: number): Promise<number> {
  const teams = Math.floor(answers / TEAM_SIZE);
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let vote = next++; vote < VOTES; vote = next++) {
        const id = `team${(vote * 7_919) % teams}`;
        const [person] = peopleOf(id, 1);
        if (!person) continue;
        await recordAnswer(core, {
          team: aTeam(id),
          member: { ...person, preferences: DEFAULT_PREFERENCES },
          day: DAY,
          choice: { style: WORK_STYLES[(vote + answers) % WORK_STYLES.length] ?? 'home', arrival: null },
          source: 'button',
          agreesTo: async (shows) => shows,
          correction: null,
        });
      }
    }),
  );
  return ((performance.now() - start) * 1_000) / VOTES;
}
