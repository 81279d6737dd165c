import { cpuMsOf, type Server } from './child';
import { type Figure, median } from './figures';
import { load, percentile, rateOf } from './load';

/** Two servers that are sent the same kind of requests, in turns. */
export interface Pair {
  bot: Server;
  bare: Server;
  presses(server: Server, count: number): string[];
}

export interface Rounds {
  /** The peer's name in the figures. */
  peer: string;
  presses: number;
  connections: number;
  rounds: number;
  /** The least ratio of the two rates. */
  goal: number;
}

interface Round {
  perSecond: number;
  cpuMs: number;
  p50: number;
  p99: number;
}

/** Presses a second of both, in turns after a round that is not counted; medians, and the median of the ratios. */
export async function compareInTurns(
  { bot, bare, presses }: Pair,
  { peer, connections, goal, ...wanted }: Rounds,
): Promise<Figure[]> {
  const rounds: { own: Round; peer: Round }[] = [];
  for (let round = 0; round <= wanted.rounds; round += 1) {
    const own = await measure(bot, presses(bot, wanted.presses), connections);
    const theirs = await measure(bare, presses(bare, wanted.presses), connections);
    if (round > 0) rounds.push({ own, peer: theirs });
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  return [
    {
      name: `the bot, ${connections} connections`,
      value: middle(({ own }) => own.perSecond),
      unit: 'presses/s',
    },
    { name: peer, value: middle((round) => round.peer.perSecond), unit: 'presses/s' },
    {
      name: 'ratio',
      value: middle((round) => round.own.perSecond / round.peer.perSecond),
      unit: '',
      goal: { atLeast: goal },
    },
    { name: "the bot's processor time a press", value: middle(({ own }) => own.cpuMs), unit: 'ms' },
    { name: "the peer's", value: middle((round) => round.peer.cpuMs), unit: 'ms' },
    { name: 'answered at full load: median', value: middle(({ own }) => own.p50), unit: 'ms' },
    { name: 'answered at full load: 99th percentile', value: middle(({ own }) => own.p99), unit: 'ms' },
  ];
}

async function measure(server: Server, requests: string[], connections: number): Promise<Round> {
  const before = cpuMsOf(server);
  const result = await load({ port: server.port, requests, plan: { connections } });
  return {
    perSecond: rateOf(result),
    cpuMs: (cpuMsOf(server) - before) / requests.length,
    p50: percentile(result.timesMs, 0.5),
    p99: percentile(result.timesMs, 0.99),
  };
}

/** The same presses at a constant rate, whatever comes back. */
export async function offerAtRate(
  { bot, presses }: Pair,
  perSecond: number,
  seconds: number,
  mostMs: number,
): Promise<Figure[]> {
  const requests = presses(bot, perSecond * seconds);
  const { timesMs } = await load({ port: bot.port, requests, plan: { perSecond } });
  const name = `answered at ${perSecond} votes/s for ${seconds} s`;
  return [
    { name: `${name}: median`, value: percentile(timesMs, 0.5), unit: 'ms' },
    {
      name: `${name}: 99th percentile`,
      value: percentile(timesMs, 0.99),
      unit: 'ms',
      goal: { atMost: mostMs },
    },
  ];
}
