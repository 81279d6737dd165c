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

test('Telework Day 2017, on a scale of 1 to 46: organisations take part, and some of them telework', async () => {
  expect(await played(teleworkDay2017(2017, 46))).toMatchObject({
    organisations: 20,
    teleworking: { implementing: 12 },
    personDays: 1_370,
    people: 1_370,
  });
});

test('Telework Days 2018, on a scale of 1 to 60', async () => {
  expect(await played(teleworkDays2018(2018, 60))).toMatchObject({
    organisations: 28,
    teleworking: { implementing: 21, special: 2 },
    supporting: 5,
    personDays: 5_033,
  });
});
