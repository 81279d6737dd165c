import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import manifest from '../../manifest.json';
import type { WorkStyle } from '../../src/domain/work-style';
import { openStore, STORE_FILE } from '../../src/store';
import { type FakeSlack, startFakeSlack } from '../../test/support/slack';
import { type Server, startServer } from './child';
import { toWire } from './http-client';

export const MAIN = join(__dirname, '../../src/main.js');
const BARE = join(__dirname, '../servers/bare-bolt.js');
/** The flags of `npm start`. */
export const FLAGS = ['--enable-source-maps', '--max-semi-space-size=4'];
export const DAY = '2018-07-24';
export const STYLES: readonly WorkStyle[] = ['home', 'satellite', 'off-peak', 'office', 'leave'];
const PATIENCE_MS = 30_000;

/** A workspace on the stand-in for Slack with one open poll, the built bot as a process, and the bare one. */
export interface SlackRig {
  bot: Server;
  bare: Server;
  /** Signed presses on the poll's buttons, by everybody in turn, as whole HTTP requests. */
  presses(server: Server, count: number): string[];
  /** Stops the bot, and says how many answers its database holds. */
  stopBot(): Promise<number>;
  close(): Promise<void>;
}

export async function openSlackRig(voters: number): Promise<SlackRig> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-bench-'));
  const slack = await startFakeSlack({
    now: Date.now,
    app: { events: manifest.settings.event_subscriptions.bot_events },
  });
  const team = slack.team({ name: 'Bench' }).id;
  const token = slack.install({ team }, manifest.oauth_config.scopes.bot).value;
  const people = Array.from({ length: voters }, (_, n) => slack.user(team, { realName: `Person ${n}` }).id);
  const channel = slack.channel(team, { members: people }).id;
  await planDay(folder, `slack:${team}`);
  const bot = await startBot(folder, slack, token);
  const bare = await startServer(BARE, { env: { SLACK_SIGNING_SECRET: slack.app.signingSecret } });
  slack.useHttp(addressOf(bot));
  await slack.memberJoins(channel, 'bot');
  const poll = { channel, ts: await pollIn(slack, channel) };
  let pressed = 0;

  function press(url: string): string {
    pressed += 1;
    const style = STYLES[(pressed * 7) % STYLES.length];
    const inbound = slack.pressOf(
      people[pressed % people.length] ?? '',
      poll,
      ({ value }) => String(value).split('|')[3] === style,
    );
    const { headers, body } = slack.signed(inbound);
    return toWire(url, headers, body);
  }

  return {
    bot,
    bare,
    presses: (server, count) => Array.from({ length: count }, () => press(addressOf(server))),
    async stopBot() {
      await bot.stop();
      return answersIn(folder, `slack:${team}`, channel);
    },
    async close() {
      await bare.stop();
      await slack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf({ port }: Server): string {
  return `http://127.0.0.1:${port}/slack/events`;
}

async function planDay(folder: string, org: string): Promise<void> {
  const store = await openStore({ file: join(folder, STORE_FILE), now: Date.now });
  const days = [{ day: DAY, core: true }];
  await store.campaigns.save({ org, id: 'bench', name: 'Core day', days, target: null, ended: false });
  await store.close();
}

function startBot(folder: string, slack: FakeSlack, token: string): Promise<Server> {
  return startServer(MAIN, {
    cwd: folder,
    flags: FLAGS,
    ready: /"url":"http:\/\/127\.0\.0\.1:(\d+)".*"ready"/,
    env: {
      DATA_DIR: folder,
      PORT: '0',
      SLACK_BOT_TOKEN: token,
      SLACK_SIGNING_SECRET: slack.app.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DEFAULT_TIME_ZONE: 'Asia/Tokyo',
      DEFAULT_COUNTRY: 'JP',
      SIMULATED_NOW: `${DAY}T07:30:00+09:00`,
      SIMULATED_SPEED: '1',
    },
  });
}

/** The poll's message, once the bot has posted it: of all its messages only that one asks and shows who is where. */
export async function pollIn(slack: FakeSlack, channel: string): Promise<string> {
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS; await wait(20)) {
    const found = slack.messages(channel).find(({ blocks }) => {
      const text = JSON.stringify(blocks);
      return text.includes(`|${DAY}|home`) && text.includes('who|');
    });
    if (found) return found.ts;
  }
  throw new Error('the bot opened no poll');
}

async function answersIn(folder: string, org: string, place: string): Promise<number> {
  const store = await openStore({ file: join(folder, STORE_FILE), now: Date.now });
  const team = await store.teams.at(org, place);
  const { groups } = await store.polls.count(org, team?.id ?? '', DAY, Number.POSITIVE_INFINITY);
  await store.close();
  return groups.reduce((sum, { count }) => sum + count, 0);
}
