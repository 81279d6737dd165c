import { refreshAnnouncements } from '../../../src/app/polls/refresh-announcements';
import { withDays, withoutDays } from '../../../src/domain/time/own-calendar';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const NEXT = '2018-07-25';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T08:00:00+09:00');
  await bot.team(people(2), { announce: ['prev'] });
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  await bot.store.campaigns.save(aCampaign([NEXT], [], { id: 'next' }));
  await bot.at('2018-07-23T09:00:00+09:00');
});
afterEach(() => bot.close());

const edits = () => bot.chat.in(PLACE).map((message) => message.edits);
const refresh = (...days: string[]) => refreshAnnouncements(bot.core, ORG, days);

test('without a day nothing is edited, and with one the announcements of all campaigns, each once', async () => {
  bot.moveClock(`${DAY}T06:00:00+09:00`);
  await refresh();
  expect(edits()).toEqual([0]);
  await refresh(NEXT);
  expect(edits()).toEqual([1]);
  await refresh(DAY, NEXT);
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
  await bot.store.campaigns.save(aCampaign(['2018-07-26']));
  await refresh(DAY);
  const [post] = bot.chat.in(PLACE);
  expect(post?.card.summary).toContain('is no longer a Telework Day');
  expect(post?.card.parts.some(({ kind }) => kind === 'choices')).toBe(false);
});

test('an edit the platform refuses is logged, and stops no other', async () => {
  bot.chat.people.set('other', people(2));
  await bot.says(aPerson('p1'), 'setup announce=prev', { place: 'other', placeName: 'Other', admin: true });
  await bot.at('2018-07-23T09:01:00+09:00');
  bot.moveClock(`${DAY}T06:00:00+09:00`);
  bot.chat.fail('edit', 'gone');
  await refresh(DAY);
  expect([PLACE, 'other'].flatMap((place) => bot.chat.in(place).map((post) => post.edits))).toEqual([0, 1]);
  expect(bot.complaints.map(({ text }) => text)).toContain('announcement not brought up to date');
});

test('a fault that is not the platform’s is thrown', async () => {
  bot.moveClock(`${DAY}T06:00:00+09:00`);
  bot.chat.edit = () => Promise.reject(new Error('a defect'));
  await expect(refresh(DAY)).rejects.toThrow('a defect');
});

describe('an announcement follows what it speaks of', () => {
  const ann = aPerson('p1');
  const shown = () => bot.chat.in(PLACE)[0]?.card;
  const asks = (card = shown()) =>
    card?.parts.some(
      (part) => part.kind === 'choices' && part.choices.some(({ purpose }) => purpose === 'answer'),
    );

  test('it counts the plans, in one edit, and is left alone where nothing changes', async () => {
    await bot.says(ann, `home on ${DAY}`);
    await bot.core.refresh.settle();
    expect(shown()?.summary).toContain('1 of 2 have planned');
    await bot.says(ann, `home on ${DAY}`);
    await bot.core.refresh.settle();
    await refresh(DAY);
    expect(edits()).toEqual([1]);
  });

  test('“tomorrow” becomes “today”', async () => {
    expect(shown()?.summary).toContain('Tomorrow (');
    bot.moveClock(`${DAY}T00:00:00+09:00`);
    await refresh(DAY);
    expect(shown()?.summary).not.toContain('Tomorrow (');
  });

  test('it points to the poll once that is open, and the next day asks only when no poll does', async () => {
    expect(asks()).toBe(true);
    await bot.at(`${DAY}T07:00:00+09:00`);
    await bot.core.refresh.settle();
    expect(asks()).toBe(false);
    expect(shown()?.summary).toContain('The poll is open. You can answer there.');
    await bot.at(`${DAY}T09:00:00+09:00`);
    const [, , next] = bot.chat.in(PLACE);
    expect(next?.key).toContain('announce');
    expect(asks(next?.card)).toBe(false);
    await bot.at(`${DAY}T10:30:00+09:00`);
    await bot.core.refresh.settle();
    const [, , later, closing] = bot.chat.in(PLACE);
    expect(asks(later?.card)).toBe(true);
    // Nothing has changed in the closing tally since it was posted.
    expect(closing).toMatchObject({ edits: 0 });
  });
});

