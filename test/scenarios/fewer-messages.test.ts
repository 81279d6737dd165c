import { encodeButton } from '../../src/app/requests/button';
import { actionsOf } from '../present/cards';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

let bot: Bot;
afterEach(() => bot.close());

const WEEK = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27'];
const kinds = () => bot.chat.in(PLACE).map(({ key }) => key.split('/')[2]);
const posts = () => bot.chat.in(PLACE).map(({ card }) => card);
const settle = async (at: string) => {
  await bot.at(`${at}:00+09:00`);
  await bot.core.refresh.settle();
};

/** The month's days from Monday to Friday. */
function weekdays(month: string): string[] {
  const days = Array.from({ length: 30 }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  return days.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
}

/** Plays the hours of the days at which something is due. */
async function play(days: readonly string[], times: readonly string[]): Promise<void> {
  for (const day of days) for (const time of times) await bot.at(`${day}T${time}:00+09:00`);
  await bot.core.refresh.settle();
}

describe('a Telework Month', () => {
  const month = weekdays('2018-11');

  test('makes under thirty messages in a channel, and each of its days one, which becomes the result', async () => {
    bot = await openBot('2018-10-24T12:00:00+09:00');
    await bot.team(people(1));
    await bot.store.campaigns.save(aCampaign(month, ['2018-11-13'], { name: 'Telework Month' }));
    await settle('2018-10-25T09:00');
    expect(actionsOf(posts()[0] as never)).toEqual([
      ...['2018-11-01', '2018-11-02', '2018-11-05', '2018-11-06', '2018-11-07'].map((day) =>
        encodeButton({ kind: 'change', team: 'id1', day }),
      ),
      'me',
    ]);
    await settle('2018-10-31T09:00');
    await play(month, ['07:00', '10:30']);
    await play(['2018-12-01', '2018-12-03'], ['00:00', '09:00']);
    // 3 and 23 November are public holidays, the 3rd a Saturday.
    expect(kinds()).toEqual(['announce', 'announce', ...Array.from({ length: 21 }, () => 'open'), 'report']);
    expect(kinds().length).toBeLessThan(30);
    expect(bot.complaints).toEqual([]);
    expect(posts()[0]?.summary).toContain('All days are over.');
    expect(posts()[2]?.summary).toContain('Thu 1 November');
  });

  test('the result stands in the poll’s place at the window’s end, still takes late answers and names the next day', async () => {
    bot = await openBot('2018-11-06T12:00:00+09:00');
    const ann = aPerson('p1');
    await bot.team([ann, aPerson('p2')]);
    await bot.store.campaigns.save(aCampaign(month, ['2018-11-08']));
    await settle('2018-11-07T07:00');
    await bot.presses(
      ann,
      encodeButton({ kind: 'answer', team: 'id1', day: '2018-11-07', style: 'home', arrival: null }),
    );
    await settle('2018-11-07T10:30');
    expect(kinds()).toEqual(['open']);
    const [result] = posts();
    expect(result?.summary).toContain('Wed 7 November: 1 of 2 teleworked');
    expect(result?.summary).toContain('Next Telework Day: Thu 8 November (core day)');
    const answers = actionsOf(result as never).filter((action) => action.startsWith('answer|'));
    expect(answers).toHaveLength(8);
    await bot.presses(aPerson('p2'), answers[0] as string);
    await bot.core.refresh.settle();
    expect(posts()[0]?.summary).toContain('2 of 2 teleworked');
    await settle('2018-11-08T00:00');
    expect(actionsOf(posts()[0] as never).some((action) => action.startsWith('answer|'))).toBe(false);
  });
});

describe('a short campaign', () => {
  beforeEach(async () => {
    bot = await openBot('2018-07-12T12:00:00+09:00');
    await bot.team(people(4));
    await bot.store.campaigns.save(aCampaign(WEEK, ['2018-07-24'], { name: 'Telework Days 2018' }));
    // A week before is Marine Day.
    await settle('2018-07-13T09:00');
  });
  const plans = (card = posts()[0]) =>
    actionsOf(card as never).filter((action) => action.startsWith('change|'));

  test('is announced once with all days and a button each, then each day makes a line, a poll and a result', async () => {
    expect(plans()).toEqual(WEEK.map((day) => encodeButton({ kind: 'change', team: 'id1', day })));
    await settle('2018-07-20T09:00');
    await play(WEEK, ['07:00', '09:00', '10:30']);
    await play(['2018-07-28', '2018-07-30'], ['00:00', '09:00']);
    const each = ['announce', 'open', 'close'];
    expect([...kinds()].sort()).toEqual(['announce', 'report', ...WEEK.flatMap(() => each)].sort());
  });

  test('the announcement counts the plans of each day, and what is planned is told in the line', async () => {
    for (const id of ['p1', 'p2']) await bot.says(aPerson(id), 'home on 2018-07-24');
    await bot.core.refresh.settle();
    expect(posts()[0]?.summary).toContain('Tue 24 July (core day): 2 of 4 have planned');
    expect(posts()[0]?.summary).toContain('Wed 25 July: 0 of 4 have planned');
    await settle('2018-07-20T09:00');
    await settle('2018-07-23T09:00');
    const line = posts().at(-1);
    expect(line?.summary).toBe('Tomorrow, Tue 24 July (core day): Telework Day · 2 of 4 have planned');
    expect(actionsOf(line as never)).toEqual([]);
  });

  test('there are no buttons next to a running poll, and none for a day that is over', async () => {
    await settle('2018-07-23T07:00');
    expect(plans()).toEqual([]);
    await settle('2018-07-23T10:30');
    expect(plans()).toHaveLength(4);
    expect(posts()[0]?.summary).toContain('Mon 23 July: The poll is open');
    await settle('2018-07-24T00:00');
    expect(posts()[0]?.summary).toContain('Mon 23 July: Over');
  });

  test('a first day that is lost leaves the announcement with the days that remain, and makes no second one', async () => {
    await bot.says(aPerson('p1'), 'setup closed=2018-07-23', { admin: true });
    await bot.core.refresh.settle();
    expect(plans()).toEqual(WEEK.slice(1).map((day) => encodeButton({ kind: 'change', team: 'id1', day })));
    await settle('2018-07-17T09:00');
    await settle('2018-07-20T09:00');
    expect(
      posts()
        .slice(1)
        .map(({ summary }) => summary),
    ).toEqual(['Tue 24 July (core day): Telework Day · 0 of 4 have planned']);
  });

  test('that ends is not asked about any more', async () => {
    const [campaign] = await bot.store.campaigns.list(ORG);
    if (campaign) await bot.store.campaigns.save({ ...campaign, days: [], ended: true });
    await bot.core.refresh.announcements(ORG, WEEK);
    expect(plans()).toEqual([]);
    expect(posts()[0]?.summary).toContain('No longer a Telework Day');
  });
});

test('a campaign that was made too late for its announcement is announced the day before', async () => {
  bot = await openBot('2018-07-20T08:00:00+09:00');
  await bot.team(people(2));
  await bot.store.campaigns.save(aCampaign(WEEK));
  await settle('2018-07-20T09:00');
  expect(actionsOf(posts()[0] as never).filter((action) => action.startsWith('change|'))).toHaveLength(5);
  await settle('2018-07-23T09:00');
  expect(posts().at(-1)?.summary).toContain('Tomorrow, Tue 24 July: Telework Day');
});
