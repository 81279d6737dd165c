import type { Card } from '../../../src/domain/card';
import { buttonsOf } from '../../present/cards';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* Polls and drills at short notice: until when they are open, when they are refused, what the channel gets. */

const DAY = '2018-07-23';
const ann = aPerson('p1');
const admin = { admin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot(`${DAY}T06:00:00+09:00`);
  await bot.team(people(3));
});
afterEach(() => bot.close());

const poll = () => bot.store.polls.get(ORG, 'id1', DAY);
const at = (time: string) => bot.moveClock(`${DAY}T${time}+09:00`);

test.each([
  ['00:00:00', '10:30'],
  ['09:29:59', '10:30'],
  ['09:30:00', '10:30'],
  ['09:31:00', '10:31'],
  ['22:58:00', '23:58'],
  ['22:59:00', '23:59'],
  ['23:30:00', '23:59'],
])('a poll asked for at %s is open until %s: the usual end, and an hour at least', async (time, until) => {
  at(time);
  expect((await bot.says(ann, 'poll now', admin)).refused).toBe(false);
  expect((await poll())?.window).toEqual({ from: time.slice(0, 5), until });
});

test.each(['23:45:00', '23:59:59'])('at %s the day is too short for it', async (time) => {
  at(time);
  expect((await bot.says(ann, 'poll now', admin)).refused).toBe(true);
  expect(await poll()).toBeNull();
});

test('it is of the campaign where the day is one of its days, and of none elsewhere', async () => {
  await bot.says(ann, 'poll now', admin);
  expect(await poll()).toMatchObject({ campaign: null, core: false, drill: null });
  await bot.store.campaigns.save(aCampaign(['2018-07-24'], ['2018-07-24']));
  bot.moveClock('2018-07-24T06:00:00+09:00');
  await bot.says(ann, 'poll now', admin);
  expect(await bot.store.polls.get(ORG, 'id1', '2018-07-24')).toMatchObject({
    campaign: 'campaign',
    core: true,
  });
});

describe('while a poll is open', () => {
  const asks = ({ card }: { card: Card }) => buttonsOf(card).some(({ purpose }) => purpose === 'answer');

  test.each([
    ['poll now', 'poll now', 'Already open'],
    ['drill Snow', 'poll now', 'posted it again at the bottom of the channel'],
    ['poll now', 'drill Snow', 'I’ve posted it in the channel'],
    ['drill Snow', 'drill Rain', 'I’ve posted it in the channel'],
    ['drill Snow', 'emergency Snow', 'I’ve posted it in the channel'],
    ['emergency Snow', 'emergency Quake', 'I’ve posted it in the channel'],
    ['emergency Snow', 'emergency Snow until 14:00', 'I’ve posted it in the channel'],
  ])('after “%s”, “%s” is a post of its own, the only one that asks', async (first, second, said) => {
    await bot.says(ann, first, admin);
    await bot.says(ann, 'home');
    const keys = bot.chat.calls.filter(({ method }) => method === 'post').length;
    const { card, refused } = await bot.says(ann, second, admin);
    expect({ refused, summary: card.summary }).toEqual({
      refused: false,
      summary: expect.stringContaining(said),
    });
    expect(bot.chat.calls.filter(({ method }) => method === 'post')).toHaveLength(keys + 1);
    await bot.core.refresh.settle();
    expect(bot.chat.in(PLACE).map(asks)).toEqual([false, true]);
    expect(bot.chat.in(PLACE).at(-1)?.card.summary).toContain('1 of 3');
  });

  test.each([
    ['emergency Snow', 'drill Snow', 'There’s an emergency running'],
    ['emergency Snow', 'emergency Snow', 'posted this call at 06:00'],
    ['drill', 'drill', 'posted this call at 06:00'],
  ])('after “%s”, “%s” posts nothing and says so', async (first, second, said) => {
    await bot.says(ann, first, admin);
    const { card, refused } = await bot.says(ann, second, admin);
    expect({ refused, summary: card.summary }).toEqual({
      refused: true,
      summary: expect.stringContaining(said),
    });
    expect(bot.chat.in(PLACE)).toHaveLength(1);
  });

  test('the same words minutes later are a call of their own', async () => {
    await bot.says(ann, 'emergency Snow', admin);
    at('06:02:00');
    expect((await bot.says(ann, 'emergency Snow', admin)).refused).toBe(false);
    expect(bot.chat.in(PLACE)).toHaveLength(2);
  });

  test('each post of it has an id of its own, so that no platform takes it for the one before', async () => {
    const ids = new Set<string>();
    const { post } = bot.chat;
    bot.chat.post = (org, place, card, key) => {
      ids.add(key.id);
      return post(org, place, card, key);
    };
    for (let times = 0; times < 3; times += 1) await bot.says(ann, 'poll now', admin);
    expect(ids.size).toBe(3);
  });

  test('names that the morning’s poll did not show are not shown by a later one of the day', async () => {
    await bot.says(ann, 'poll now', admin);
    await bot.says(ann, 'setup names=on', admin);
    await bot.says(ann, 'emergency Snow', admin);
    expect((await poll())?.names).toBe(false);
  });
});

