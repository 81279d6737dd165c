import { openSlackBot, type SlackBot } from '../test/support/slack-bot';
import type { Measurement } from './lib/figures';

const DAY = '2018-07-24';
const PEOPLE = 1_000;
const WITHIN_MS = 10 * 60_000;
const STYLES = ['home', 'satellite', 'office'];
/** Long enough for the last edit. */
const AFTERWARDS_MS = 5 * 60_000;

/**
 * Web API calls a vote, in a channel of a thousand who all answer within ten minutes of simulated time: the real
 * adapter and core against a fake that counts every call and enforces Slack's limits.
 */
export async function measureSlackCalls(): Promise<Measurement> {
  const steady = await callsOfMorning(false);
  const restarted = await callsOfMorning(true);
  return {
    title: `Slack: API calls, ${PEOPLE} people answering within ten minutes`,
    figures: [
      { name: 'Web API calls a vote', value: steady.calls / PEOPLE, unit: '', goal: { atMost: 0.05 } },
      { name: 'the same with a restart half way', value: restarted.calls / PEOPLE, unit: '' },
      { name: 'private answers a vote, by response_url', value: steady.answers / PEOPLE, unit: '' },
    ],
  };
}

async function callsOfMorning(restart: boolean): Promise<{ calls: number; answers: number }> {
  const slackBot = await openSlackBot({ start: '2018-07-23T12:00:00+09:00' });
  const people = Array.from({ length: PEOPLE }, (_, n) => {
    return slackBot.slack.user(slackBot.teamId, { realName: `Person ${n}` }).id;
  });
  const { id: channel } = slackBot.slack.channel(slackBot.teamId, { members: people });
  await slackBot.slack.memberJoins(channel, 'bot');
  await slackBot.quiet();
  const days = [{ day: DAY, core: true }];
  const campaign = { org: slackBot.org, id: 'bench', name: 'Core day', days, target: null, ended: false };
  await slackBot.store.campaigns.save(campaign);
  await slackBot.at(`${DAY}T07:00:00+09:00`);
  const ts = slackBot.slack.messages(channel).at(-1)?.ts ?? '';
  slackBot.slack.calls.clear();
  for (const [index, person] of people.entries()) {
    if (restart && index === PEOPLE / 2) await slackBot.restart();
    await vote(slackBot, { channel, ts }, person, STYLES[index % STYLES.length] ?? '');
    await slackBot.time.advance(WITHIN_MS / PEOPLE);
  }
  await slackBot.time.advance(AFTERWARDS_MS);
  const all = slackBot.slack.calls.list();
  const answers = all.filter(({ method }) => method === 'response_url').length;
  await slackBot.close();
  return { calls: all.length - answers, answers };
}

async function vote(
  slackBot: SlackBot,
  poll: { channel: string; ts: string },
  person: string,
  style: string,
): Promise<void> {
  const pressed = slackBot.slack.press(person, poll, ({ value }) => String(value).split('|')[3] === style);
  const { acked } = await pressed;
  if (!acked) throw new Error('a vote was not acknowledged');
}
