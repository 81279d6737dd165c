import { campaignReport } from '../../../src/app/figures/campaign-report';
import { closingMessage, pollMessage } from '../../../src/app/figures/views';
import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign, at } from '../../support/sample-data';

/* What the messages of a poll and the report of a campaign speak of. */

const FIRST = '2018-07-24';
const SECOND = '2018-07-25';
const TEAM = 'id1';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(4), { commuteMinutes: null });
  await bot.store.campaigns.save(
    aCampaign(['2018-07-20', FIRST, SECOND], [FIRST], { id: 'ours', name: 'Ours', target: 0.6 }),
  );
  await bot.store.campaigns.save(aCampaign(['2018-09-03'], [], { id: 'other', name: 'Else', target: 0.1 }));
});
afterEach(() => bot.close());

async function day(date: string, homes: number): Promise<void> {
  await bot.at(`${date}T07:00:00+09:00`);
  for (const { id } of people(homes)) await bot.says(aPerson(id), 'home');
}

async function subject(date: string) {
  const [team, poll] = await Promise.all([
    bot.store.teams.get(ORG, TEAM),
    bot.store.polls.get(ORG, TEAM, date),
  ]);
  if (!team || !poll) throw new Error('no poll');
  return { team, poll };
}

async function closing(date: string, now: string, commuteMinutes: number | null = null) {
  const { team, poll } = await subject(date);
  const settings = { ...team.settings, commuteMinutes };
  const message = await closingMessage(bot.core, { ...team, settings }, poll, Date.parse(now));
  if (message.kind !== 'closing-tally') throw new Error('no closing tally');
  return message;
}

test('a closing tally names its campaign, its target and its core day', async () => {
  await day(FIRST, 2);
  const message = await closing(FIRST, `${FIRST}T10:30:00+09:00`);
  expect(message).toMatchObject({ target: 0.6, day: { campaign: 'Ours', core: true, drill: null } });
});

test('it is compared with the poll before, if there was one', async () => {
  await day(FIRST, 1);
  expect((await closing(FIRST, `${FIRST}T10:30:00+09:00`)).previous).toBeNull();
  await day(SECOND, 3);
  const { previous, tally } = await closing(SECOND, `${SECOND}T10:30:00+09:00`);
  expect([previous?.day, previous?.tally.telework, tally.telework]).toEqual([FIRST, 1, 3]);
});

test('savings are shown where the team has set a way to work alone', async () => {
  await day(FIRST, 2);
  const at = `${FIRST}T10:30:00+09:00`;
  expect((await closing(FIRST, at)).savings).toBeNull();
  expect((await closing(FIRST, at, 60)).savings).not.toBeNull();
});

test.each([
  ['10:29:59', 'open', 'late'],
  ['10:30:00', 'late', 'late'],
  ['23:59:59', 'late', 'late'],
  ['24:00:00', 'over', 'over'],
])('at %s the poll is %s, and its closing tally %s', async (time, poll, tally) => {
  await day(FIRST, 1);
  const now = time === '24:00:00' ? `${SECOND}T00:00:00+09:00` : `${FIRST}T${time}+09:00`;
  const { team, poll: row } = await subject(FIRST);
  expect(await pollMessage(bot.core, team, row, Date.parse(now))).toMatchObject({ phase: poll });
  expect(await closing(FIRST, now)).toMatchObject({ phase: tally });
});

test('a report has the campaign’s days that were polled, with people and person-days apart', async () => {
  await bot.says(aPerson('p1'), 'poll now', { admin: true });
  await bot.says(aPerson('p4'), 'home');
  await day(FIRST, 2);
  await day(SECOND, 3);
  const { team } = await subject(FIRST);
  const [ours] = (await bot.store.campaigns.list(ORG)).filter(({ id }) => id === 'ours');
  if (!ours) throw new Error('no campaign');
  const over = { now: at(`2018-07-26T00:00:00+09:00`), today: '2018-07-26' };
  const report = await campaignReport(bot.core, team, ours, over);
  const rows = ({ days }: typeof report) =>
    days.map(({ day, core, running, tally }) => [day, core, running, tally.telework]);
  expect(rows(report)).toEqual([
    [FIRST, true, false, 2],
    [SECOND, false, false, 3],
  ]);
  const evening = { now: over.now - 1, today: SECOND };
  expect(rows(await campaignReport(bot.core, team, ours, evening))).toEqual([
    [FIRST, true, false, 2],
    [SECOND, false, true, 3],
  ]);
  expect([report.people, report.personDays, report.savings]).toEqual([3, 5, null]);
  const saving = { ...team, settings: { ...team.settings, commuteMinutes: 60 } };
  expect((await campaignReport(bot.core, saving, ours, over)).savings?.fullDays).toBe(5);
});
