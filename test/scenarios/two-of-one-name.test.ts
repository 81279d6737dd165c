import { aCampaign } from '../support/sample-data';
import { openSlackBot } from '../support/slack-bot';
import { openTeamsBot } from '../support/teams-bot';

/* Two members of one name, on each platform: a list of names tells them apart by what the platform calls them. */

const EVE = '2018-07-23T08:00:00+09:00';
const DAY = '2018-07-24';
const NAME = 'Ken Sato';

test('in Slack by their usernames', async () => {
  const bot = await openSlackBot({ start: EVE });
  try {
    const { slack, teamId, org } = bot;
    const [one, other] = ['sato.k', 'ken2'].map((name) => slack.user(teamId, { realName: NAME, name }).id);
    const boss = slack.user(teamId, { realName: 'Boss', admin: true }).id;
    const members = [one ?? '', other ?? '', boss];
    const channel = slack.channel(teamId, { name: 'sales', members }).id;
    const says = async (person: string, text: string) => {
      await slack.command(person, channel, text);
      await bot.quiet();
    };
    await slack.memberJoins(channel, 'bot', boss);
    await bot.quiet();
    await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org });
    await says(boss, 'setup names=on');
    await bot.at(`${DAY}T07:00:00+09:00`);
    await says(one ?? '', 'home');
    await says(other ?? '', 'office');
    await says(boss, 'home');
    await says(boss, 'who');
    const told = slack.ephemerals(boss).at(-1)?.text ?? '';
    expect(told).toContain(`${NAME} (@sato.k)`);
    expect(told).toContain(`${NAME} (@ken2)`);
    expect(told).not.toContain('Boss (');
    expect(bot.complaints).toEqual([]);
  } finally {
    await bot.close();
  }
});

test('in Teams by their sign-in names', async () => {
  const bot = await openTeamsBot({ start: EVE });
  try {
    const { world } = bot.fake;
    const [one, other, boss] = [
      world.person(NAME, { email: 'sato.k@example.com', locale: 'en-GB' }),
      world.person(NAME, { email: 'ken2@example.com', locale: 'en-GB' }),
      world.person('Boss', { locale: 'en-GB' }),
    ];
    const sales = world.team('Sales', { members: [one, other, boss] });
    await bot.client.install(boss, sales.general);
    await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: `teams:${world.home}` });
    await bot.client.say(boss, sales.general, 'setup names=on lang=en');
    await bot.at(`${DAY}T07:00:00+09:00`);
    await bot.client.say(one, sales.general, 'home');
    await bot.client.say(other, sales.general, 'office');
    await bot.client.say(boss, sales.general, 'home');
    await bot.client.say(boss, sales.general, 'who');
    const told = bot.fake.direct(boss).at(-1)?.summary ?? '';
    expect(told).toContain(`${NAME} (sato.k)`);
    expect(told).toContain(`${NAME} (ken2)`);
    expect(told).not.toContain('Boss (');
  } finally {
    await bot.close();
  }
});
