import { encodeButton } from '../../src/app/requests/button';
import type { Team } from '../../src/domain/teams/team';
import { aPerson, type Bot, ORG, openBot, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

/* A person who does not work on one day: outside of the denominator, not reminded, and no work style in any tally. */

const DAY = '2018-07-24';
const ann = aPerson('p1');
const PRIVATE = { place: null, placeName: '' };

let bot: Bot;
let team: Team;
beforeEach(async () => {
  bot = await openBot('2018-07-16T12:00:00+09:00');
  team = await bot.team(people(3));
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: ORG });
});
afterEach(() => bot.close());

const opens = () => bot.at(`${DAY}T07:00:00+09:00`);
const counted = async () => {
  const { members, groups } = await bot.store.polls.count(ORG, team.id, DAY, Number.MAX_SAFE_INTEGER);
  return [groups.reduce((sum, { count }) => sum + count, 0), members];
};
const reminded = async () => {
  await bot.at(`${DAY}T09:48:00+09:00`);
  return bot.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to);
};
const says = async (text: string, change = {}) => (await bot.says(ann, text, change)).card.summary;
const history = async () =>
  (await bot.store.answers.history(ORG, 'p1', DAY)).map(({ choice, source }) => [choice?.style, source]);

test.each(['off', 'off today', 'not scheduled', '非番', '勤務なし', '今日は休みシフト', '休班', '排休'])(
  '"%s" leaves the denominator, and is not reminded',
  async (text) => {
    await opens();
    expect(await says(text)).toContain('Not working');
    expect(await counted()).toEqual([0, 2]);
    expect(await reminded()).not.toContain('p1');
    expect(await history()).toEqual([['not-scheduled', 'command']]);
  },
);

test('leave stays leave, also for a day', async () => {
  await opens();
  for (const text of ['day off', '休み', '休暇']) expect(await says(text)).toContain('On leave');
  expect(await counted()).toEqual([1, 3]);
});

test('it can be planned, changed and undone', async () => {
  await says(`off on ${DAY}`);
  await opens();
  expect(await counted()).toEqual([0, 2]);
  await says('home');
  expect(await counted()).toEqual([1, 3]);
  const seq = (await bot.store.answers.history(ORG, 'p1', DAY)).at(-1)?.seq ?? 0;
  const undo = encodeButton({ kind: 'undo', team: team.id, day: DAY, seq });
  expect((await bot.presses(ann, undo)).card.summary).toContain('Not working');
  expect(await counted()).toEqual([0, 2]);
});

test('a button of "Change" says it, and nobody is told', async () => {
  await opens();
  const change = encodeButton({ kind: 'change', team: team.id, day: DAY });
  const { card } = await bot.presses(ann, change);
  const offered = card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  const off = offered.find(({ label }) => label === 'Not working');
  await bot.presses(ann, off?.action ?? '');
  expect(await counted()).toEqual([0, 2]);
  const who = (await bot.says(aPerson('p2'), 'who')).card.summary;
  expect(who).toContain('No answer yet: 2 people');
  expect(who).not.toMatch(/Away|Not working/);
});

test('in a team that was not agreed with, the person counts as scheduled', async () => {
  bot.chat.people.set('else', people(2));
  await bot.inbox.place(ORG, 'else', 'Else');
  const other = await bot.store.teams.at(ORG, 'else');
  await opens();
  await says('off');
  const { members } = await bot.store.polls.count(ORG, other?.id ?? '', DAY, Number.MAX_SAFE_INTEGER);
  expect([await counted(), members]).toEqual([[0, 2], 2]);
  expect(await reminded()).not.toContain('p1');
});

describe('a default week that is changed while the window is open', () => {
  beforeEach(async () => {
    await opens();
    bot.moveClock(`${DAY}T07:30:00+09:00`);
  });

  test('holds for today, and says so', async () => {
    expect(await says('week tue=off')).toContain('It already applies today. Tue 24 July: Not working.');
    expect(await counted()).toEqual([0, 2]);
    expect(await says('week tue=home')).toContain('Working from home');
    expect(await counted()).toEqual([1, 3]);
    expect(await says('week clear')).toContain('It no longer answers for today');
    expect(await counted()).toEqual([0, 3]);
    expect(await history()).toEqual([
      ['not-scheduled', 'default-week'],
      ['home', 'default-week'],
      [undefined, 'default-week'],
    ]);
  });

  test('leaves an answer as it is, and says so', async () => {
    await says('office');
    expect(await says('week tue=off')).toContain('You’d already answered for today, so that stays');
    expect(await counted()).toEqual([1, 3]);
  });

  test('does not touch today where another weekday is changed, or the window is over', async () => {
    expect(await says('week wed=off')).not.toContain('already applies today');
    await bot.at(`${DAY}T11:00:00+09:00`);
    expect(await says('week tue=off', PRIVATE)).not.toContain('already applies today');
    expect(await counted()).toEqual([0, 3]);
  });
});

test.each([
  ['counts', false],
  ['names', true],
])('with %s `who` counts a person who is off no more than the tally does', async (_shows, names) => {
  bot.chat.people.set('place', people(6));
  await bot.store.teams.change(ORG, team.id, (now) => ({ ...now, settings: { ...now.settings, names } }));
  await opens();
  for (const [person, text] of [
    ['p1', 'off'],
    ['p2', 'leave'],
    ['p3', 'trip'],
    ['p4', 'home'],
  ] as const)
    await bot.says(aPerson(person), text);
  const who = (await bot.says(aPerson('p4'), 'who')).card.summary;
  expect(who).toContain(names ? 'Away: Person p1 · Person p2 · Person p3' : 'Away: 2 people');
  expect((await bot.says(aPerson('p4'), 'tally')).card.summary).toContain('Away: 2');
});
