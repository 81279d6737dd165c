import { comingDays, myDays } from '../../../src/app/answers/my-days';
import { showDays } from '../../../src/app/answers/show-days';
import { contextOf } from '../../../src/app/requests/context-of';
import { teamsOfMember } from '../../../src/app/teams/my-teams';
import { aPerson, type Bot, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* The coming days of a person and of a team, each with the person's answer to that day. */

const DAYS = ['2018-07-24', '2018-07-25', '2018-07-26', '2018-08-01'];
const ann = aPerson('p1');

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(3));
  await bot.store.campaigns.save(aCampaign(DAYS, ['2018-07-24']));
});
afterEach(() => bot.close());

const context = () => contextOf(bot.core, bot.actor(ann), 'command', { acts: true });

async function mine(most = 7) {
  const now = await context();
  if (!now.team) throw new Error('no team');
  return (await myDays(now, [now.team], most)).days;
}

async function listed() {
  const result = await showDays(await context());
  return 'days' in result && 'team' in result ? result.days : [];
}

const stylesOf = (days: readonly { day: string; answer: { style: string } | null }[]) =>
  Object.fromEntries(days.map(({ day, answer }) => [day, answer?.style ?? null]));

test('each day has the answer to it, and no other’s', async () => {
  await bot.says(ann, 'home on 2018-07-24');
  await bot.says(ann, 'office on 2018-07-26');
  const expected = { '2018-07-24': 'home', '2018-07-25': null, '2018-07-26': 'office', '2018-08-01': null };
  expect(stylesOf(await mine())).toEqual(expected);
  expect(stylesOf((await listed()) as Awaited<ReturnType<typeof mine>>)).toEqual(expected);
});

test('the list of a team’s days says of each what the panel says: what is usual, and what came late', async () => {
  await bot.says(ann, 'week wed=home');
  for (const time of ['07:00', '10:31']) await bot.at(`2018-07-24T${time}:00+09:00`);
  await bot.says(ann, 'office');
  const line = (text: string) => text.split('\n').filter((one) => /^(Tue 24|Wed 25) July/u.test(one));
  const [panel, list] = [await bot.says(ann, 'me'), await bot.says(ann, 'days')];
  expect(line(list.card.summary)).toEqual([
    'Tue 24 July (core day): In the office (late)',
    'Wed 25 July: No answer yet (usually Working from home)',
  ]);
  expect(line(panel.card.summary)).toEqual(line(list.card.summary));
});

test('only the first days are shown, by date, each with what the default week says', async () => {
  await bot.says(ann, 'week wed=home');
  expect((await mine(2)).map(({ day, usual }) => [day, usual])).toEqual([
    ['2018-07-24', null],
    ['2018-07-25', { style: 'home', arrival: null }],
  ]);
});

