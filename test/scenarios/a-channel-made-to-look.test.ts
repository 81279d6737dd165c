import { aPerson, type Bot, ORG, openBot, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

/* A colleague makes a channel of their own, adds a person and the bot, and looks what it tells of that person. */

const DAY = '2018-07-24';
const [mallory, victim] = [aPerson('mallory', { name: 'Mallory' }), aPerson('p2', { name: 'Victim' })];
const OWN = { place: 'own', placeName: 'Own', admin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.store.campaigns.save(aCampaign([DAY, '2018-07-25'], [DAY]));
  await bot.team([...people(12).filter(({ id }) => id !== victim.id), victim]);
  bot.chat.people.set('own', [mallory, victim]);
  await bot.inbox.place(ORG, 'own', 'Own');
});
afterEach(() => bot.close());

const asks = async (text: string) => (await bot.says(mallory, text, OWN)).card.summary;
const posted = () => bot.chat.messages.filter(({ to }) => to === 'own').map(({ card }) => card.summary);

test.each(['off', 'on'])(
  'names %s: neither commands nor posts tell an answer that was given elsewhere',
  async (names) => {
    await asks(`setup names=${names}`);
    await bot.at(`${DAY}T07:00:00+09:00`);
    await bot.says(victim, 'leave');
    await bot.says(victim, 'satellite on 2018-07-25');
    await bot.at(`${DAY}T10:30:00+09:00`);
    const said = [
      ...(await Promise.all(
        ['who', 'tally', 'who tomorrow', 'tally tomorrow', 'tally "Telework Days"'].map(asks),
      )),
      ...posted(),
    ];
    for (const text of said) {
      expect(text).not.toContain('Victim');
      expect(text).not.toMatch(/(Away|On leave|Satellite office|No office visit|Telework)(: | · )[12]\b/u);
    }
  },
);

test('once they answer in that channel, they count in it, and are named if it says so', async () => {
  await asks('setup names=on');
  await bot.at(`${DAY}T07:00:00+09:00`);
  await bot.says(victim, 'satellite', { place: 'own', placeName: 'Own' });
  expect(await asks('who')).toContain('Satellite office · 1 person: Victim');
  expect(await asks('tally')).toContain('Telework: 1 of 2');
});

test('showing names later tells nothing of earlier polls, and is announced', async () => {
  await bot.at(`${DAY}T07:00:00+09:00`);
  await bot.says(victim, 'satellite');
  const admin = { admin: true };
  const before = bot.chat.messages.length;
  await bot.says(mallory, 'setup names=on', admin);
  const announced = bot.chat.messages.slice(before).map(({ card }) => card.summary);
  expect(announced).toEqual([expect.stringContaining('Names will be shown')]);
  await bot.at('2018-07-25T07:00:00+09:00');
  const past = (await bot.says(aPerson('p3'), `who ${DAY}`)).card.summary;
  expect(past).not.toContain('Victim');
  expect(past).toContain('Names are off for this team.');
  expect((await bot.says(aPerson('p3'), 'who')).card.summary).not.toContain('Victim');
});

test('two channels that differ by a person do not tell that person’s plan', async () => {
  const others = people(6).slice(2);
  for (const person of others) await bot.says(person, `home on ${DAY}`);
  await bot.says(victim, `leave on ${DAY}`);
  const tallies = [];
  for (const [place, members] of [
    ['five', [mallory, ...others]],
    ['six', [mallory, ...others, victim]],
  ] as const) {
    bot.chat.people.set(place, [...members]);
    await bot.inbox.place(ORG, place, place);
    const { card } = await bot.says(mallory, `tally ${DAY}`, { place, placeName: place });
    tallies.push(card.summary);
  }
  for (const tally of tallies) {
    expect(tally).toContain('Response rate: 0 of');
    expect(tally).not.toContain('Away');
  }
});
