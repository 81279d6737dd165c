import { refreshAnnouncements } from '../../../src/app/polls/refresh-announcements';
import { type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const NEXT = '2018-07-25';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T08:00:00+09:00');
  await bot.team(people(2), { announce: ['prev'] });
  await bot.store.campaigns.save(aCampaign([DAY, NEXT], [DAY]));
  await bot.at('2018-07-23T09:00:00+09:00');
});
afterEach(() => bot.close());

const edits = () => bot.chat.in(PLACE).map((message) => message.edits);
const refresh = (...days: string[]) => refreshAnnouncements(bot.core, ORG, days);

test('only days that were announced have something to edit', async () => {
  await refresh(DAY, NEXT);
  expect(edits()).toEqual([1]);
  await refresh();
  await refresh(NEXT);
  expect(edits()).toEqual([1]);
});

test.each([
  ['06:59:59', 1],
  ['07:00:00', 0],
])('at %s of the day its announcement is edited %i times: not once the window opens', async (time, times) => {
  bot.moveClock(`${DAY}T${time}+09:00`);
  await refresh(DAY);
  expect(edits()).toEqual([times]);
});

test('a day that is no Telework Day any more is withdrawn, and offers nothing to answer', async () => {
  await bot.store.campaigns.save({ ...aCampaign([NEXT]), id: 'campaign' });
  await refresh(DAY);
  const [post] = bot.chat.in(PLACE);
  expect(post?.card.summary).toContain('is no longer a Telework Day');
  expect(post?.card.parts.some(({ kind }) => kind === 'choices')).toBe(false);
});

test('an edit the platform refuses is logged, and stops no other', async () => {
  await bot.at('2018-07-24T10:31:00+09:00');
  bot.chat.fail('edit', 'gone');
  bot.moveClock('2018-07-24T06:00:00+09:00');
  await refresh(DAY, NEXT);
  expect(bot.chat.in(PLACE).filter(({ edits }) => edits > 0)).toHaveLength(1);
  expect(bot.complaints.map(({ text }) => text)).toContain('announcement not brought up to date');
});

test('a fault that is not the platform’s is thrown', async () => {
  bot.chat.edit = () => Promise.reject(new Error('a defect'));
  await expect(refresh(DAY)).rejects.toThrow('a defect');
});
