import { buttonsOf } from '../present/cards';
import { aPerson, type Bot, ORG, openBot } from '../support/bot';

/* London's six weeks of 2012 in one organisation: telework next to retiming, a gap, and a survey at the end. */

const WORKDAYS = [
  ...['2012-07-27', '2012-07-30', '2012-07-31', '2012-08-01', '2012-08-02', '2012-08-03'],
  ...['2012-08-06', '2012-08-07', '2012-08-08', '2012-08-09', '2012-08-10'],
  ...['2012-08-29', '2012-08-30', '2012-08-31'],
  ...['2012-09-03', '2012-09-04', '2012-09-05', '2012-09-06', '2012-09-07'],
];
/** Days between the Olympic and the Paralympic Games. */
const GAP = ['2012-08-13', '2012-08-28'];
const LAST = '2012-09-07';
const admin = { admin: true };
const crowd = Array.from({ length: 12 }, (_, index) =>
  aPerson(`p${index + 1}`, { timeZone: 'Europe/London' }),
);
const [boss = aPerson('p1')] = crowd;
const at = (time: string, day: string) => `${day}T${time}:00+01:00`;

let bot: Bot;
beforeAll(async () => {
  bot = await openBot(at('12:00', '2012-07-16'));
  await bot.team(crowd, { zone: 'Europe/London', country: 'GB' });
});
afterAll(() => bot.close());

const say = async (line: string) => (await bot.says(boss, line, admin)).card.summary;
const questions = (id: string) => bot.chat.in(id).filter(({ card }) => card.summary.startsWith('Question 1'));

test('the campaign has the days of the Games, without the weeks between them', async () => {
  expect(await say('campaign use london-2012')).toContain(
    'Fri 27 July – Fri 10 August, Wed 29 August – Fri 7 September, 19 days',
  );
  const started = await bot.presses(boss, 'campaign-use|london-2012|start', admin);
  expect(started.card.summary).toContain('Campaign started');
  expect(await say('survey use o2')).toContain('after the last day of each campaign');
});

test('six work from home, four come after the peak, and no day of the gap is polled', async () => {
  for (const person of crowd.slice(0, 6)) await bot.says(person, 'week mon-fri=home');
  for (const person of crowd.slice(6, 10)) await bot.says(person, 'week mon-fri=off-peak 10:30');
  for (const day of [...WORKDAYS, ...GAP].sort()) await bot.at(at('07:00', day));
  await bot.at(at('10:30', LAST));
  const [team] = await bot.store.teams.list(ORG);
  const polls = await bot.store.polls.list(ORG, team?.id ?? '', '2012-07-01', '2012-09-30');
  expect(polls.map(({ day }) => day)).toEqual(WORKDAYS);
  const tally = await say('tally');
  expect(tally).toContain('Telework: 6 of 12 (50%)');
  expect(tally).toContain('Peak avoided: 10 of 12');
});

test('after the last day those who teleworked are asked, and what came of it is shown', async () => {
  await bot.at(at('16:00', LAST));
  await bot.at(at('16:05', LAST));
  expect(crowd.map(({ id }) => questions(id).length)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  for (const person of crowd.slice(0, 6)) {
    const [question] = questions(person.id);
    const [more] = question ? buttonsOf(question.card) : [];
    await bot.presses(person, more?.action ?? '', { place: null });
  }
  await bot.at(at('09:00', '2012-09-10'));
  await bot.at(at('08:00', '2012-09-12'));
  expect(await say('survey results')).toContain('6 of 6 (100%)');
});

test('people and person-days stay apart in the report and in the progress', async () => {
  const report = bot.chat
    .in('place')
    .find(({ card }) => card.summary.startsWith('Report: London 2012 Games'));
  expect(report?.card.summary).toContain('6 people');
  expect(report?.card.summary).toContain('114 person-days');
  const progress = await say('campaign show "London 2012 Games"');
  expect(progress).toContain('19 done, 0 to go, 19 in all');
  expect(progress).toContain('6 people');
  expect(progress).toContain('114 person-days');
});
