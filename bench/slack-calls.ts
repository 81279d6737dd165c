import { openStage, type Stage } from '../test/support/slack-bot';
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
  const stage = await openStage({ start: '2018-07-23T12:00:00+09:00' });
  const people = Array.from({ length: PEOPLE }, (_, n) => {
    return stage.slack.user(stage.teamId, { realName: `Person ${n}` }).id;
  });
  const { id: channel } = stage.slack.channel(stage.teamId, { members: people });
  await stage.slack.memberJoins(channel, 'bot');
  await stage.quiet();
  const days = [{ day: DAY, core: true }];
  const campaign = { org: stage.org, id: 'bench', name: 'Core day', days, target: null, ended: false };
  await stage.store.campaigns.save(campaign);
  await stage.at(`${DAY}T07:00:00+09:00`);
  const ts = stage.slack.messages(channel).at(-1)?.ts ?? '';
  stage.slack.calls.clear();
  for (const [index, person] of people.entries()) {
    if (restart && index === PEOPLE / 2) await stage.restart();
    await vote(stage, { channel, ts }, person, STYLES[index % STYLES.length] ?? '');
    await stage.time.advance(WITHIN_MS / PEOPLE);
  }
  await stage.time.advance(AFTERWARDS_MS);
  const all = stage.slack.calls.list();
  const answers = all.filter(({ method }) => method === 'response_url').length;
  await stage.close();
  return { calls: all.length - answers, answers };
}

async function vote(
  stage: Stage,
  poll: { channel: string; ts: string },
  person: string,
  style: string,
): Promise<void> {
  const pressed = stage.slack.press(person, poll, ({ value }) => String(value).split('|')[3] === style);
  const { acked } = await pressed;
  if (!acked) throw new Error('a vote was not acknowledged');
}