describe('without a request', () => {
  const shown = () => bot.chat.in(PLACE)[0]?.card;
  const settle = async (at: string) => {
    await bot.at(at);
    await bot.core.refresh.settle();
  };

  test('“tomorrow” becomes “today” at midnight, also after a day that was not polled', async () => {
    expect(shown()?.summary).toContain('Tomorrow (');
    await settle('2018-07-23T23:59:00+09:00');
    expect(edits()).toEqual([0]);
    await settle(`${DAY}T00:00:00+09:00`);
    expect(shown()?.summary).toContain('Today (');
    expect(edits()).toEqual([1]);
  });

  test('once its day is over an announcement says so, whether the day was polled or not, and wherever the bot was', async () => {
    const lines = () => bot.chat.in(PLACE).map(({ card }) => card.summary.split('\n')[1]);
    const buttons = () =>
      bot.chat
        .in(PLACE)
        .filter(({ key }) => key.includes('/announce/'))
        .map(({ card }) => card.parts.length);
    await settle(`${DAY}T09:00:00+09:00`);
    expect(lines()[0]).toContain('The poll is open');
    await settle('2018-07-25T00:00:00+09:00');
    expect(lines()[0]).toContain('This day is closed.');
    await settle('2018-08-20T12:00:00+09:00');
    expect(bot.chat.in(PLACE).filter(({ key }) => key.includes('/announce/'))).toHaveLength(2);
    expect(lines()[2]).toContain('This day is closed.');
    expect(buttons()).toEqual([2, 2]);
  });

  test('an announcement of days before says “tomorrow” on the day before', async () => {
    await bot.says(aPerson('p1'), 'setup announce=7,prev', { admin: true });
    await bot.store.campaigns.save({ ...aCampaign(['2018-07-30'], []), id: 'later' });
    await settle('2018-07-23T12:00:00+09:00');
    const later = () => bot.chat.in(PLACE).find(({ card }) => card.summary.includes('30 July'));
    expect(later()?.card.summary).toContain('Mon 30 July is a Telework Day');
    // Its contact is told first of the days that passed meanwhile.
    for (const time of ['12:00', '13:00']) await settle(`2018-07-28T${time}:00+09:00`);
    await settle('2018-07-29T00:00:00+09:00');
    expect(later()?.card.summary).toContain('Tomorrow (');
  });

  test('a holiday that another process has imported withdraws the day at the next check, with the reason', async () => {
    const own = { day: DAY, name: 'Founding day', works: false };
    await bot.store.calendars.change(ORG, (calendar) => withDays(calendar, [own]));
    await settle('2018-07-23T13:00:00+09:00');
    expect(shown()?.summary).toContain('Tue 24 July is a company holiday (Founding day)');
    await settle(`${DAY}T07:00:00+09:00`);
    expect(bot.chat.in(PLACE)).toHaveLength(2);
    await bot.store.calendars.change(ORG, (calendar) => withoutDays(calendar, DAY, DAY));
    expect(edits()[0]).toBe(1);
  });

  test('and also where the team had other work at that moment', async () => {
    bot.moveClock(`${DAY}T06:00:00+09:00`);
    const own = { day: NEXT, name: '', works: false };
    await settle('2018-07-24T09:00:00+09:00');
    const next = () => bot.chat.in(PLACE).find(({ card }) => card.summary.includes('25 July'));
    expect(next()?.card.summary).toContain('Tomorrow (');
    await bot.store.calendars.change(ORG, (calendar) => withDays(calendar, [own]));
    await settle('2018-07-24T10:30:00+09:00');
    expect(next()?.card.summary).toContain('No longer a Telework Day: Wed 25 July');
  });
});
