import { LONGEST_SPREAD } from '../src/domain/time/spread';
import { RATES } from '../test/fakes/slack';
import { openSlackBot, type SlackBot } from '../test/support/slack-bot';
import type { Figure, Measurement } from './lib/figures';

const DAY = '2018-07-24';
const OPENS = Date.parse(`${DAY}T07:00:00+09:00`);
const CHANNELS = 300;
const MEMBERS = 5;
/** Slack counts its limits by the minute. */
const MINUTE_S = 60;
const MOST_MINUTES = 15;

/**
 * From seven o'clock, in simulated time, until the last poll is posted; against what Slack's published limits allow
 * at best. The fake answers at once and enforces those limits, so that only waiting for turns is measured.
 */
export async function measureSlackOpenings(): Promise<Measurement> {
  const known = await openAll('one workspace', false);
  const forgotten = await openAll('one workspace', true);
  // No limit is in the way: the bot itself spreads organisations over the minute.
  const apart = await openAll('a workspace each', false);
  return {
    title: `Slack: ${CHANNELS} polls opening at 7:00`,
    figures: [
      ...against(`in one workspace`, known, atBest('chat.postMessage')),
      ...against('in one workspace, the bot started just before', forgotten, atBest('conversations.members')),
      ...against('in a workspace each', apart, LONGEST_SPREAD / 1_000),
    ],
  };
}

/** Seconds until the last of as many calls may be made, by the published rate and a full allowance at the start. */
function atBest(method: string): number {
  const { perMinute, burst } = RATES[method] ?? { perMinute: Number.NaN, burst: 0 };
  return (Math.max(0, CHANNELS - burst) / perMinute) * MINUTE_S;
}

function against(name: string, seconds: number, best: number): Figure[] {
  return [
    { name: `${name}: last poll posted after`, value: seconds, unit: 's' },
    { name: "the limits' lower bound", value: best, unit: 's' },
    {
      name: 'ratio, both with the minute by which Slack counts',
      value: (seconds + MINUTE_S) / (best + MINUTE_S),
      unit: '',
      goal: { atMost: 1.1 },
    },
  ];
}

type Spread = 'one workspace' | 'a workspace each';

async function openAll(spread: Spread, restart: boolean): Promise<number> {
  const orgWide = spread === 'a workspace each';
  const slackBot = await openSlackBot({ start: '2018-07-23T08:00:00+09:00', orgWide });
  const channels = await settle(slackBot, spread);
  await slackBot.time.advance(OPENS - MINUTE_S * 1_000 - slackBot.time.now());
  if (restart) await slackBot.restart();
  slackBot.slack.calls.clear();
  for (let minute = 0; minute < MOST_MINUTES && posts(slackBot).length < CHANNELS; minute += 1) {
    await slackBot.at(new Date(OPENS + minute * 60_000).toISOString());
  }
  const opened = new Set(posts(slackBot).map(({ args }) => String(args.channel)));
  const missing = channels.filter((id) => !opened.has(id)).length;
  if (missing > 0) throw new Error(`${missing} polls were not opened`);
  const refused = slackBot.slack.calls.list().filter(({ outcome }) => outcome !== 'ok').length;
  if (refused > 0) throw new Error(`${refused} calls were refused`);
  const last = Math.max(...posts(slackBot).map(({ at }) => at));
  await slackBot.close();
  return (last - OPENS) / 1_000;
}

function posts({ slack }: SlackBot) {
  return slack.calls.list('chat.postMessage').filter(({ outcome }) => outcome === 'ok');
}

/** Brings the bot into the channels the day before; gives their ids. */
async function settle(slackBot: SlackBot, spread: Spread): Promise<string[]> {
  const { slack, store } = slackBot;
  const enterprise = slack.world.teams.get(slackBot.teamId)?.enterprise ?? null;
  const days = [{ day: DAY, core: true }];
  const channels: string[] = [];
  for (let index = 0; index < CHANNELS; index += 1) {
    const team = spread === 'one workspace' ? slackBot.teamId : slack.team({ enterprise }).id;
    if (index === 0 || team !== slackBot.teamId) {
      const campaign = { org: `slack:${team}`, id: 'bench', name: 'Core day', days, target: null };
      await store.campaigns.save({ ...campaign, ended: false });
    }
    const members = Array.from({ length: MEMBERS }, () => slack.user(team).id);
    const { id } = slack.channel(team, { members });
    channels.push(id);
    await slack.memberJoins(id, 'bot');
    // A few a minute: the bot is not added to hundreds of channels at once.
    await slackBot.time.advance(3_000);
  }
  await slackBot.quiet();
  return channels;
}
