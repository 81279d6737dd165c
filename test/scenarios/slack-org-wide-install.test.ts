import { aCampaign } from '../support/sample-data';
import { openStage, type Stage } from '../support/slack-bot';

const DAY = '2018-07-24';

let stage: Stage;
afterEach(() => stage.close());

test('one install serves the workspaces of an organisation, each a world of its own, also after a restart', async () => {
  stage = await openStage({ orgWide: true, start: '2018-07-23T12:00:00+09:00' });
  const { slack, teamId } = stage;
  const enterprise = slack.world.teams.get(teamId)?.enterprise ?? null;
  const workspaces = [teamId, slack.team({ enterprise }).id].map((team) => {
    const people = Array.from({ length: 20 }, () => slack.user(team).id);
    return { team, people, channel: slack.channel(team, { members: people }).id };
  });
  for (const { team, channel } of workspaces) {
    await slack.memberJoins(channel, 'bot');
    await stage.quiet();
    await stage.store.campaigns.save({ ...aCampaign([DAY], [DAY]), id: team, org: `slack:${team}` });
  }
  await stage.restart();
  // Several organisations have their polls at seconds of their own after the hour.
  await stage.at(`${DAY}T07:01:00+09:00`);
  for (const { team, channel, people } of workspaces) {
    const [person = ''] = people;
    const poll = slack.messages(channel).at(-1);
    const at = { channel, ts: poll?.ts ?? '' };
    await slack.press(person, at, ({ value }) => String(value).includes('|home|'));
    await stage.quiet();
    const [note] = slack.ephemerals(person);
    expect(note?.text).toContain('Working from home');
    const [group] = await stage.store.polls.of(`slack:${team}`, person, DAY);
    expect(await stage.store.people.roster(`slack:${team}`, group?.team ?? '')).toHaveLength(20);
  }
  expect(stage.complaints).toEqual([]);
});
