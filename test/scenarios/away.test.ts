import { encodeButton } from '../../src/app/requests/button';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

const WEEK = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27'];
const [MONDAY = '', TUESDAY = '', WEDNESDAY = '', THURSDAY = ''] = WEEK;
const ann = aPerson('p1');
const admin = { admin: true, orgAdmin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-20T12:00:00+09:00');
  await bot.team(people(4));
  await bot.says(ann, 'setup names=off', admin);
  await bot.store.contacts.set(ORG, 'id1', 'p1', 0);
  await bot.store.campaigns.save(aCampaign(WEEK, [TUESDAY]));
});
afterEach(() => bot.close());

const answer = (style: WorkStyle, day: string) =>
  encodeButton({ kind: 'answer', team: 'id1', day, style, arrival: null });
const japan = (day: string, time: string) => bot.at(`${day}T${time}:00+09:00`);
const posts = (kind: string, day: string) =>
  bot.chat.in(PLACE).filter(({ key }) => key.includes(`/${kind}/${day}`));
const told = () => bot.chat.in('p1').map(({ card }) => card.summary);
const reminders = () => bot.chat.messages.filter(({ key }) => key.includes('/reminder/'));

/** The bot runs at these times of the day, as if it beat every minute in between. */
async function runs(day: string, ...times: string[]): Promise<void> {
  for (const time of times) await japan(day, time);
}

test('down from 6:55 to 10:31, the poll opens late: plans count in time, the tally follows after an hour', async () => {
  await bot.presses(ann, answer('home', MONDAY));
  await bot.presses(aPerson('p2'), answer('office', TUESDAY));
  await bot.says(aPerson('p2'), 'week mon=home');
  await runs(MONDAY, '06:55', '10:31');
  expect(posts('open', MONDAY)).toHaveLength(1);
  expect(posts('open', MONDAY)[0]?.card.summary).toContain('Opened late: I was down from 06:55 to 10:31.');
  await bot.presses(aPerson('p3'), answer('office', MONDAY));
  await runs(MONDAY, '10:32', '11:30');
  expect(posts('close', MONDAY)).toHaveLength(0);
  await runs(MONDAY, '11:31', '11:32', '23:59');
  await japan(TUESDAY, '00:01');
  expect(posts('close', MONDAY)).toHaveLength(1);
  expect(posts('close', MONDAY)[0]?.card.summary).toContain('Telework: 2 of 4');
  expect(posts('close', MONDAY)[0]?.card.summary).toContain('1 late answer (after 10:30)');
  expect(reminders()).toEqual([]);
  expect(told()).toEqual([]);
  expect((await bot.says(ann, `deliveries ${MONDAY}`, admin)).card.summary).toContain(
    'Down from 06:55 to 10:31',
  );
});

test('back late in the evening, the tally comes at the end of the day', async () => {
  await runs(MONDAY, '06:55', '23:40', '23:59');
  expect(posts('close', MONDAY)).toHaveLength(0);
  await japan(TUESDAY, '00:00');
  expect(posts('close', MONDAY)).toHaveLength(1);
});

test('a day and two days that passed are told to the contact once, and stand in deliveries', async () => {
  await japan(MONDAY, '06:55');
  await japan(WEDNESDAY, '06:30');
  await japan(WEDNESDAY, '06:41');
  expect(posts('open', MONDAY)).toHaveLength(0);
  await japan(WEDNESDAY, '07:00');
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('I was down from Mon 23 July 06:55 to Wed 25 July 06:30');
  expect(told()[0]).toContain('Mon 23 July and Tue 24 July');
  const shown = (await bot.says(ann, `deliveries ${TUESDAY}`, admin)).card.summary;
  expect(shown).toContain('Poll: Missed');
  expect(shown).toContain('The bot was down until the day was over');
  expect(posts('open', WEDNESDAY)).toHaveLength(1);
});

