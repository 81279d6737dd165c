import { runDueTasks } from '../../../src/app/schedule/run-due-tasks';
import { watchClock } from '../../../src/app/schedule/watch-clock';
import { type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* What is due goes by the clock, whatever clocks do: they are set wrong and right again, and jump twice a year. */

let bot: Bot;
afterEach(() => bot.close());

/** The kinds of what was posted in the channel, in their order. */
const posted = () => bot.chat.in(PLACE).map(({ key }) => key.split('/')[2]);

describe('a clock that is set', () => {
  const DAY = '2018-07-24';
  let tick: (iso: string) => Promise<void>;
  beforeEach(async () => {
    bot = await openBot('2018-07-24T06:00:00+09:00');
    await bot.team(people(3), { announce: [] });
    await bot.store.campaigns.save(aCampaign([DAY, '2018-07-25']));
    const follow = watchClock(bot.core);
    tick = async (iso) => {
      bot.moveClock(iso);
      await follow();
      await runDueTasks(bot.core);
    };
    await tick('2018-07-24T06:00:00+09:00');
  });

  test('forward by a day and back again still opens today’s poll', async () => {
    await tick('2018-07-25T06:00:00+09:00');
    await tick('2018-07-24T06:01:00+09:00');
    expect(posted()).toEqual([]);
    await tick('2018-07-24T07:00:00+09:00');
    expect(posted()).toEqual(['open']);
    await tick('2018-07-24T10:30:00+09:00');
    expect(posted()).toEqual(['open', 'close']);
    expect(bot.complaints.map(({ text }) => text)).toEqual([
      'the clock was set back: every team is checked again',
    ]);
  });

  test('back by three hours in the middle of the window does nothing again', async () => {
    await tick('2018-07-24T07:00:00+09:00');
    await tick('2018-07-24T09:48:00+09:00');
    const reminded = bot.chat.messages.length;
    for (const time of ['06:48:00', '07:00:00', '09:48:00']) await tick(`${DAY}T${time}+09:00`);
    expect(bot.chat.messages).toHaveLength(reminded);
    await tick('2018-07-24T10:30:00+09:00');
    expect(posted()).toEqual(['open', 'close']);
  });

  test('back while a retry waits does not make it wait for as long', async () => {
    bot.chat.fail('post', 'unreachable');
    await tick('2018-07-24T10:00:00+09:00');
    expect(posted()).toEqual([]);
    await tick('2018-07-24T07:00:00+09:00');
    expect(posted()).toEqual(['open']);
  });

  test('forward over the window opens the poll late', async () => {
    await tick('2018-07-24T10:30:00+09:00');
    expect(posted()).toEqual(['open']);
    await tick('2018-07-24T11:30:00+09:00');
    expect(posted()).toEqual(['open', 'close']);
  });

  test('right by a second or two is not logged', async () => {
    for (const time of ['06:00:04', '06:00:00', '06:00:05', '06:00:01'])
      await tick(`2018-07-24T${time}+09:00`);
    expect(bot.complaints).toEqual([]);
  });
});

/* Through the night: half past two in a gap, half past one that comes twice, and a day that begins at one. */
describe.each([
  ['Europe/Berlin', 'a gap', '2026-03-29', '2026-03-28T22:00:00Z', '2026-03-29T01:00:00Z', 2],
  ['America/New_York', 'an hour twice', '2026-11-01', '2026-11-01T03:00:00Z', '2026-11-01T05:30:00Z', 1],
  ['America/Santiago', 'no midnight', '2026-09-06', '2026-09-06T03:30:00Z', '2026-09-06T04:00:00Z', 0],
] as const)('%s, the night with %s', (zone, _name, day, from, opens, hour) => {
  test('opens once, reminds once, closes once and ends once', async () => {
    bot = await openBot(from);
    const window = { from: `0${hour}:30`, until: `0${hour + 2}:30` };
    const team = await bot.team(people(2), { zone, window, announce: [], open: [day] });
    await bot.store.campaigns.save(aCampaign([day]));
    const times = new Map<string, string>();
    for (let now = Date.parse(from); now < Date.parse(from) + 30 * 3_600_000; now += 15 * 60_000) {
      const iso = new Date(now).toISOString();
      const before = posted().length;
      await bot.at(iso);
      for (const kind of posted().slice(before)) times.set(kind ?? '', iso);
    }
    expect(posted()).toEqual(['open', 'close']);
    expect(times.get('open')).toBe(new Date(opens).toISOString());
    expect(bot.chat.messages.filter(({ to }) => to !== PLACE)).toHaveLength(2);
    const ended = await bot.store.ledger.list(ORG, team.id, day, 'end');
    expect(ended.map(({ state, attempt }) => [state, attempt])).toEqual([['done', 1]]);
    expect(bot.complaints).toEqual([]);
  });
});
