import { join } from 'node:path';
import { startServer } from './lib/child';
import type { Measurement } from './lib/figures';
import { compareInTurns, offerAtRate } from './lib/rounds';
import { openSlackRig } from './lib/slack-rig';

const BARE = join(__dirname, './servers/bare-bolt.js');
const VOTERS = 1_000;
const OFFERED_PER_SECOND = 500;
const OFFERED_FOR_S = 10;

/**
 * Signed button presses over HTTP, each committed to the database file before it is acknowledged, against a bare
 * Bolt app that acknowledges and does nothing: in turns, in the same run. Then votes at a constant rate.
 */
export async function measureSlackPresses(): Promise<Measurement> {
  const rig = await openSlackRig({ voters: VOTERS, replicas: 1, url: null });
  const bare = await startServer(BARE, { env: { SLACK_SIGNING_SECRET: rig.signingSecret } });
  const pair = { bot: rig.bots[0], bare, presses: rig.presses };
  const peer = 'a bare Bolt app that only acknowledges';
  const figures = [
    ...(await compareInTurns(pair, { peer, presses: 2_000, connections: 32, rounds: 5, goal: 0.5 })),
    ...(await offerAtRate(pair, OFFERED_PER_SECOND, OFFERED_FOR_S, 250)),
  ];
  const answers = await rig.stop();
  await bare.stop();
  await rig.close();
  if (answers !== VOTERS) throw new Error(`${answers} of ${VOTERS} people's answers are in the database`);
  return { title: 'Slack: button presses over signed HTTP, durable', figures };
}