describe('in several teams', () => {
  async function inTeams(...names: string[]) {
    for (const name of names) {
      bot.chat.people.set(name, people(3));
      await bot.says(ann, 'setup lang=en', { place: name, placeName: name, admin: true });
    }
    const now = await contextOf(bot.core, bot.actor(ann, { place: null }), 'command', { acts: true });
    const teams = await teamsOfMember(now);
    return { now, teams };
  }

  test('a day is listed once, with the teams that ask by name', async () => {
    const { now, teams } = await inTeams('team-10', 'team-9', 'a team');
    const { days, more } = await myDays(now, teams, 3);
    expect(days.map(({ day }) => day)).toEqual(DAYS.slice(0, 3));
    expect(more).toBe(1);
    for (const { asking } of days)
      expect(asking.map(({ name }) => name)).toEqual(['a team', 'General affairs', 'team-9', 'team-10']);
  });

  test.each([
    // It is still the 23rd in Honolulu when it is the 24th in Tokyo, where a person in both asks.
    ['HI', '2018-07-24T07:30:00+09:00', 'Honolulu', ['2018-07-23', '2018-07-24', '2018-07-25']],
    // And the 24th in Auckland already on the evening of the 23rd.
    ['NZ', '2018-07-23T23:30:00+09:00', 'Auckland', ['2018-07-24', '2018-07-25', '2018-07-26']],
  ])('each team’s days begin with its own today: %s at %s', async (place, at, zone, days) => {
    await bot.store.campaigns.save(aCampaign(['2018-07-23', ...DAYS], []));
    await inTeams(place);
    await bot.says(ann, `setup tz=${zone} window=7:00-23:00`, { place, placeName: place, admin: true });
    bot.moveClock(at);
    const now = await context();
    const teams = await teamsOfMember(now);
    const far = teams.filter(({ name }) => name === place);
    expect((await myDays(now, far, 3)).days.map(({ day }) => day)).toEqual(days);
    expect((await myDays(now, teams, 9)).days[0]?.day).toBe(days[0]);
  });

  test('the answer is asked for the team whose poll still takes it in time', async () => {
    const { now, teams } = await inTeams('early');
    const early = teams.find(({ name }) => name === 'early');
    await bot.says(ann, 'setup window=06:00-06:30', { place: 'early', placeName: 'early', admin: true });
    await bot.at('2018-07-24T06:00:00+09:00');
    await bot.at('2018-07-24T07:00:00+09:00');
    const later = { ...now, now: bot.core.clock.now(), today: '2018-07-24' };
    const [first] = (await myDays(later, teams, 1)).days;
    expect(first).toMatchObject({ day: '2018-07-24', phase: 'open' });
    expect(first?.team).not.toBe(early?.id);
    expect(first?.asking).toHaveLength(2);
  });
});

test('an answer is late where it came after the window of the day’s poll', async () => {
  const late = async () => (await mine())[0]?.answer;
  await bot.says(ann, 'home on 2018-07-24');
  expect(await late()).toMatchObject({ style: 'home', late: false });
  await bot.at('2018-07-24T07:00:00+09:00');
  bot.moveClock('2018-07-24T10:30:00+09:00');
  await bot.says(ann, 'office');
  expect(await late()).toMatchObject({ style: 'office', late: true });
});

test.each([
  ['2018-07-24T10:29:59+09:00', '2018-07-24'],
  ['2018-07-24T10:30:00+09:00', '2018-07-25'],
])('at %s the first day that may still be polled is %s', async (now, first) => {
  bot.moveClock(now);
  expect((await mine())[0]).toMatchObject({ day: first, phase: 'planned' });
});

test('a day that is polled is listed once, with the poll’s phase, also after its window', async () => {
  await bot.at('2018-07-24T07:00:00+09:00');
  const first = async () => (await mine()).filter(({ day }) => day === '2018-07-24');
  expect(await first()).toMatchObject([{ phase: 'open', core: true }]);
  bot.moveClock('2018-07-24T11:00:00+09:00');
  expect(await first()).toMatchObject([{ phase: 'late' }]);
});

test('a poll of a day that was not planned comes first where it is today’s', async () => {
  await bot.says(ann, 'poll now', { admin: true });
  expect((await listed()).map(({ day }) => day)).toEqual(['2018-07-23', ...DAYS]);
});

test('days are listed as far ahead as asked for, at most twenty', async () => {
  const month = Array.from({ length: 31 }, (_, n) => `2018-10-${String(n + 1).padStart(2, '0')}`);
  await bot.store.campaigns.save(aCampaign([...DAYS, ...month]));
  const { core, team, now } = await context();
  if (!team) throw new Error('no team');
  const until = async (ahead: number) => (await comingDays({ core, now }, team, ahead)).at(-1)?.day;
  expect([await until(8), await until(9)]).toEqual(['2018-07-26', '2018-08-01']);
  expect(await listed()).toHaveLength(20);
  // The person's own days end after sixty days, the team's after a hundred and twenty.
  expect(await mine(99)).toHaveLength(DAYS.length);
});
