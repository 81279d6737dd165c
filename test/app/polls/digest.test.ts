import { digestTasks } from '../../../src/domain/digest';
import type { TeamSettings } from '../../../src/domain/teams/settings';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign, aTeam, at } from '../../support/sample-data';

const LEAD = aPerson('p1');
const [MONDAY, WEDNESDAY] = ['2018-07-30', '2018-08-01'];
const FRIDAY = '2018-07-27T09:00:00+09:00';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-26T12:00:00+09:00');
});
afterEach(() => bot.close());

async function planned(settings: Partial<TeamSettings>): Promise<void> {
  await bot.store.campaigns.save(aCampaign([MONDAY, WEDNESDAY]));
  const team = await bot.team(people(6), settings);
  await bot.store.contacts.set(ORG, team.id, LEAD.id, 0);
  for (const [id, text] of [
    ['p1', `home on ${MONDAY}`],
    ['p2', `office on ${MONDAY}`],
    ['p3', `leave on ${MONDAY}`],
    ['p1', `mobile on ${WEDNESDAY}`],
  ] as const)
    await bot.says(aPerson(id), text);
}

const digestsIn = (place: string) =>
  bot.chat.in(place).filter(({ card }) => card.summary.startsWith('The week ahead'));

test('the channel gets one digest of counts, and each reader the names by a button', async () => {
  await planned({ digest: 'channel', names: true });
  await bot.at('2018-07-27T08:59:00+09:00');
  expect(digestsIn(PLACE)).toEqual([]);
  await bot.at(FRIDAY);
  await bot.at('2018-07-27T09:01:00+09:00');
  await bot.at('2018-07-28T09:00:00+09:00');
  const digests = digestsIn(PLACE);
  expect(digests).toHaveLength(1);
  const { summary, parts } = digests[0]?.card ?? { summary: '', parts: [] };
  expect(summary).toContain('The week ahead: Mon 30 July – Wed 1 August');
  expect(summary).not.toContain('Person');
  expect(summary).not.toContain('Names are off');
  const action = parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []))[0]?.action ?? '';
  expect((await bot.presses(LEAD, action)).card.summary).toContain('Person p2');
});

test('it says what `who` says of each day', async () => {
  await planned({ digest: 'lead', names: true });
  await bot.at(FRIDAY);
  const { summary = '' } = digestsIn(LEAD.id)[0]?.card ?? {};
  expect(summary).toContain('Mon 30 July: 1 in the office · 1 teleworking');
  expect(summary).toMatch(/Person p3: .* ⚪\s❔/u);
  // Nobody is named here whom `who` would not name.
  const who = (await bot.says(LEAD, `who ${MONDAY}`)).card.summary;
  const named = (text: string) => [...new Set(text.match(/Person p\d/gu))].sort();
  expect(named(summary)).toEqual(named(who));
  expect(who).toContain('Away: Person p3');
  expect(digestsIn(PLACE)).toEqual([]);
});

test.each([
  ['a team that shows counts', { names: false }, 'p1'],
  ['a contact who is no member', { names: true }, 'stranger'],
])('names are told to nobody: %s', async (_name, settings, contact) => {
  await planned({ digest: 'lead', ...settings });
  const team = await bot.store.teams.at(ORG, PLACE);
  await bot.store.contacts.set(ORG, team?.id ?? '', contact, 0);
  await bot.at(FRIDAY);
  const { summary = '' } = digestsIn(contact)[0]?.card ?? {};
  expect(summary).toContain('The week ahead');
  expect(summary).not.toContain('Person');
});

test('a week without Telework Days and plans is left out', async () => {
  await bot.team(people(6), { digest: 'channel' });
  await bot.at(FRIDAY);
  expect(bot.chat.in(PLACE)).toEqual([]);
});

test('a post that may have been sent is not sent again', async () => {
  await planned({ digest: 'channel' });
  bot.chat.fail('post', 'uncertain', { after: true });
  await bot.at(FRIDAY);
  await bot.at('2018-07-27T09:05:00+09:00');
  expect(digestsIn(PLACE)).toHaveLength(1);
});

test.each<[string, Partial<TeamSettings>, string, string, string]>([
  ['before a weekend', {}, '2018-07-30', '2018-07-27T09:00+09:00', '2018-07-30T00:00+09:00'],
  ['before a holiday on Friday', {}, '2018-11-26', '2018-11-22T09:00+09:00', '2018-11-26T00:00+09:00'],
  [
    'at the hour of announcements, where the week begins on Sunday',
    { country: 'IL', zone: 'Asia/Jerusalem', announceAt: '16:30' },
    ...(['2018-07-29', '2018-07-26T16:30+03:00', '2018-07-29T00:00+03:00'] as const),
  ],
  [
    'before a week off, of the week after it',
    {},
    ...(['2019-05-06', '2019-04-26T09:00+09:00', '2019-05-06T00:00+09:00'] as const),
  ],
])('is due %s', (_name, settings, day, due, pointless) => {
  const tasks = digestTasks(aTeam({ digest: 'channel', ...settings }), at(due));
  expect(tasks.find((task) => task.day === day)).toEqual({
    kind: 'digest',
    day,
    dueAt: at(due),
    voidAt: at(pointless),
  });
});

test('is due to nobody unless it is wanted', () => {
  expect(digestTasks(aTeam(), at(FRIDAY))).toEqual([]);
  expect(digestTasks(aTeam({ digest: null }), at(FRIDAY))).toEqual([]);
});
