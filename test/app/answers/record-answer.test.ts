import fc from 'fast-check';
import { planRefusal } from '../../../src/app/answers/record-answer';
import { encodeButton } from '../../../src/app/requests/button';
import { plannedDays } from '../../../src/domain/planned-days';
import { addDays, dayAt, daySpan } from '../../../src/domain/time/calendar';
import { NO_CALENDAR, ownSpan, withDays } from '../../../src/domain/time/own-calendar';
import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign, aTeam } from '../../support/sample-data';

/* What counts as in time, whose answers count at all, and what a day without a poll looks like. */

const DAY = '2018-07-24';
const ann = aPerson('p1');
const guest = aPerson('visitor', { kind: 'guest' });

let bot: Bot;
let team: string;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  team = (await bot.team(people(3))).id;
  await bot.store.campaigns.save(aCampaign([DAY, '2018-07-25'], [DAY]));
});
afterEach(() => bot.close());

const answerOf = (person: string) => bot.store.answers.get(ORG, person, DAY);

async function undoLast(): Promise<boolean> {
  const history = await bot.store.answers.history(ORG, ann.id, DAY);
  const action = encodeButton({ kind: 'undo', team, day: DAY, seq: history.at(-1)?.seq ?? 0 });
  return (await bot.presses(ann, action)).refused;
}

async function lateAnswers(): Promise<number> {
  const poll = await bot.store.polls.get(ORG, team, DAY);
  const { groups } = await bot.store.polls.count(ORG, team, DAY, poll?.closesAt ?? 0);
  return groups.reduce((sum, { late }) => sum + late, 0);
}

describe('undo after the window', () => {
  async function answers(time: string, text: string): Promise<void> {
    bot.moveClock(`${DAY}T${time}:00+09:00`);
    expect((await bot.says(ann, text)).refused).toBe(false);
  }

  beforeEach(() => bot.at(`${DAY}T07:00:00+09:00`));

  test('puts an answer that was in time back in time', async () => {
    await answers('08:00', 'home');
    await answers('11:00', 'office');
    expect(await lateAnswers()).toBe(1);
    bot.moveClock(`${DAY}T11:05:00+09:00`);
    expect(await undoLast()).toBe(false);
    expect(await lateAnswers()).toBe(0);
    expect(await answerOf('p1')).toMatchObject({ style: 'home', at: Date.parse(`${DAY}T08:00:00+09:00`) });
  });

  test('of an answer given again unchanged, its first time counts', async () => {
    await answers('08:00', 'home');
    await answers('10:45', 'home');
    await answers('11:00', 'office');
    await undoLast();
    expect(await lateAnswers()).toBe(0);
  });

  test('puts a late answer back as late, and an answer taken back as in time', async () => {
    await answers('10:45', 'home');
    await answers('11:00', 'office');
    await undoLast();
    expect(await lateAnswers()).toBe(1);
    expect(await answerOf('p1')).toMatchObject({ at: Date.parse(`${DAY}T10:45:00+09:00`) });
  });

  test('a plan stays a plan', async () => {
    bot.moveClock('2018-07-23T13:00:00+09:00');
    await bot.says(aPerson('p2'), 'home tomorrow');
    bot.moveClock(`${DAY}T11:00:00+09:00`);
    await bot.says(aPerson('p2'), 'office');
    const history = await bot.store.answers.history(ORG, 'p2', DAY);
    const seq = history.at(-1)?.seq ?? 0;
    await bot.presses(aPerson('p2'), encodeButton({ kind: 'undo', team, day: DAY, seq }));
    expect(await answerOf('p2')).toMatchObject({ style: 'home', source: 'plan' });
    expect(await lateAnswers()).toBe(0);
  });
});

