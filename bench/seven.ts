import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createGrants, createSealer } from '../adapters/slack/install';
import manifest from '../manifest.json';
import { openStore } from '../src/store';
import { type FakeSlack, startFakeSlack } from '../test/fakes/slack';
import { postgresServer } from '../test/support/postgres-server';
import { type Server, startServer } from './lib/child';
import { aTeam } from './lib/core';
import type { Measurement } from './lib/figures';
import { DAY, FLAGS, MAIN } from './lib/slack-rig';

const ORGANISATIONS = 1_682;
const MEMBERS = 5;
const LATENCY_MS = 80;
const OPENS = Date.parse(`${DAY}T07:00:00+09:00`);
/** Before seven: the bot starts meanwhile. */
const BEFORE_MS = 15_000;
const PATIENCE_MS = 300_000;
const KEY = '5f0c9a7be24d81f3a6097cb1e83d524f60a9d7e3185bc4f29e07ad63b81c94e5';

/**
 * Every organisation's poll at seven, in real time: the built bot on PostgreSQL, before the fake of Slack with its
 * limits, each of whose answers takes 80 ms. Only the database says that it is another day.
 */
export async function measureSeven(): Promise<Measurement> {
  const server = postgresServer({ durable: true });
  await server.launch();
  const slack = await startFakeSlack({
    now: Date.now,
    app: { events: manifest.settings.event_subscriptions.bot_events },
    settings: { latencyMs: LATENCY_MS },
  });
  try {
    const database = await server.create();
    const url = server.url(database);
    await settle(slack, url);
    const seven = Date.now() + BEFORE_MS;
    await server.query(database, clockAt(database, OPENS - seven));
    const bot = await startBot(slack, url);
    const { lastMs, medianMs, mostMb } = await watch(slack, bot, seven);
    await bot.stop();
    const refused = slack.calls.list().filter(({ outcome }) => outcome === '429').length;
    return {
      title: `Slack: the polls of ${ORGANISATIONS.toLocaleString('en-US')} organisations at 7:00`,
      figures: [
        { name: 'half of them posted after', value: medianMs / 1_000, unit: 's' },
        {
          name: 'last poll posted after (spread over a minute on purpose)',
          value: lastMs / 1_000,
          unit: 's',
        },
        { name: 'resident memory at most', value: mostMb, unit: 'MB' },
        { name: 'calls refused by the limits', value: refused, unit: 'calls' },
      ],
    };
  } finally {
    await slack.stop();
    await server.end();
  }
}

/** The database's own function of this name is found before PostgreSQL's, by connections made afterwards. */
function clockAt(database: string, ahead: number): string {
  return `create function public.statement_timestamp() returns timestamptz language sql stable as $$
      select pg_catalog.statement_timestamp() + ${ahead} * interval '1 millisecond' $$;
    alter database ${database} set search_path = public, pg_catalog`;
}

async function settle(slack: FakeSlack, url: string): Promise<void> {
  const store = await openStore({ url, now: Date.now });
  const grants = createGrants(store.memory('slack'), createSealer(KEY));
  const days = [{ day: DAY, core: true }];
  for (let index = 0; index < ORGANISATIONS; index += 1) {
    const { id } = slack.team();
    const org = `slack:${id}`;
    const token = slack.install({ team: id }, manifest.oauth_config.scopes.bot);
    const { value: botToken, botId, botUser: botUserId, scopes } = token;
    const place = { teamId: id, enterpriseId: null, expiresAt: null, refreshToken: null };
    await grants.put(`install:${id}`, { botToken, botId, botUserId, scopes, ...place });
    const members = Array.from({ length: MEMBERS }, () => slack.user(id).id);
    const channel = slack.channel(id, { members }).id;
    slack.invite(channel, 'bot');
    await store.campaigns.save({ org, id: 'bench', name: 'Core day', days, target: null, ended: false });
    await store.teams.create({ ...aTeam(channel), org });
  }
  await store.wakeQueue.wake(null);
  await store.close();
}

function startBot(slack: FakeSlack, url: string): Promise<Server> {
  return startServer(MAIN, {
    cwd: join(__dirname, '..'),
    flags: FLAGS,
    ready: /"url":"http:\/\/127\.0\.0\.1:(\d+)".*"ready"/,
    env: {
      PORT: '0',
      DATABASE_URL: url,
      SLACK_CLIENT_ID: slack.app.clientId,
      SLACK_CLIENT_SECRET: slack.app.clientSecret,
      SLACK_STATE_SECRET: 'the state secret of the benchmark, in no other use',
      SLACK_SIGNING_SECRET: slack.app.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PUBLIC_URL: 'http://127.0.0.1',
      ENCRYPTION_KEY: KEY,
      DEFAULT_TIME_ZONE: 'Asia/Tokyo',
      DEFAULT_COUNTRY: 'JP',
    },
  });
}

async function watch(slack: FakeSlack, bot: Server, seven: number) {
  const posts = () =>
    slack.calls
      .list('chat.postMessage')
      .filter(({ outcome, args }) => outcome === 'ok' && String(args.blocks).includes(`|${DAY}|home|`));
  let mostMb = 0;
  const deadline = seven + PATIENCE_MS;
  while (posts().length < ORGANISATIONS) {
    if (Date.now() > deadline) throw new Error(`${posts().length} of ${ORGANISATIONS} polls were posted`);
    mostMb = Math.max(mostMb, residentOf(bot.pid));
    await wait(1_000);
  }
  const times = posts()
    .map(({ at }) => at - seven)
    .sort((a, b) => a - b);
  const medianMs = times[Math.floor(times.length / 2)] ?? Number.NaN;
  return { lastMs: times.at(-1) ?? Number.NaN, medianMs, mostMb };
}

/** From the kernel; only Linux tells it this way. */
function residentOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  } catch {
    return Number.NaN;
  }
}
