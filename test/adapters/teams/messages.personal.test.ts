import { isConfidential } from '../../../src/app/requests/audience';
import type { Person, Team } from '../../fakes/teams/world';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

const DAY = '2018-07-24';
const CONFIDED = 'I’ve answered you in our personal chat.';

let teamsBot: TeamsBot;
let ana: Person;
let bob: Person;
let sales: Team;

beforeEach(async () => {
  teamsBot = await openTeamsBot({ start: `${DAY}T07:30:00+09:00` });
  const { world } = teamsBot.fake;
  ana = world.person('Ana Arai');
  bob = world.person('Bob Baba');
  sales = world.team('Sales', { members: [ana, bob] });
  await teamsBot.client.install(ana, sales.general);
});

afterEach(async () => {
  expect(teamsBot.fake.problems).toEqual([]);
  expect(teamsBot.complaints).toEqual([]);
  await teamsBot.close();
});

const said = () => teamsBot.fake.last(sales.general);

test.each([
  'me',
  'days',
  'week',
  'forget-me',
  'language en',
  'remind off',
  'home',
  'clear',
  'deliveries',
  'bind',
])('`%s` in a channel is answered to the person alone', async (text) => {
  await teamsBot.client.say(ana, sales.general, 'setup names=on');
  if (text === 'clear') await teamsBot.client.say(ana, sales.general, 'home');
  const before = teamsBot.fake.direct(ana).length;
  await teamsBot.client.say(ana, sales.general, text);
  expect(said()).toMatchObject({ text: CONFIDED, card: null });
  expect(teamsBot.fake.direct(ana)).toHaveLength(before + 1);
});

test('names are answered to the person alone; counts are what the poll shows, too', async () => {
  await teamsBot.client.say(bob, sales.general, 'who');
  expect(said().summary).toContain('Who’s where');
  await teamsBot.client.say(ana, sales.general, 'setup names=on');
  await teamsBot.client.say(ana, sales.general, 'poll now');
  await teamsBot.client.say(bob, sales.general, 'who');
  expect(said()).toMatchObject({ text: CONFIDED, card: null });
});

test('a person without a personal chat is told the way there, and their answer counts', async () => {
  bob.chat.installed = false;
  await teamsBot.client.say(bob, sales.general, 'home');
  expect(said().text).toContain('Add the app for yourself');
  expect(await teamsBot.store.answers.history(`teams:${bob.tenant}`, bob.id, DAY)).toHaveLength(1);
});

test('data is deleted by a button of one’s own only', async () => {
  for (const person of [ana, bob]) await teamsBot.client.say(person, person.chat, 'home');
  await teamsBot.client.say(ana, sales.general, 'forget-me');
  const asked = teamsBot.fake.last(ana.chat);
  expect(asked.summary).toContain('Ana Arai: delete your data?');
  // Bob is shown the card in the channel, as it is or as the first version of the bot made it.
  await teamsBot.client.say(bob, sales.general, 'tally');
  for (const action of [`forget|${encodeURIComponent(ana.id)}`, 'forget']) {
    const pressed = await teamsBot.client.press(
      bob,
      poll(),
      'Help',
      {},
      {
        change: (activity) => {
          activity.value = { action: { type: 'Action.Execute', verb: 'press', data: { action } } };
        },
      },
    );
    expect(JSON.stringify(pressed.body)).toContain('I didn’t delete anything');
  }
  const known = (person: Person) => teamsBot.store.people.get(`teams:${person.tenant}`, person.id);
  expect(await known(ana)).not.toBeNull();
  expect(await known(bob)).not.toBeNull();
  // Her own button, in the channel: she is asked again, alone, and not deleted at once.
  const again = await teamsBot.client.press(
    ana,
    poll(),
    'Help',
    {},
    {
      change: (activity) => {
        const action = `forget|${encodeURIComponent(ana.id)}`;
        activity.value = { action: { type: 'Action.Execute', verb: 'press', data: { action } } };
      },
    },
  );
  expect(JSON.stringify(again.body)).toContain('the data of Ana Arai only');
  expect(await known(ana)).not.toBeNull();
  await teamsBot.client.press(ana, asked, 'Delete my data');
  expect(await known(ana)).toBeNull();
  expect(await known(bob)).not.toBeNull();
});

/** Any card with buttons in the channel. */
function poll() {
  const found = teamsBot.fake
    .messages(sales.general)
    .find(({ card }) => JSON.stringify(card).includes('"verb"'));
  if (!found) throw new Error('there is no card');
  return found;
}

test('what administrators alone may ask is not shown to others', () => {
  const counts = { kind: 'who', names: null } as Parameters<typeof isConfidential>[0];
  expect(isConfidential(counts)).toBe(false);
  expect(isConfidential({ kind: 'bind-offer', teamName: 'Sales', code: 'A' })).toBe(true);
  expect(isConfidential({ kind: 'forgotten', months: 13 })).toBe(true);
  expect(isConfidential({ kind: 'unbound', teamName: 'Sales' })).toBe(false);
});
