import { instantOf, type Millis, type Zone } from '../../src/domain/time/calendar';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

/* The team's zone is changed on a day with a poll: the day is polled once, in one zone, and its tally is right. */

const [BEFORE, DAY, NEXT, AFTER] = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26'] as const;
const TIMES = ['00:00', '07:00', '09:48', '10:30'] as const;
const admin = { admin: true, orgAdmin: true };
const ann = aPerson('p1', { timeZone: null });

let bot: Bot;
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
    if (at === changedAt) await bot.says(ann, `setup tz=${to}`, admin);
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
    expect([posts('open', DAY).length, posts('close', DAY).length]).toEqual(isOver ? [0, 0] : [1, 1]);
    expect([posts('open', NEXT).length, posts('close', NEXT).length]).toEqual([1, 1]);
    const poll = await bot.store.polls.get(ORG, 'id1', DAY);
    if (!isOver) expect(poll?.opensAt).toBe(instantOf(DAY, '07:00', to));
    if (!isOver) expect(posts('close', DAY)[0]?.card.summary).toContain('Telework: 1 of 6');
  });
});
