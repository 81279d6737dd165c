import { postgresServer } from '../test/support/postgres-server';
import { type Figure, type Measurement, median } from './lib/figures';
import { type Offered, openSlackRig, type SlackRig } from './lib/slack-rig';

const VOTERS = 1_000;
const PRESSES = 2_000;
const CONNECTIONS = 32;
const ROUNDS = 3;

/** Durable votes a second through the whole HTTP path: replicas on PostgreSQL, against one process on a file, in turns. */
export async function measureReplicas(): Promise<Measurement> {
  const server = postgresServer({ durable: true });
  await server.launch();
  const figures: Figure[] = [];
  try {
    for (const replicas of [1, 2, 4]) {
      const onFile = await openSlackRig({ voters: VOTERS, replicas: 1, url: null });
      const url = server.url(await server.create());
      const onServer = await openSlackRig({ voters: VOTERS, replicas, url });
      figures.push(...(await compare(replicas, onFile, onServer)));
    }
  } finally {
    await server.end();
  }
  return { title: `Votes through HTTP, ${CONNECTIONS} connections, durable`, figures };
}

async function compare(replicas: number, onFile: SlackRig, onServer: SlackRig): Promise<Figure[]> {
  const rounds: { file: Offered; server: Offered }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const file = await onFile.offer(PRESSES, CONNECTIONS);
    const server = await onServer.offer(PRESSES, CONNECTIONS);
    if (round > 0) rounds.push({ file, server });
  }
  for (const rig of [onFile, onServer]) {
    const answers = await rig.stop();
    await rig.close();
    if (answers !== VOTERS) throw new Error(`${answers} of ${VOTERS} people's answers are in the database`);
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  const name = replicas === 1 ? '1 replica' : `${replicas} replicas`;
  return [
    { name: `${name} on PostgreSQL`, value: middle(({ server }) => server.perSecond), unit: 'votes/s' },
    {
      name: 'one process on SQLite, in turns',
      value: middle(({ file }) => file.perSecond),
      unit: 'votes/s',
    },
    { name: 'ratio', value: middle(({ file, server }) => server.perSecond / file.perSecond), unit: '' },
    { name: `${name}: processor time a vote`, value: middle(({ server }) => server.cpuMs), unit: 'ms' },
    { name: 'SQLite: processor time a vote', value: middle(({ file }) => file.cpuMs), unit: 'ms' },
    { name: `${name}: 99th percentile`, value: middle(({ server }) => server.p99), unit: 'ms' },
  ];
}
