import { showWho } from '../../../src/app/answers/show-who';
import { showWhoWeek } from '../../../src/app/answers/show-who-week';
import { encodeButton } from '../../../src/app/requests/button';
import { contextOf } from '../../../src/app/requests/context-of';
import type { NamedWeek } from '../../../src/ports/week-views';
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
  expect(said).not.toContain('Only @');
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
  expect(said).toContain('Only @sales');
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
  expect([refused, said]).toEqual([true, expect.stringContaining('I can’t count groups')]);
});

test.each([0, 1, 4, 8, 11])('a team that shows names shows those of a group of %i', async (size) => {
  await open({ names: true });
  group(...firstMembers(size));
  expect((await asked()).refused).toBe(false);
});

test.each<[string, () => void, string]>([
  ['there is none of that name', () => {}, 'I can’t find a user group “@sales”.'],
  [
    'the platform has no groups',
    () => {
      bot.chat.groups = null;
    },
    'I can’t look up user groups here.',
  ],
  [
    'the platform does not answer now',
    () => bot.chat.fail('group', 'unreachable'),
    'I can’t look up “@sales” right now.',
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
    expect.stringContaining('only the counts of the whole team are kept'),
  ]);
  expect((await asked(`who ${DAY}`)).said).toContain('In the office: 2 people');
});

test('a defect is not taken for the platform’s silence', async () => {
  await open({ names: true });
  bot.chat.group = () => Promise.reject(new Error('a defect'));
  const { refused, said } = await asked();
  expect([refused, said]).toEqual([true, expect.stringContaining('Try again in a moment.')]);
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

describe('a week', () => {
  const DAYS = ['2018-07-23', DAY, '2018-07-25', '2018-07-26', '2018-07-27'];
  const SATURDAY = '2018-07-28';

  /** A day closed without one person, a day of counts, an open one, and days to come with plans and default weeks. */
  async function aWeek(): Promise<void> {
    await bot.store.campaigns.save(aCampaign(DAYS, [DAY]));
    await bot.team(people(TEAM_SIZE), { names: true });
    await bot.says(aPerson('p9'), 'week thu=home fri=off');
    const days: [string, Record<string, string>, boolean][] = [
      ['2018-07-23', { p1: 'home', p2: 'office', p8: 'leave' }, false],
      [DAY, { p1: 'trip', p3: 'home-part 11:00', p4: 'mobile' }, true],
      ['2018-07-25', { p1: 'home', p2: 'off', p5: 'office' }, true],
    ];
    for (const [day, answers, after] of days) {
      await bot.at(`${day}T07:00:00+09:00`);
      for (const [id, text] of Object.entries(answers)) await bot.says(aPerson(id), text);
      await bot.says(aPerson('boss'), `setup names=${after ? 'on' : 'off'}`, { admin: true });
    }
    await bot.says(aPerson('p2'), 'satellite thu');
    await bot.presses(aPerson('p8'), encodeButton({ kind: 'forget', person: 'p8' }), { place: null });
  }

  async function context() {
    return contextOf(bot.core, bot.actor(ASKER), 'command', { acts: true });
  }

  async function weekOf(days = [...DAYS, SATURDAY, '2018-07-29']) {
    const week = await showWhoWeek(await context(), { kind: 'who-week', days });
    if (!('kind' in week) || week.kind !== 'who-week') throw new Error('refused');
    return week;
  }

  async function dayOf(day: string) {
    const one = await showWho(await context(), { kind: 'who', day, group: null });
    if (!('kind' in one) || one.kind !== 'who') throw new Error('refused');
    return one;
  }

  test('tells what the question for each single day tells, and nothing else', async () => {
    await aWeek();
    const week = await weekOf();
    const singles = await Promise.all([...DAYS, SATURDAY, '2018-07-29'].map(dayOf));
    const told = singles.filter(({ phase, tally }) => phase !== 'none' || tally.answered > 0);
    expect(week.days).toEqual(told.map(({ day, phase, tally }) => ({ day, phase, tally })));
    const named = [
      ...new Set(told.flatMap(({ names }) => names?.shown.map(({ name }) => name) ?? [])),
    ].sort();
    const rows: NamedWeek['shown'] = named.map((name) => ({
      name,
      styles: told.map(({ names }) => names?.shown.find((one) => one.name === name)?.style ?? null),
    }));
    expect(week.people?.shown).toEqual(rows);
    // The week is one in which there is something to tell, and to keep.
    expect(told.map(({ names }) => names !== null)).toEqual([false, false, true, true, true]);
    expect(rows.find(({ name }) => name === 'Person p2')?.styles.slice(2, 4)).toEqual(['away', 'satellite']);
  });

  test('with counts only nobody is named', async () => {
    await open({ names: false });
    const { card } = await bot.says(ASKER, 'who this week');
    expect((await weekOf()).people).toBeNull();
    expect(card.summary).not.toContain('Person');
    expect(card.summary).toContain(
      'Tue 24 July (core day): In the office 2/12 (17%), Teleworking 5/12 (42%)',
    );
  });

  test('says what is planned, and explains its icons', async () => {
    await aWeek();
    const { summary } = (await bot.says(ASKER, 'who wed-fri')).card;
    expect(summary).toContain('Thu 26 July (planned): 0 in the office · 2 teleworking');
    expect(summary).toContain('🏠 Working from home');
    expect(summary).toContain('⚪ Away');
    expect(summary).toContain('can still change');
  });
});
