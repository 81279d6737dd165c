import { encodeButton } from '../../../src/app/requests/button';
import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* Who is shown what about whom: names or counts, of the whole team or of a user group. */

const DAY = '2018-07-24';
const TEAM_SIZE = 12;
const ASKER = aPerson('p1');

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
});
afterEach(() => bot.close());

async function open(settings: { names: boolean }): Promise<void> {
  await bot.team(people(TEAM_SIZE), settings);
  await bot.at(`${DAY}T07:00:00+09:00`);
  for (const id of ['p1', 'p2', 'p3', 'p4', 'p5']) await bot.says(aPerson(id), 'home');
  for (const id of ['p6', 'p7']) await bot.says(aPerson(id), 'office');
}

function group(...members: string[]): void {
  bot.chat.groups?.set('sales', { name: 'sales', members });
}

async function asked(text = 'who @sales') {
  const { card, refused } = await bot.says(ASKER, text);
  return { refused, said: card.summary };
}

const firstMembers = (count: number) => people(count).map(({ id }) => id);

test('without a group it counts the whole team', async () => {
  await open({ names: false });
  const { said } = await asked('who');
  expect(said).toContain('Working from home: 5 people');
  expect(said).toContain('In the office: 2 people');
  expect(said).toContain('No answer yet: 5 people');
  expect(said).not.toContain('Only members of');
});

test('two of one name are told apart by their handles; all others stand by their names alone', async () => {
  const namesakes = [
    aPerson('k', { name: '佐藤 健', handle: '@sato.k' }),
    aPerson('m', { name: '佐藤　健', handle: '@sato.m' }),
    aPerson('i', { name: 'Ito', handle: '@ito' }),
  ];
  await bot.team(namesakes, { names: true });
  await bot.at(`${DAY}T07:00:00+09:00`);
  for (const person of namesakes) await bot.says(person, 'home');
  const { card } = await bot.says(namesakes[0] as (typeof namesakes)[0], 'who');
  expect(card.summary).toContain('Working from home · 3 people: Ito · 佐藤 健 (@sato.k) · 佐藤 健 (@sato.m)');
});

test('of a group it counts the members who are in the team', async () => {
  await open({ names: true });
  group(...firstMembers(6), 'someone-else');
  const { said } = await asked();
  expect(said).toContain('Only members of @sales');
  expect(said).toContain('Working from home · 5 people');
  expect(said).toContain('In the office · 1 person');
  expect(said).not.toContain('No answer yet');
  expect(said).toContain('6 of 6');
});

test('names are shown of the group alone', async () => {
  await open({ names: true });
  group('p1', 'p6');
  const { said } = await asked();
  expect(said).toContain('Person p1');
  expect(said).toContain('Person p6');
  expect(said).not.toContain('Person p2');
});

test.each([0, 1, 4, 5, 7, 12])('with counts only, a group of %i of twelve is refused', async (size) => {
  await open({ names: false });
  group(...firstMembers(size));
  const { refused, said } = await asked();
  expect([refused, said]).toEqual([true, expect.stringContaining('groups are not counted on their own')]);
});

test.each([0, 1, 4, 8, 11])('a team that shows names shows those of a group of %i', async (size) => {
  await open({ names: true });
  group(...firstMembers(size));
  expect((await asked()).refused).toBe(false);
});

test.each<[string, () => void, string]>([
  ['there is none of that name', () => {}, 'There is no user group “@sales” here.'],
  [
    'the platform has no groups',
    () => {
      bot.chat.groups = null;
    },
    'User groups cannot be looked up here.',
  ],
  [
    'the platform does not answer now',
    () => bot.chat.fail('group', 'unreachable'),
    'The group “@sales” cannot be looked up right now.',
  ],
])('a group is refused with the reason: %s', async (_reason, arrange, reason) => {
  await open({ names: true });
  arrange();
  const { refused, said } = await asked();
  expect([refused, said]).toEqual([true, expect.stringContaining(reason)]);
});

test('of a day whose counts are in a book, only those of the whole team are shown', async () => {
  await open({ names: true });
  group(...firstMembers(6));
  await bot.at('2018-07-25T09:00:00+09:00');
  const [last = ASKER] = people(TEAM_SIZE).slice(6, 7);
  await bot.presses(last, encodeButton({ kind: 'forget', person: last.id }), { place: null });
  const { refused, said } = await asked(`who ${DAY} @sales`);
  expect([refused, said]).toEqual([
    true,
    expect.stringContaining('Only the counts of the whole team are kept'),
  ]);
  expect((await asked(`who ${DAY}`)).said).toContain('In the office: 2 people');
});

test('a defect is not taken for the platform’s silence', async () => {
  await open({ names: true });
  bot.chat.group = () => Promise.reject(new Error('a defect'));
  const { refused, said } = await asked();
  expect([refused, said]).toEqual([true, expect.stringContaining('Please try again in a moment.')]);
});

test('asked in private, it names the team and leads to the others; in a channel it does not', async () => {
  await open({ names: false });
  await bot.store.people.save(ORG, [ASKER]);
  bot.chat.people.set('sales', [ASKER]);
  await bot.says(aPerson('boss'), 'setup', { place: 'sales', placeName: 'Sales', admin: true });
  await bot.at(`${DAY}T08:00:00+09:00`);
  const { card } = await bot.says(ASKER, 'who', { place: null });
  const labels = card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  expect(card.summary).toContain('General affairs');
  expect(labels.map(({ label }) => label)).toEqual(['Sales']);
  expect((await asked('who')).said).not.toContain('General affairs');
});
