import { instantOf, type Millis, type Zone } from '../../src/domain/time/calendar';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

/* The team's zone is changed on a day with a poll: the day is polled once, in one zone, and its tally is right. */

const [BEFORE, DAY, NEXT, AFTER] = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26'] as const;
const TIMES = ['00:00', '07:00', '09:48', '10:30'] as const;
const admin = { admin: true, orgAdmin: true };
const ann = aPerson('p1', { timeZone: null });

let bot: Bot;
/** What the change of the zone was answered with. */
let answer: string;
afterEach(() => bot.close());

const posts = (kind: string, day: string) =>
  bot.chat.in(PLACE).filter(({ key }) => key.includes(`/${kind}/${day}`));

/** The bot runs when something may be due in either zone, at `changedAt` and a minute later. */
async function days(from: Zone, to: Zone, changedAt: Millis): Promise<void> {
  bot = await openBot(new Date(instantOf(BEFORE, '12:00', from) - 12 * 3_600_000).toISOString());
  await bot.team(
    people(6).map((person) => ({ ...person, timeZone: null })),
    { zone: from },
  );
  await bot.store.campaigns.save(aCampaign([DAY, NEXT], [DAY]));
  const ticks = [DAY, NEXT, AFTER].flatMap((day) =>
    [from, to].flatMap((zone) => TIMES.map((time) => instantOf(day, time, zone))),
  );
  let voted = false;
  for (const at of [...new Set([...ticks, changedAt, changedAt + 60_000])].sort((a, b) => a - b)) {
    // It was never away.
    await bot.store.absences.alive(at, Number.MAX_SAFE_INTEGER, 0);
    await bot.at(new Date(at).toISOString());
    if (at === changedAt) answer = (await bot.says(ann, `setup tz=${to}`, admin)).card.summary;
    if (posts('open', DAY).length === 1 && !voted) {
      voted = true;
      await bot.says(ann, 'home');
    }
  }
}

describe.each<[string, Zone, Zone]>([
  ['westwards', 'Asia/Tokyo', 'Europe/Berlin'],
  ['eastwards', 'Europe/Berlin', 'Asia/Tokyo'],
  ['westwards over the date line', 'Pacific/Auckland', 'Pacific/Honolulu'],
  ['eastwards over the date line', 'Pacific/Honolulu', 'Pacific/Auckland'],
])('a zone that is changed %s', (_where, from, to) => {
  test.each([
    ['during the window', '08:00'],
    ['after the closing', '12:00'],
  ])('%s leaves the day’s poll as it is, and opens no other', async (_when, time) => {
    await days(from, to, instantOf(DAY, time, from));
    for (const day of [DAY, NEXT]) {
      expect([day, posts('open', day).length, posts('close', day).length]).toEqual([day, 1, 1]);
    }
    expect(answer).not.toContain('I won’t open a poll');
    expect(await bot.store.polls.get(ORG, 'id1', DAY)).toMatchObject({
      zone: from,
      opensAt: instantOf(DAY, '07:00', from),
      closesAt: instantOf(DAY, '10:30', from),
    });
    expect(await bot.store.polls.get(ORG, 'id1', NEXT)).toMatchObject({ zone: to });
    expect(posts('close', DAY)[0]?.card.summary).toContain('Telework: 1 of 6');
    const reminded = bot.chat.messages.filter(({ key }) => key.includes(`/reminder/`) && key.includes(DAY));
    expect(new Set(reminded.map(({ to: person }) => person)).size).toBe(reminded.length);
  });

  test('before the opening lets the day be polled in the new zone, or not at all where it is over there', async () => {
    const changedAt = instantOf(DAY, '06:00', from);
    await days(from, to, changedAt);
    const isOver = changedAt >= instantOf(DAY, '10:30', to);
    expect(answer.includes('I won’t open a poll on Tue 24 July')).toBe(isOver);
    expect([posts('open', DAY).length, posts('close', DAY).length]).toEqual(isOver ? [0, 0] : [1, 1]);
    expect([posts('open', NEXT).length, posts('close', NEXT).length]).toEqual([1, 1]);
    const poll = await bot.store.polls.get(ORG, 'id1', DAY);
    if (!isOver) expect(poll?.opensAt).toBe(instantOf(DAY, '07:00', to));
    if (!isOver) expect(posts('close', DAY)[0]?.card.summary).toContain('Telework: 1 of 6');
  });
});

