import { columnsWith, dumpDatabase } from '../support/dump';
import { aCampaign } from '../support/sample-data';
import { openSlackBot, type SlackBot } from '../support/slack-bot';

/* A person of a workspace answers, is reminded, sets what can be set, and asks to be forgotten. */

const DAYS = ['2018-07-24', '2018-07-25'];
const NAME = 'Ann Unlikely';
const HANDLE = 'ann.improbable';

let bot: SlackBot;
let ann: string;
let boss: string;
let channel: string;

beforeEach(async () => {
  bot = await openSlackBot({ start: '2018-07-23T08:00:00+09:00' });
  const { slack, teamId, org } = bot;
  ann = slack.user(teamId, { realName: NAME, name: HANDLE }).id;
  boss = slack.user(teamId, { realName: 'Boss', admin: true }).id;
  const others = Array.from({ length: 5 }, () => slack.user(teamId).id);
  channel = slack.channel(teamId, { name: 'sales', members: [ann, boss, ...others] }).id;
  await slack.memberJoins(channel, 'bot', ann);
  await bot.quiet();
  await bot.store.campaigns.save({ ...aCampaign(DAYS, [DAYS[0] ?? '']), org });
  for (const text of ['language ja', 'week mon home', `home ${DAYS[1]}`]) await says(ann, text);
  await says(boss, 'setup names=on');
  await bot.at(`${DAYS[0]}T07:00:00+09:00`);
  for (const person of others) await says(person, 'home');
  await bot.at(`${DAYS[0]}T09:50:00+09:00`);
  await says(ann, 'office');
  await bot.at(`${DAYS[0]}T10:30:00+09:00`);
});
afterEach(() => bot.close());

async function says(person: string, text: string): Promise<void> {
  expect(await bot.slack.command(person, channel, text)).toMatchObject({ acked: true });
  await bot.quiet();
}

const directOf = (person: string) => bot.slack.messages(person).map((message) => message.channel);
const found = (texts: readonly string[]) => columnsWith(dumpDatabase(bot.file), texts);

test('a person who is forgotten is nowhere, also after the next roster and poll', async () => {
  const traces = [ann, NAME, HANDLE, ...directOf(ann)];
  expect(directOf(ann)).toHaveLength(2);
  expect(found(traces)).toEqual(
    expect.arrayContaining([
      'answer_history.person',
      'people.handle',
      'people.name',
      'tasks.post',
      'tasks.subject',
    ]),
  );
  await says(ann, 'forget-me');
  for (const _time of ['asked', 'asked again']) {
    await bot.slack.pressEphemeral(ann, ({ value }) => String(value).startsWith('forget'));
    await bot.quiet();
  }
  expect(found(traces)).toEqual([]);
  await bot.at(`${DAYS[1]}T07:00:00+09:00`);
  await bot.at(`${DAYS[1]}T10:30:00+09:00`);
  expect(found(traces)).toEqual([]);
  expect(directOf(ann)).toHaveLength(2);
});

test('an organisation that is erased is nowhere, and neither are its people', async () => {
  const names = [bot.teamId, channel, ann, boss, NAME, ...directOf(ann)];
  expect(found(names).length).toBeGreaterThan(10);
  await bot.store.eraseOrg(bot.org, { parts: [], lanes: [] }, 'erase');
  expect(found(names)).toEqual([]);
});
