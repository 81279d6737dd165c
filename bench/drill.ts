import { setTimeout as wait } from 'node:timers/promises';
import { encodeButton } from '../src/app/requests/button';
import { createInbox } from '../src/app/requests/inbox';
import type { WorkStyle } from '../src/domain/answers/work-style';
import type { Millis } from '../src/domain/time/calendar';
import { parseIntent } from '../src/grammar/parse';
import { postgresServer } from '../test/support/postgres-server';
import { aTeam, type BenchCore, DAY, ORG, openBenchCore, openPollFor, peopleOf } from './lib/core';
import type { Measurement } from './lib/figures';
import { percentile } from './lib/load';

const ANSWERS = 83_806;
const TEAM_SIZE = 100;
/** Seven of ten answer around two minutes after the opening, the others at any time of six minutes. */
const RUSH = { share: 0.7, at: 120_000, spread: 40_000 };
const LASTS: Millis = 360_000;
const STYLES: readonly WorkStyle[] = ['home', 'satellite', 'mobile', 'office', 'leave'];

/**
 * The shape of a safety drill: everybody answers once, most of them two minutes after the opening, whether or not
 * answers come back. Through the whole core on PostgreSQL, each answer committed; times count from when it was due.
 */
export async function measureDrill(): Promise<Measurement> {
  const server = postgresServer({ durable: true });
  await server.launch();
  try {
    const database = await server.create();
    const benchCore = await openBenchCore(undefined, server.url(database));
    await openPolls(benchCore);
    const { times, worst, refused } = await answer(benchCore);
    await benchCore.close();
    const [kept] = await server.query<{ count: number }>(database, 'select count(*)::int from answers');
    const lost = ANSWERS - refused - (kept?.count ?? 0);
    return {
      title: `A safety drill of ${ANSWERS.toLocaleString('en-US')} people, in real time`,
      figures: [
        { name: 'answered: median', value: percentile(times, 0.5), unit: 'ms' },
        {
          name: 'answered: 99th percentile',
          value: percentile(times, 0.99),
          unit: 'ms',
          goal: { atMost: 3_000 },
        },
        { name: 'most that waited at a time', value: worst, unit: 'answers' },
        { name: 'most that came in a second', value: busiest(arrivals()), unit: 'answers' },
        { name: 'refused', value: refused, unit: 'answers', goal: { atMost: 0 } },
        { name: 'acknowledged, but not in the database', value: lost, unit: 'answers', goal: { atMost: 0 } },
      ],
    };
  } finally {
    await server.end();
  }
}

async function openPolls(benchCore: BenchCore): Promise<void> {
  const teams = Array.from({ length: Math.ceil(ANSWERS / TEAM_SIZE) }, (_, team) => `team${team}`).values();
  const lane = async () => {
    for (const id of teams) await openPollFor(benchCore, aTeam(id), peopleOf(id, TEAM_SIZE));
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

/** Times of the answers after the opening, ascending, on a curve that is the same each time. */
function arrivals(): Millis[] {
  const rush = Math.round(ANSWERS * RUSH.share);
  const times = Array.from({ length: ANSWERS }, (_, index) => {
    if (index >= rush) return ((index - rush) / (ANSWERS - rush)) * LASTS;
    const share = (index + 0.5) / rush;
    // The logistic curve has a bell's shape, and its inverse in closed form.
    return RUSH.at + RUSH.spread * 0.55 * Math.log(share / (1 - share));
  });
  return times.map((time) => Math.min(LASTS, Math.max(0, time))).sort((a, b) => a - b);
}

function busiest(times: readonly Millis[]): number {
  const seconds = new Map<number, number>();
  for (const time of times) {
    const second = Math.floor(time / 1_000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  return Math.max(...seconds.values());
}

async function answer({ core }: BenchCore): Promise<{ times: number[]; worst: number; refused: number }> {
  // Refusals are counted; a log line for each would cost more than the answers.
  const inbox = createInbox({ ...core, log: { ...core.log, error() {} } }, parseIntent);
  const due = arrivals();
  const times: number[] = [];
  let [waiting, worst, refused] = [0, 0, 0];
  const start = performance.now();

  async function one(index: number): Promise<void> {
    // Neighbours in time are not neighbours in a team.
    const nth = (index * 7_919) % ANSWERS;
    const place = `team${Math.floor(nth / TEAM_SIZE)}`;
    const person = personAt(place, nth % TEAM_SIZE);
    const style = STYLES[index % STYLES.length] ?? 'home';
    const action = encodeButton({ kind: 'answer', team: place, day: DAY, style, arrival: null });
    const actor = {
      org: ORG,
      person,
      place,
      placeName: place,
      roles: async () => ({ place: 'no', organisation: 'no', platform: 'Slack' }) as const,
      prefix: '/telework',
    };
    const reply = await inbox.press(actor, action);
    times.push(performance.now() - start - (due[index] ?? 0));
    if (reply.refused) refused += 1;
    waiting -= 1;
  }

  const running: Promise<void>[] = [];
  for (let index = 0; index < due.length; ) {
    const now = performance.now() - start;
    if ((due[index] ?? 0) > now) {
      await wait(1);
      continue;
    }
    waiting += 1;
    worst = Math.max(worst, waiting);
    running.push(one(index));
    index += 1;
  }
  await Promise.all(running);
  await core.refresh.settle();
  return { times: times.sort((a, b) => a - b), worst, refused };
}

function personAt(team: string, index: number) {
  const name = `Person ${index}`;
  return { id: `${team}-${index}`, name, locale: 'en', timeZone: 'Asia/Tokyo', kind: 'person' } as const;
}
