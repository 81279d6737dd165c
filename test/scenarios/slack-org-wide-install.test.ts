import { aCampaign } from '../support/sample-data';
import { openSlackBot, type SlackBot } from '../support/slack-bot';

const DAY = '2018-07-24';

let slackBot: SlackBot;
afterEach(() => slackBot.close());

test('one install serves the workspaces of an organisation, each a world of its own, also after a restart', async () => {
  slackBot = await openSlackBot({ orgWide: true, start: '2018-07-23T12:00:00+09:00' });
  const { slack, teamId } = slackBot;
  const enterprise = slack.world.teams.get(teamId)?.enterprise ?? null;
  const workspaces = [teamId, slack.team({ enterprise }).id].map((team) => {
    const people = Array.from({ length: 20 }, () => slack.user(team).id);
    return { team, people, channel: slack.channel(team, { members: people }).id };
  });
  for (const { team, channel } of workspaces) {
    await slack.memberJoins(channel, 'bot');
    await slackBot.quiet();
    await slackBot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), id: team, org: `slack:${team}` });
  }
  await slackBot.restart();
  // Several organisations have their polls at seconds of their own after the hour.
  await slackBot.at(`${DAY}T07:01:00+09:00`);
  for (const { team, channel, people } of workspaces) {
    const [person = ''] = people;
    const poll = slack.messages(channel).at(-1);
    const at = { channel, ts: poll?.ts ?? '' };
    await slack.press(person, at, ({ value }) => String(value).includes('|home|'));
    await slackBot.quiet();
    const [note] = slack.ephemerals(person);
    expect(note?.text).toContain('Working from home');
    const [group] = await slackBot.store.polls.of(`slack:${team}`, person, DAY);
    expect(await slackBot.store.people.roster(`slack:${team}`, group?.team ?? '')).toHaveLength(20);
  }
  expect(slackBot.complaints).toEqual([]);
});
