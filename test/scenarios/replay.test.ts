import { openBot } from '../support/bot';
import { headlineOf, play, type Replay, teleworkDay2017, teleworkDays2018 } from '../support/replay';

/* National campaigns played again on a small scale; the whole of 2018 is a benchmark. */

async function played(replay: Replay) {
  const bot = await openBot('2017-07-20T12:00:00+09:00');
  try {
    const stage = {
      core: bot.core,
      store: bot.store,
      setNow: (now: number) => bot.moveClock(new Date(now).toISOString()),
      setMembers: (place: string, members: Parameters<typeof bot.chat.people.set>[1]) =>
        void bot.chat.people.set(place, members),
    };
    await play(stage, replay);
    return await headlineOf(stage, replay);
  } finally {
    await bot.close();
  }
}

const DAY_2017 = teleworkDay2017(2017, 46, 5);

test('Telework Day 2017, on a scale of 1 to 46: organisations take part, and some of them telework', async () => {
  expect(await played(DAY_2017)).toMatchObject({
    organisations: 20,
    teleworking: { implementing: 12 },
    personDays: 274,
    people: 274,
  });
});

test('one organisation whose people do not telework is one less in the headline', async () => {
  const organisations = DAY_2017.organisations.map((one, index) =>
    index === 3 ? { ...one, telework: [0] } : one,
  );
  expect(await played({ ...DAY_2017, organisations })).toMatchObject({
    organisations: 20,
    teleworking: { implementing: 11 },
  });
});

test('Telework Days 2018, on a scale of 1 to 120', async () => {
  const figures = await played(teleworkDays2018(2018, 120, 4));
  expect(figures).toMatchObject({
    organisations: 15,
    teleworking: { implementing: 11, special: 1 },
    supporting: 3,
    personDays: 629,
  });
  expect(figures.people).toBeLessThan(figures.personDays);
});
