import { describeChat } from '../../contracts/chat';
import { openOffice } from '../../support/teams-bot';

describeChat('Teams', async () => {
  const office = await openOffice();
  const { world } = office.fake;
  const ana = world.person('Ana Arai');
  const sales = world.team('Sales', { members: [ana, ...world.people(3)] });
  // The address of a tenant is learnt from what comes in; without a mention, nothing is answered.
  await office.client.say(ana, sales.general, 'hello', { mention: false });
  const texts = (messages: readonly { from: string; summary: string }[]) =>
    messages.filter(({ from }) => from === 'bot').map(({ summary }) => summary);
  return {
    chat: office.teams.chat,
    org: `teams:${sales.tenant}`,
    place: sales.id,
    gonePlace: '19:0123456789abcdef0123456789abcdef@thread.tacv2',
    members: sales.members.map(({ id }) => id),
    person: ana.id,
    stranger: '29:1nobody',
    findsAgain: false,
    seen: async (place) => texts(office.fake.messages(world.conversation(place) ?? sales.general)),
    seenBy: async (person) => texts(office.fake.direct(world.findPerson(person) ?? ana)),
    close: () => office.close(),
  };
});