test('a poll after an emergency is of that emergency still, and one after a drill is not of the drill', async () => {
  for (const [call, drill] of [
    ['drill', null],
    ['emergency', { reason: '', real: true }],
  ] as const) {
    await bot.says(ann, call, admin);
    bot.moveClock(new Date(((await poll())?.closesAt ?? 0) + 60_000).toISOString());
    await bot.says(ann, 'poll now', admin);
    expect((await poll())?.drill).toEqual(drill);
    bot.moveClock(new Date(((await poll())?.closesAt ?? 0) + 60_000).toISOString());
  }
});

test('where the channel does not take the poll, the administrator is told so', async () => {
  bot.chat.fail('post', 'forbidden');
  const { card } = await bot.says(ann, 'poll now', admin);
  expect(card.summary).toContain('I can’t post in General affairs');
});

test('a drill that does not get through is said to be coming, and asked for again is posted once', async () => {
  await bot.says(ann, 'poll now', admin);
  bot.chat.fail('post', 'unreachable');
  expect((await bot.says(ann, 'drill Snow', admin)).card.summary).not.toContain(
    'I’ve posted it in the channel',
  );
  expect(bot.chat.in(PLACE)).toHaveLength(1);
  at('06:01:30');
  expect((await bot.says(ann, 'drill Snow', admin)).card.summary).toContain('I’ve posted it in the channel');
  expect((await bot.says(ann, 'drill Snow', admin)).refused).toBe(true);
  expect(bot.chat.in(PLACE)).toHaveLength(2);
});

describe('after the day’s poll', () => {
  const posts = (kind: string) => bot.chat.in(PLACE).filter(({ key }) => key.includes(`/${kind}/`));
  const reminded = () =>
    bot.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to);
  const answers = (person: string, text: string) => bot.says(aPerson(person), text);
  const runs = async (...times: string[]) => {
    for (const time of times) await bot.at(`${DAY}T${time}:00+09:00`);
  };

  beforeEach(async () => {
    await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
    await runs('07:00');
    await answers('p1', 'office');
    await answers('p2', 'office');
    await runs('09:48', '10:30');
    expect(reminded()).toEqual(['p3']);
  });

  test.each(['emergency Typhoon', 'drill Typhoon', 'poll now'])(
    '“%s” opens another one: in time, reminded of, closed by a tally of its own',
    async (command) => {
      await runs('13:00');
      const earlier = posts('close')[0]?.card.summary;
      expect((await bot.says(ann, command, admin)).card.summary).toContain('13:00–14:00');
      expect(posts('open')).toHaveLength(2);
      await runs('13:06');
      const said = (await answers('p2', 'home')).card.summary;
      expect(said).not.toContain('after the poll opens');
      await answers('p1', 'office');
      await runs('13:48');
      expect(reminded()).toEqual(['p3', 'p3']);
      await runs('14:00', '14:01');
      const [first, second, ...more] = posts('close').map(({ card }) => card.summary);
      expect(more).toEqual([]);
      expect(first).toBe(earlier);
      expect(second).toContain('Telework: 1 of 3');
      if (command === 'poll now') return;
      const word = command.startsWith('emergency') ? 'emergency' : 'drill';
      expect(second).toContain(`(${word})`);
      expect(second).toContain('Answered since the call: 2 of 3');
      expect(second).toContain('50% of everyone answered within: 6 min');
      for (const { card } of posts('open').slice(1)) {
        expect(card.summary.toLowerCase().includes('drill')).toBe(word === 'drill');
      }
    },
  );

  test('the peak stays that of the morning', async () => {
    await runs('15:00');
    await bot.says(ann, 'emergency', admin);
    expect((await answers('p3', 'off-peak 11:00')).card.summary).not.toContain(
      'does not count as Peak avoided',
    );
    await runs('16:00');
    expect(posts('close')[1]?.card.summary).toContain('Peak avoided: 1 of 3');
  });

  test('a third one follows the second', async () => {
    await runs('13:00');
    await bot.says(ann, 'drill', admin);
    await runs('14:00', '16:00');
    expect((await bot.says(ann, 'emergency Snow', admin)).refused).toBe(false);
    await runs('16:01', '17:00');
    expect([posts('open').length, posts('close').length]).toEqual([3, 3]);
  });
});