describe('a guest', () => {
  test('in a team that counts no guests hears so, and nothing is recorded', async () => {
    await bot.at(`${DAY}T07:00:00+09:00`);
    const { refused, card } = await bot.says(guest, 'home');
    expect(refused).toBe(true);
    expect(card.summary).toContain('This team doesn’t include guests');
    expect(await answerOf('visitor')).toBeNull();
  });

  test('is counted where the team says so', async () => {
    await bot.store.teams.change(ORG, team, (now) => ({
      ...now,
      settings: { ...now.settings, guests: true },
    }));
    await bot.at(`${DAY}T07:00:00+09:00`);
    expect((await bot.says(guest, 'home')).refused).toBe(false);
    expect(await answerOf('visitor')).toMatchObject({ style: 'home' });
  });

  test('who counts in another team may answer anywhere', async () => {
    await bot.store.people.save(ORG, [guest]);
    await bot.store.people.join(ORG, 'other-team', guest.id);
    expect((await bot.says(guest, 'home tomorrow')).refused).toBe(false);
  });
});

test('the panel plans no poll any more for a day whose window is over', async () => {
  bot.moveClock(`${DAY}T10:29:00+09:00`);
  expect((await bot.says(ann, 'me')).card.summary).toContain('Tue 24 July');
  bot.moveClock(`${DAY}T10:30:00+09:00`);
  const { summary } = (await bot.says(ann, 'me')).card;
  expect(summary).not.toContain('Tue 24 July');
  expect(summary).toContain('Wed 25 July');
});

test('a plan is taken for exactly the days on which the team is asked; of the others the refusal says why', () => {
  const near = fc.integer({ min: -3, max: 25 });
  const days = fc.uniqueArray(near, { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.record({
        country: fc.constantFrom('JP', 'CN', 'TW', 'IL', 'SA', 'AE', 'US', 'GB-ENG'),
        weekend: fc.constantFrom(undefined, ['fri', 'sat'] as const, ['sun'] as const),
        zone: fc.constantFrom('Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'),
        now: fc.integer({ min: Date.UTC(2025, 0, 5), max: Date.UTC(2027, 10, 1) }),
      }),
      days,
      days,
      days,
      days,
      ({ country, weekend, zone, now }, closed, open, off, works) => {
        const today = dayAt(now, zone);
        const dates = (offsets: readonly number[]) => offsets.map((offset) => addDays(today, offset)).sort();
        const own = [
          ...dates(off).flatMap((day) => ownSpan(day, day, 'Founding day', false)),
          ...dates(works).flatMap((day) => ownSpan(day, day, 'Stocktaking', true)),
        ];
        const settings = {
          country,
          zone,
          closed: dates(closed),
          open: dates(open),
          polls: 'workdays' as const,
        };
        const team = {
          ...aTeam({ ...settings, ...(weekend ? { weekend: [...weekend] } : {}) }),
          calendar: withDays(NO_CALENDAR, own),
        };
        const until = addDays(today, 21);
        const asked = plannedDays(team, [], today, until).map(({ day }) => day);
        const span = daySpan(today, until);
        expect(span.filter((day) => planRefusal(team, day, now) === null)).toEqual(asked);
        for (const day of span.filter((one) => !asked.includes(one))) {
          expect(planRefusal(team, day, now)).toMatchObject({
            refusal: 'not-working-day',
            values: { day: { day }, reason: { notWorking: { day } } },
          });
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe('undo as people type it', () => {
  const says = (text: string) => bot.says(ann, text);
  const stands = async (day: string) => (await bot.store.answers.get(ORG, 'p1', day))?.style ?? null;

  test('takes back what was said last, also for another day', async () => {
    await says('home tomorrow');
    bot.moveClock('2018-07-23T12:05:00+09:00');
    await says('office on wednesday');
    await says('undo');
    expect([await stands(DAY), await stands('2018-07-25')]).toEqual(['home', null]);
  });

  test('takes back all days of a sentence, and puts back what stood before', async () => {
    await says('office tomorrow');
    bot.moveClock('2018-07-23T12:05:00+09:00');
    await says('home tomorrow and wednesday');
    await says('元に戻す');
    expect([await stands(DAY), await stands('2018-07-25')]).toEqual(['office', null]);
  });

  test('of an older answer only today’s is meant', async () => {
    await says('home tomorrow');
    await says('office on wednesday');
    bot.moveClock(`${DAY}T09:00:00+09:00`);
    expect((await says('撤销')).refused).toBe(false);
    expect([await stands(DAY), await stands('2018-07-25')]).toEqual([null, 'office']);
    expect((await says('undo')).refused).toBe(true);
  });
});
