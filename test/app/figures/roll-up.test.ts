import { createTeam } from '../../../src/app/teams/own-team';
import type { Person } from '../../../src/domain/people/person';
import type { Reply } from '../../../src/ports/inbox';
import { type ActorChange, aPerson, type Bot, ORG, openBot, PLACE } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* The tally of the organisation and of departments, asked for and posted. */

const boss = aPerson('boss');
const orgAdmin: ActorChange = { admin: true, orgAdmin: true };
const people = (team: string, count: number) =>
  Array.from({ length: count }, (_, index) => aPerson(`${team}${index + 1}`));

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-20T08:00:00+09:00');
  await bot.store.campaigns.save(aCampaign(['2018-07-24']));
});
afterEach(() => bot.close());

async function addTeam(name: string, roster: readonly Person[], zone = 'Asia/Tokyo'): Promise<void> {
  bot.chat.people.set(name, [...roster]);
  const team = await createTeam(bot.core, { org: ORG, place: name, name });
  const settings = { ...team.settings, zone, polls: 'telework-days' as const };
  await bot.store.teams.change(ORG, team.id, () => ({ ...team, settings }));
}

async function answer(place: string, roster: readonly Person[], style: string): Promise<void> {
  for (const person of roster) expect((await bot.says(person, style, { place })).refused).toBe(false);
}

const ask = (line: string, change: ActorChange = {}): Promise<Reply> => bot.says(boss, line, change);
const posted = () => bot.chat.in(PLACE).filter(({ card }) => card.summary.startsWith('Organisation:'));

/** Two teams of one zone, and one that ends eight hours later. */
async function threeTeams(): Promise<Record<'a' | 'b' | 'c', Person[]>> {
  const teams = { a: people('a', 14), b: people('b', 12), c: people('c', 10) };
  await bot.team([], { polls: 'off' });
  await addTeam('a', [...teams.a, boss]);
  await addTeam('b', [...teams.b, boss]);
  await addTeam('c', teams.c, 'Europe/London');
  await ask('department Asia: a, b', orgAdmin);
  await ask('department Europe: c', orgAdmin);
  await ask('organisation tally here', orgAdmin);
  return teams;
}

test('is told and posted once the last team has finished, in the order of the zones', async () => {
  const { a, b, c } = await threeTeams();
  await bot.at('2018-07-24T07:00:00+09:00');
  await answer('a', a.slice(0, 8), 'home');
  await answer('a', a.slice(8), 'office');
  await answer('b', b.slice(0, 6), 'home');
  await answer('b', b.slice(6), 'office');
  await bot.at('2018-07-24T10:30:00+09:00');
  expect(posted()).toEqual([]);
  const early = await ask('tally organisation');
  expect(early.card.summary).toContain('1 team’s poll is still open.');
  expect(early.card.summary).toContain('once the last team’s poll closes');
  await bot.at('2018-07-24T15:00:00+09:00');
  await answer('c', c.slice(0, 5), 'home');
  await answer('c', c.slice(5), 'office');
  await bot.at('2018-07-24T18:30:00+09:00');
  const [post, ...more] = posted();
  expect(more).toEqual([]);
  // Each counts once: the boss is in two teams, whose sums may count them twice.
  expect(post?.card.summary).toContain('People: 37 people');
  expect(post?.card.summary).toContain('Telework: 18–19 of 37');
  expect(post?.card.parts.find(({ kind }) => kind === 'table')).toMatchObject({
    rows: [
      ['Asia', '13–14/27', '13–27/27'],
      ['Europe', '5/10', '5–10/10'],
    ],
  });
  // The gate tells less of them than of telework.
  expect(post?.card.summary).toMatch(/No office visit: hidden.*/);
  expect(post?.card.summary).toContain('so far');
  const asked = await ask('tally department Asia', { place: 'a' });
  expect(asked.confidential).toBe(true);
  expect(asked.card.summary).toContain('Telework: 13–14 of 27');
  await bot.at('2018-07-24T18:31:00+09:00');
  expect(posted()).toHaveLength(1);
});

test('the final report is exact, for administrators of the organisation', async () => {
  const { a, b, c } = await threeTeams();
  await bot.at('2018-07-24T07:00:00+09:00');
  await answer('a', a.slice(0, 8), 'home');
  await answer('a', a.slice(8), 'office');
  await answer('b', b, 'mobile');
  await bot.at('2018-07-24T15:00:00+09:00');
  await answer('c', c.slice(0, 5), 'home');
  await answer('c', c.slice(5), 'office');
  expect((await ask('campaign report', orgAdmin)).card.summary).toContain('25 person-days, so far');
  await bot.at('2018-07-25T12:00:00+09:00');
  expect((await ask('campaign report', { admin: true, orgAdmin: false })).refused).toBe(true);
  const [campaign] = await bot.store.campaigns.list(ORG);
  if (campaign)
    await bot.store.campaigns.save({ ...campaign, terms: { category: 'special', minimumDays: 2 } });
  await ask('effect overtime Asia 120 66 h', orgAdmin);
  await bot.inbox.submit(bot.actor(boss, orgAdmin), 'activity', {
    source: 'VPN',
    rows: `date,count\n${['06-19', '06-26', '07-03', '07-10', '07-17'].map((day) => `2018-${day},100`).join('\n')}\n2018-07-24,200`,
  });
  const { card, confidential } = await ask('campaign report', orgAdmin);
  expect(confidential).toBe(true);
  for (const line of [
    'For use inside your organisation',
    'People who teleworked: 25 people',
    'Person-days of telework: 25 person-days',
    'Asia: 27 people · 20 person-days',
    'Europe: 10 people · 5 person-days',
    'Tue 24 July: Telework 25/37',
    'Time to answer: half within',
    'Category: special cooperation',
    'Overtime (h): simple mean −45%, weighted mean −45%, n = 1',
    'VPN: 2 × the usual: 200 against 100',
  ])
    expect(card.summary).toContain(line);
  for (const part of card.parts) if (part.kind === 'table') expect(part.columns.length).toBeLessThan(4);
});

test('one late answer does not change it, not even at the end of the day', async () => {
  const { a, c } = await threeTeams();
  await bot.at('2018-07-24T07:00:00+09:00');
  await answer('a', a.slice(0, 7), 'home');
  await answer('a', a.slice(7), 'office');
  await bot.at('2018-07-24T15:00:00+09:00');
  await answer('c', c, 'home');
  await bot.at('2018-07-24T18:30:00+09:00');
  const first = posted()[0]?.card.summary ?? '';
  const figures = (summary = '') => summary.split('\n').filter((line) => /^(Telework|Asia):/.test(line));
  expect(figures(first)).toEqual(['Telework: 7–30 of 37', 'Asia: Telework 7–20/27, Response rate 7–27/27']);
  await answer('a', a.slice(7, 8), 'home');
  expect((await ask('tally organisation')).card.summary).toBe(first);
  await bot.at('2018-07-25T08:01:00+09:00');
  const [later, ...more] = posted();
  expect(more).toEqual([]);
  expect(figures(later?.card.summary)).toEqual(figures(first));
  expect(first).toContain('Figures so far');
  expect(later?.card.summary).not.toContain('Figures so far');
});

test('says that nobody is polled, and knows the departments', async () => {
  await threeTeams();
  expect((await ask('tally organisation')).card.summary).toContain('There aren’t any polls');
  expect((await ask('tally department Sales')).card.summary).toContain('a department “Sales”');
});
