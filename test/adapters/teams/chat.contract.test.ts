import { describeChat } from '../../contracts/chat';
import { openTeamsBot } from '../../support/teams-bot';

describeChat('Teams', async () => {
  const teamsBot = await openTeamsBot();
  const { world } = teamsBot.fake;
  const ana = world.person('Ana Arai');
  const sales = world.team('Sales', { members: [ana, ...world.people(3)] });
  // The address of a tenant is learnt from what comes in; without a mention, nothing is answered.
  await teamsBot.client.say(ana, sales.general, 'hello', { mention: false });
  const texts = (messages: readonly { from: string; summary: string }[]) =>
    messages.filter(({ from }) => from === 'bot').map(({ summary }) => summary);
  return {
    chat: teamsBot.teams.chat,
    org: `teams:${sales.tenant}`,
    place: sales.id,
    gonePlace: '19:0123456789abcdef0123456789abcdef@thread.tacv2',
    members: sales.members.map(({ id }) => id),
    person: ana.id,
    stranger: '29:1nobody',
    findsAgain: false,
    seen: async (place) => texts(teamsBot.fake.messages(world.conversation(place) ?? sales.general)),
    seenBy: async (person) => texts(teamsBot.fake.direct(world.findPerson(person) ?? ana)),
    close: () => teamsBot.close(),
  };
});