describe('hours that are over by now', () => {
  beforeEach(async () => {
    bot = await openBot(`${BEFORE}T12:00:00+02:00`);
    await bot.team(people(3), { zone: 'Europe/Berlin' });
    await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  });
  const setup = async (change: string) => (await bot.says(ann, `setup ${change}`, admin)).card.summary;

  test('are said with the way to ask at once, which works', async () => {
    bot.moveClock(`${DAY}T06:00:00+02:00`);
    const said = await setup('tz=Asia/Tokyo');
    expect(said).toContain('with the new hours, it would have closed at 10:30 (Japan Standard Time).');
    expect(said).toContain('type “poll now”');
    expect((await bot.says(ann, 'poll now', admin)).refused).toBe(false);
    await bot.at(`${DAY}T06:01:00+02:00`);
    expect(posts('open', DAY)).toHaveLength(1);
  });

  test('are said of a window, and of one that was over before nothing is', async () => {
    bot.moveClock(`${DAY}T06:00:00+02:00`);
    expect(await setup('window=05:00-05:30')).toContain('it would have closed at 05:30');
    expect(await setup('window=05:00-05:45')).not.toContain('I won’t open a poll');
    expect(await setup('window=07:00-10:30')).not.toContain('I won’t open a poll');
    expect(await setup('lang=en')).not.toContain('I won’t open a poll');
  });

  test('of a day on which nobody is asked are not said', async () => {
    bot.moveClock(`${NEXT}T06:00:00+02:00`);
    expect(await setup('tz=Asia/Tokyo')).not.toContain('I won’t open a poll');
  });
});

describe('a poll that is open as the zone is changed to one with another date', () => {
  const NEAR = 'Pacific/Honolulu';
  const FAR = 'Pacific/Auckland';
  const says = async (text: string) => (await bot.says(ann, text, admin)).card.summary;
  test.each([
    // It is the same date there once the poll's day is over.
    [FAR, NEAR, [DAY, '23:59'], [NEXT, '00:00'], 'This day is closed.'],
    [NEAR, FAR, [DAY, '10:29'], [DAY, '10:30'], 'Tally: Wed 25 July'],
  ] as const)('from %s to %s is the team’s today until %s', async (from, to, last, over, then) => {
    bot = await openBot(new Date(instantOf(BEFORE, '12:00', from)).toISOString());
    await bot.team(people(3), { zone: from });
    await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
    const move = ([day, time]: readonly [string, string]) =>
      bot.moveClock(new Date(instantOf(day, time, from)).toISOString());
    await bot.at(new Date(instantOf(DAY, '08:00', from)).toISOString());
    expect(await says(`setup tz=${to}`)).toContain('The poll of Tue 24 July keeps its hours');
    expect(await says('home')).toContain('Tue 24 July');
    expect(await says('tally')).toMatch(/Tally: Tue 24 July.*Telework: 1 of 3/s);
    expect(await says('poll now')).toContain('Tue 24 July');
    move(last);
    expect(await says('tally')).toContain('Tally: Tue 24 July');
    move(over);
    expect(await says('tally')).toContain(then);
    const polls = await bot.store.polls.list(ORG, 'id1', '2018-07-01', '2018-07-31');
    expect(polls.map(({ day }) => day)).toEqual([DAY]);
  });
});

describe('the answer of setup says what becomes of', () => {
  const setup = async (change: string) => (await bot.says(ann, `setup ${change}`, admin)).card.summary;
  const at = (day: string, time: string) => bot.moveClock(`${day}T${time}:00+09:00`);
  beforeEach(async () => {
    bot = await openBot(`${BEFORE}T12:00:00+09:00`);
    await bot.team(people(3), { zone: 'Asia/Tokyo' });
    await bot.store.campaigns.save(aCampaign([DAY, NEXT], [DAY]));
  });

  test('today before its poll', async () => {
    at(DAY, '06:00');
    expect(await setup('window=08:00-11:00')).toContain('The poll of Tue 24 July opens at 08:00');
    expect(await setup('window=05:30-11:00')).toContain('The poll of Tue 24 July opens within a minute');
    expect(await setup('window=05:00-05:30')).toContain('with the new hours, it would have closed at 05:30');
    expect(await setup('lang=en remind=50%')).not.toContain('The poll of');
  });

  test('today while its poll is open', async () => {
    await bot.at(`${DAY}T07:00:00+09:00`);
    expect(await setup('window=08:00-11:00')).toContain(
      'The poll of Tue 24 July keeps its hours, 07:00–10:30',
    );
    for (const change of ['polls=off', `closed=${DAY}`, 'weekend=tue']) {
      expect(await setup(change)).toContain('The poll of Tue 24 July is already open, so it stays.');
      await setup('polls=telework-days closed=none weekend=auto');
    }
  });

  test('Telework Days that fall away or come back', async () => {
    expect(await setup('closed=7/25')).toContain('No longer polled: Wed 25 July.');
    expect(await setup('closed=none')).toContain('Now polled: Wed 25 July.');
    expect(await setup('polls=off')).toContain('No longer polled: Tue 24 July and Wed 25 July.');
    expect(await setup('polls=workdays')).toContain('I won’t open a poll on Mon 23 July');
    expect(await setup('closed=8/13')).not.toContain('No longer polled');
  });
});