test.each(['drill', 'emergency'])('“%s” is taken on a holiday, “poll now” is not', async (command) => {
  bot.moveClock('2018-07-22T12:00:00+09:00');
  expect((await bot.says(ann, 'poll now', admin)).refused).toBe(true);
  expect((await bot.says(ann, `${command} Snow`, admin)).refused).toBe(false);
});

test.each([
  ['緊急 台風', 'emergency', '台風'],
  ['訓練 台風', 'drill', '台風'],
  ['紧急 台风', 'emergency', '台风'],
  ['演练', 'drill', ''],
  ['演練 颱風', 'drill', '颱風'],
])('“%s” is understood', async (text, kind, reason) => {
  await bot.says(ann, text, admin);
  expect((await poll())?.drill).toEqual({ reason, ...(kind === 'emergency' ? { real: true } : {}) });
});

describe('an end of one’s own', () => {
  test.each([
    ['12:00', 'emergency until 16:00 typhoon', '16:00', { reason: 'typhoon', real: true }],
    ['12:00', 'emergency typhoon for 2h', '14:00', { reason: 'typhoon', real: true }],
    ['12:00', 'drill 2時間', '14:00', { reason: '' }],
    ['06:00', 'drill for 15 min', '06:15', { reason: '' }],
    ['08:00', 'poll now until 9:00', '09:00', null],
    ['22:30', 'poll now for 3 hours', '23:59', null],
  ])('at %s “%s” is open until %s', async (time, command, until, drill) => {
    at(`${time}:00`);
    expect((await bot.says(ann, command, admin)).card.summary).toContain(`${time}–${until}`);
    expect(await poll()).toMatchObject({ window: { from: time, until }, drill });
  });

  test.each(['emergency until 12:14', 'drill for 10 min', 'poll now until 9:00'])(
    'at 12:00 “%s” is too short',
    async (command) => {
      at('12:00:00');
      const { refused, card } = await bot.says(ann, command, admin);
      expect({ refused, summary: card.summary }).toMatchObject({
        refused: true,
        summary: expect.stringContaining('at least 15 minutes'),
      });
      expect(await poll()).toBeNull();
    },
  );

  test.each([
    ['10:10', 'emergency typhoon', '10:10', '11:10'],
    ['10:20', 'drill until 10:40', '10:20', '10:40'],
    ['10:00', 'emergency until 10:20', '10:00', '10:30'],
    ['10:20', 'poll now', '06:00', '10:30'],
    ['10:00', 'poll now for 2h', '06:00', '12:00'],
  ])(
    'while a poll is open until 10:30, at %s “%s” lets people answer from %s until %s',
    async (time, command, from, until) => {
      at('06:00:00');
      await bot.says(ann, 'poll now', admin);
      at(`${time}:00`);
      expect((await bot.says(ann, command, admin)).card.summary).toContain(`${from}–${until}`);
      expect(await poll()).toMatchObject({ window: { from, until } });
      await bot.core.refresh.settle();
      expect(bot.chat.in(PLACE).some(({ card }) => card.summary.includes(`by ${until}`))).toBe(true);
      await bot.at(`${DAY}T${until}:30+09:00`);
      expect(bot.chat.in(PLACE).filter(({ key }) => key.includes('/close/'))).toHaveLength(1);
    },
  );
});

test('the tally of the poll before is posted before a second one opens', async () => {
  await bot.says(ann, 'poll now', admin);
  await bot.says(ann, 'home');
  at('10:30:00');
  await bot.says(ann, 'emergency', admin);
  const kinds = bot.chat.in(PLACE).map(({ key }) => key.split('/')[2]);
  expect(kinds).toEqual(['open', 'close', 'open']);
});
