import { encodeButton } from '../../../src/app/requests/button';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const LEAD = aPerson('p1');
const ADMIN = { admin: true };
const NIGHT = aPerson('p5', { timeZone: 'Europe/London' });
const MEMBERS = [...people(4), NIGHT, ...people(8).slice(5)];

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-20T12:00:00+09:00');
});
afterEach(() => bot.close());

/** All have answered in the team before, and `p1` and `p2` today. */
async function opened(names = false): Promise<void> {
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  await bot.team(MEMBERS, { names });
  for (const person of MEMBERS.slice(0, 7)) await bot.says(person, 'home on 2018-07-23');
  await bot.says(aPerson('p4'), 'remind off');
  await bot.at(`${DAY}T07:00:00+09:00`);
  await bot.says(aPerson('p1'), 'home');
  await bot.says(aPerson('p2'), 'leave');
  await bot.at(`${DAY}T08:15:00+09:00`);
}

const reminded = () =>
  bot.chat.messages
    .filter(({ key }) => key.includes('/reminder/'))
    .map(({ to }) => to)
    .sort();

const asks = async (text = 'remind now') => (await bot.says(LEAD, text, ADMIN)).card.summary;

test('the silent are reminded at once, and told of as counts; each person once', async () => {
  await opened();
  expect((await asks()).split('\n')).toEqual([
    '3 people reminded',
    'General affairs · Tue 24 July',
    'Night where they are: 1 person',
    'Reminders off, or a holiday: 1 person',
    '1 person has never answered in this channel, so I don’t say whether I reminded them.',
  ]);
  expect(reminded()).toEqual(['p3', 'p6', 'p7', 'p8']);
  await bot.at(`${DAY}T09:48:00+09:00`);
  expect(reminded()).toEqual(['p3', 'p6', 'p7', 'p8']);
});

test('it is done once a poll; asked for again, it tells how things stand', async () => {
  await opened();
  await asks();
  await bot.says(aPerson('p3'), 'office');
  await bot.at(`${DAY}T08:40:00+09:00`);
  const [heading, , ...again] = (await asks('remind everyone who hasn’t answered')).split('\n');
  expect(heading).toBe('2 people reminded');
  expect(again[0]).toContain('it was done at 08:15');
  expect(reminded()).toHaveLength(4);
});

test('the button stands in the answer to who administers the team, until it was pressed', async () => {
  await opened();
  const offers = async (change: object) => {
    const { card } = await bot.says(LEAD, 'who hasn’t answered?', change);
    return card.summary.includes('Remind now');
  };
  expect([await offers(ADMIN), await offers({})]).toEqual([true, false]);
  const team = (await bot.store.teams.at(ORG, PLACE))?.id ?? '';
  const press = encodeButton({ kind: 'remind-now', team, day: DAY });
  expect((await bot.presses(LEAD, press, {})).refused).toBeTruthy();
  expect(reminded()).toEqual([]);
  expect((await bot.presses(LEAD, press, ADMIN)).card.summary).toContain('3 people reminded');
  expect(await offers(ADMIN)).toBe(false);
});

test('a process that died after the wish was kept has only delayed it', async () => {
  await opened();
  const poll = await bot.store.polls.get(ORG, (await bot.store.teams.at(ORG, PLACE))?.id ?? '', DAY);
  if (!poll) throw new Error('no poll');
  expect(await bot.store.polls.remindNow(poll, Date.parse(`${DAY}T08:15:00+09:00`))).toBe(true);
  expect(await bot.store.polls.remindNow(poll, Date.parse(`${DAY}T08:16:00+09:00`))).toBe(false);
  await bot.at(`${DAY}T08:16:00+09:00`);
  expect(reminded()).toHaveLength(4);
});

test('without an open poll it is refused', async () => {
  await opened();
  await bot.at(`${DAY}T10:31:00+09:00`);
  expect(await asks()).toContain('No poll is open right now');
  expect(reminded()).toEqual([]);
});
