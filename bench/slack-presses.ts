import { type Figure, type Measurement, median } from './lib/figures';
import { load, percentile, rateOf } from './lib/load';
import { openSlackRig, type SlackRig } from './lib/slack-bot';

const VOTERS = 1_000;
const PRESSES = 2_000;
const CONNECTIONS = 32;
const ROUNDS = 5;
const OFFERED_PER_SECOND = 500;
const OFFERED_FOR_S = 10;

/**
 * Signed button presses over HTTP, each committed to the database file before it is acknowledged, against a bare
 * Bolt app that acknowledges and does nothing: in turns, in the same run. Then votes at a constant rate.
 */
export async function measureSlackPresses(): Promise<Measurement> {
  const rig = await openSlackRig(VOTERS);
  const figures = [...(await compare(rig)), ...(await offer(rig))];
  const answers = await rig.stopBot();
  await rig.close();
  if (answers !== VOTERS) throw new Error(`${answers} of ${VOTERS} people's answers are in the database`);
  return { title: 'Slack: button presses over signed HTTP, durable', figures };
}

async function compare({ bot, bare, presses }: SlackRig): Promise<Figure[]> {
  const rounds: { own: number; peer: number; p50: number; p99: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const own = await load({
      port: bot.port,
      requests: presses(bot, PRESSES),
      plan: { connections: CONNECTIONS },
    });
    const peer = await load({
      port: bare.port,
      requests: presses(bare, PRESSES),
      plan: { connections: CONNECTIONS },
    });
    const { timesMs } = own;
    if (round === 0) continue;
    const [p50, p99] = [percentile(timesMs, 0.5), percentile(timesMs, 0.99)];
    rounds.push({ own: rateOf(own), peer: rateOf(peer), p50, p99 });
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  return [
    { name: `the bot, ${CONNECTIONS} connections`, value: middle(({ own }) => own), unit: 'presses/s' },
    { name: 'bare Bolt app that only acknowledges', value: middle(({ peer }) => peer), unit: 'presses/s' },
    { name: 'ratio', value: middle(({ own, peer }) => own / peer), unit: '', goal: { atLeast: 0.5 } },
    {
      name: 'acknowledged after, half of them, at full load',
      value: middle(({ p50 }) => p50),
      unit: 'ms',
    },
    {
      name: 'acknowledged after, 99 of 100, at full load',
      value: middle(({ p99 }) => p99),
      unit: 'ms',
    },
  ];
}

async function offer({ bot, presses }: SlackRig): Promise<Figure[]> {
  const requests = presses(bot, OFFERED_PER_SECOND * OFFERED_FOR_S);
  const { timesMs } = await load({ port: bot.port, requests, plan: { perSecond: OFFERED_PER_SECOND } });
  const rate = `${OFFERED_PER_SECOND} votes/s for ${OFFERED_FOR_S} s`;
  return [
    { name: `acknowledged after, half of ${rate}`, value: percentile(timesMs, 0.5), unit: 'ms' },
    {
      name: `acknowledged after, 99 of 100 of ${rate}`,
      value: percentile(timesMs, 0.99),
      unit: 'ms',
      goal: { atMost: 250 },
    },
  ];
}