test.each([
  ['2018-08-27', '24 days, Tue 24 July – Fri 24 August'],
  ['2019-01-07', '113 days, Tue 24 July 2018 – Fri 4 January'],
])(
  'back on %s, every close owed is made, and every day is told however many they are',
  async (back, days) => {
    await bot.says(ann, 'setup polls=workdays', admin);
    await runs(MONDAY, '06:59', '07:00', '08:00');
    await bot.presses(ann, answer('home', MONDAY));
    for (const time of ['08:00', '08:20']) await japan(back, time);
    expect(posts('close', MONDAY)).toHaveLength(1);
    expect(posts('close', MONDAY)[0]?.card.summary).toContain('Telework: 1 of 4');
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain(days);
  },
);

test('days that passed are told although the bot was soon away again', async () => {
  await japan(MONDAY, '06:55');
  await japan(WEDNESDAY, '03:00');
  await bot.says(ann, 'setup polls=off', admin);
  await bot.says(ann, 'setup polls=telework-days', admin);
  for (const time of ['08:00', '08:20']) await japan('2018-07-30', time);
  expect(told().some((text) => text.includes('Mon 23 July and Tue 24 July'))).toBe(true);
  expect(told().some((text) => text.includes('Wed 25 July, Thu 26 July and Fri 27 July'))).toBe(true);
});

test('days that passed are told in the contact’s morning where the bot came back in their night', async () => {
  await japan(MONDAY, '06:55');
  for (const time of ['03:00', '03:11', '05:00', '06:59']) await japan(WEDNESDAY, time);
  expect(told()).toEqual([]);
  for (const time of ['07:00', '07:01']) await japan(WEDNESDAY, time);
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('Mon 23 July and Tue 24 July');
});

test('days that passed are told in the channel where the team has no contact', async () => {
  await bot.store.contacts.set(ORG, 'id1', 'nobody-known', 0);
  await japan(MONDAY, '06:55');
  await japan(WEDNESDAY, '06:30');
  await japan(WEDNESDAY, '06:41');
  const said = posts('missed', TUESDAY);
  expect(said).toHaveLength(1);
  expect(said[0]?.card.summary).toContain('Mon 23 July and Tue 24 July');
});

test('a week with two mornings away: every day is polled once, no reminder comes soon after its poll', async () => {
  await runs(MONDAY, '06:55', '07:00', '09:48', '10:30', '15:00');
  await japan(TUESDAY, '00:00');
  await runs(TUESDAY, '06:50', '09:55', '10:00', '10:22', '10:23', '10:30', '18:00');
  await japan(WEDNESDAY, '00:00');
  await runs(WEDNESDAY, '06:00', '13:10', '14:10', '20:00');
  await japan(THURSDAY, '00:00');
  await runs(THURSDAY, '07:00', '09:48', '10:30');
  for (const day of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY]) {
    expect([day, posts('open', day).length, posts('close', day).length]).toEqual([day, 1, 1]);
  }
  const remindedOn = (day: string) => reminders().filter(({ key }) => key.includes(day)).length;
  expect(WEEK.map(remindedOn)).toEqual([4, 4, 0, 4, 0]);
  expect((await bot.says(ann, 'tally Telework Days', admin)).card.summary).toContain('4/5');
});

test('a day that came to the agenda after its window is not polled', async () => {
  await bot.says(ann, 'setup polls=off', admin);
  await runs(MONDAY, '06:00', '07:00', '10:31');
  // These beats leave no absence behind, however far apart.
  const beat = (day: string, time: string) =>
    bot.store.absences.alive(Date.parse(`${day}T${time}:00+09:00`), Number.MAX_SAFE_INTEGER, 0);
  for (const time of ['06:00', '07:00', '10:29', '10:59']) await beat(TUESDAY, time);
  await bot.says(ann, 'setup polls=workdays', admin);
  bot.moveClock(`${TUESDAY}T11:00:00+09:00`);
  await japan(TUESDAY, '11:00');
  expect(posts('open', TUESDAY)).toHaveLength(0);
});
