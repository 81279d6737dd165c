import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import manifest from '../../manifest.json';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import { openStore, STORE_FILE } from '../../src/store';
import { type FakeSlack, startFakeSlack } from '../../test/fakes/slack';
import { cpuMsOf, type Server, startServer } from './child';
import { toWire } from './http-client';
import { load, percentile } from './load';

export const MAIN = join(__dirname, '../../src/main.js');
/** The flags of `npm start`. */
export const FLAGS = ['--enable-source-maps', '--max-semi-space-size=4'];
export const DAY = '2018-07-24';
const STYLES: readonly WorkStyle[] = ['home', 'satellite', 'off-peak', 'office', 'leave'];
const PATIENCE_MS = 30_000;

export interface Offered {
  perSecond: number;
  p99: number;
  cpuMs: number;
}

export interface RigOptions {
  voters: number;
  replicas: number;
  /** A PostgreSQL database; null: a file, for one process. */
  url: string | null;
  flags?: readonly string[];
}

/** Replicas of the built bot on one database, before the fake of Slack, with one open poll. */
export async function openSlackRig({ voters, replicas, url, flags = [] }: RigOptions): Promise<SlackRig> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-bench-'));
  const slack = await startFakeSlack({
    now: Date.now,
    app: { events: manifest.settings.event_subscriptions.bot_events },
  });
  const team = slack.team({ name: 'Bench' }).id;
  const token = slack.install({ team }, manifest.oauth_config.scopes.bot).value;
  const people = Array.from({ length: voters }, (_, n) => slack.user(team, { realName: `Person ${n}` }).id);
  const channel = slack.channel(team, { members: people }).id;
  const place = url === null ? { file: join(folder, STORE_FILE) } : { url };
  const org = `slack:${team}`;
  await planCoreDay(place, org);
  const env = { ...settings(slack, token, folder), ...(url === null ? {} : { DATABASE_URL: url }) };
  const start = () => startReplica(folder, env, flags);
  const bots = await Promise.all([start(), ...Array.from({ length: replicas - 1 }, start)] as const);
  slack.useHttp(addressOf(bots[0]));
  await slack.memberJoins(channel, 'bot');
  const poll = { channel, ts: await pollIn(slack, channel) };
  return new SlackRig({ slack, bots, org, people, poll, place, folder });
}

type Place = { file: string } | { url: string };

async function planCoreDay(place: Place, org: string): Promise<void> {
  const store = await openStore({ ...place, now: Date.now });
  const days = [{ day: DAY, core: true }];
  await store.campaigns.save({ org, id: 'bench', name: 'Core day', days, target: null, ended: false });
  await store.close();
}

interface RigParts {
  slack: FakeSlack;
  bots: readonly [Server, ...Server[]];
  org: string;
  people: readonly string[];
  poll: { channel: string; ts: string };
  place: Place;
  folder: string;
}

export class SlackRig {
  readonly bots: readonly [Server, ...Server[]];
  readonly signingSecret: string;
  readonly #parts: RigParts;
  #pressed = 0;

  constructor(parts: RigParts) {
    this.#parts = parts;
    this.bots = parts.bots;
    this.signingSecret = parts.slack.app.signingSecret;
  }

  /** Signed presses on the poll's buttons by everybody in turn, as whole HTTP requests to this server. */
  presses(server: Server, count: number): string[] {
    return Array.from({ length: count }, () => this.#press(server));
  }

  /** Sends presses to all replicas, over so many connections together. */
  async offer(presses: number, connections: number): Promise<Offered> {
    const { bots } = this;
    const share = Math.ceil(presses / bots.length);
    const plan = { connections: Math.ceil(connections / bots.length) };
    const jobs = bots.map((bot) => ({ port: bot.port, requests: this.presses(bot, share), plan }));
    const cpuBefore = cpuOf(bots);
    const results = await Promise.all(jobs.map(load));
    const elapsed = Math.max(...results.map(({ elapsedMs }) => elapsedMs));
    const times = results.flatMap(({ timesMs }) => timesMs).sort((a, b) => a - b);
    return {
      perSecond: (times.length * 1_000) / elapsed,
      p99: percentile(times, 0.99),
      cpuMs: (cpuOf(bots) - cpuBefore) / times.length,
    };
  }

  /** Forgets what the fake of Slack has logged: its own memory is not what is measured. */
  tidy(): void {
    const { calls, world } = this.#parts.slack;
    calls.clear();
    world.ephemerals = [];
    world.responseUrls.clear();
    world.triggers.clear();
  }

  /** Stops the replicas; resolves with the number of answers that the database holds. */
  async stop(): Promise<number> {
    const { bots, place, org, poll } = this.#parts;
    await Promise.all(bots.map((bot) => bot.stop()));
    const kept = await openStore({ ...place, now: Date.now });
    const found = await kept.teams.at(org, poll.channel);
    const { groups } = await kept.polls.count(org, found?.id ?? '', DAY, Number.MAX_SAFE_INTEGER);
    await kept.close();
    return groups.reduce((sum, { count }) => sum + count, 0);
  }

  async close(): Promise<void> {
    await this.#parts.slack.stop();
    rmSync(this.#parts.folder, { recursive: true, force: true });
  }

  #press(server: Server): string {
    this.#pressed += 1;
    const { slack, people, poll } = this.#parts;
    const style = STYLES[(this.#pressed * 7) % STYLES.length];
    const who = people[this.#pressed % people.length] ?? '';
    const inbound = slack.pressOf(who, poll, ({ value }) => String(value).split('|')[3] === style);
    const { headers, body } = slack.signed(inbound);
    return toWire(addressOf(server), headers, body);
  }
}

function cpuOf(bots: readonly Server[]): number {
  return bots.reduce((sum, bot) => sum + cpuMsOf(bot), 0);
}

function addressOf({ port }: Server): string {
  return `http://127.0.0.1:${port}/slack/events`;
}

function startReplica(cwd: string, env: Record<string, string>, flags: readonly string[]): Promise<Server> {
  return startServer(MAIN, {
    cwd,
    env,
    flags: [...FLAGS, ...flags],
    ready: /"url":"http:\/\/127\.0\.0\.1:(\d+)".*"ready"/,
  });
}

function settings(slack: FakeSlack, token: string, folder: string): Record<string, string> {
  return {
    DATA_DIR: folder,
    PORT: '0',
    SLACK_BOT_TOKEN: token,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DEFAULT_TIME_ZONE: 'Asia/Tokyo',
    DEFAULT_COUNTRY: 'JP',
    SIMULATED_NOW: `${DAY}T07:30:00+09:00`,
    SIMULATED_SPEED: '1',
  };
}

/** The poll's message, once the bot has posted it: of all its messages only that one asks and shows who is where. */
async function pollIn(slack: FakeSlack, channel: string): Promise<string> {
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS; await wait(20)) {
    const found = slack.messages(channel).find(({ blocks }) => {
      const text = JSON.stringify(blocks);
      return text.includes(`|${DAY}|home`) && text.includes('who|');
    });
    if (found) return found.ts;
  }
  throw new Error('the bot opened no poll');
}
