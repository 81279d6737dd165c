import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const DAY = '2018-07-24';
const ANN = aPerson('p1');
const BOB = aPerson('p2', { locale: 'ja' });

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team([ANN, BOB, ...people(4).slice(2)]);
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: ORG });
});
afterEach(() => bot.close());

const at = (time: string) => bot.at(`${DAY}T${time}:00+09:00`);
const told = (person: string) =>
  bot.chat.messages.filter(({ to, key }) => to === person && key.includes('/trouble/'));
const entries = async () =>
  (await bot.store.ledger.list(ORG, 'id1', DAY, 'trouble')).map(({ state, reason }) => [state, reason]);

async function setUpBy(person = ANN): Promise<void> {
  await bot.says(person, 'setup remind=off', { admin: true });
}

test('who set the team up is told once, with the cure', async () => {
  await setUpBy();
  bot.chat.fail('post', 'gone', { times: 9 });
  for (const time of ['07:00', '07:01', '08:00', '10:30', '12:00']) await at(time);
  expect(told('p1')).toHaveLength(1);
  expect(told('p1')[0]?.card.summary).toContain('I can’t post in General affairs');
  expect(told('p1')[0]?.card.summary).toContain('add me back');
  expect(await entries()).toEqual([['done', null]]);
});

test('the one who changed the settings last is told, in their language', async () => {
  await setUpBy();
  await bot.says(BOB, 'setup names=on', { admin: true });
  await bot.says(ANN, 'setup', { admin: true });
  bot.chat.fail('post', 'forbidden');
  await at('07:00');
  expect(told('p1')).toEqual([]);
  expect(told('p2')[0]?.card.locale).toBe('ja');
});

test('removed while nothing is due: told at the next round; the one who brought the bot will do', async () => {
  await bot.inbox.place(ORG, PLACE, 'General affairs', { by: 'p2' });
  await bot.inbox.place(ORG, PLACE, null);
  await bot.at('2018-07-23T12:01:00+09:00');
  expect(told('p2')).toHaveLength(1);
  await setUpBy();
  await bot.inbox.place(ORG, PLACE, 'General affairs', { by: 'p2' });
  await bot.inbox.place(ORG, PLACE, null);
  await bot.at('2018-07-23T12:03:00+09:00');
  expect(told('p1')).toHaveLength(0);
});

test('told again only when the place was reachable in between', async () => {
  await setUpBy();
  await bot.inbox.place(ORG, PLACE, null);
  await at('11:00');
  await bot.inbox.place(ORG, PLACE, null);
  await at('11:01');
  expect(told('p1')).toHaveLength(1);
  await bot.inbox.place(ORG, PLACE, 'General affairs');
  await at('11:02');
  await bot.inbox.place(ORG, PLACE, null);
  await at('11:03');
  expect(told('p1')).toHaveLength(2);
});

test('a team is told of its own channel again, however long another team’s fails', async () => {
  await setUpBy();
  bot.chat.people.set('other', people(2));
  await bot.says(BOB, 'setup', { place: 'other', placeName: 'Sales', admin: true });
  await bot.inbox.place(ORG, 'other', null);
  await at('11:00');
  for (const [away, back] of [
    ['11:01', '11:02'],
    ['11:03', '11:04'],
  ] as const) {
    await bot.inbox.place(ORG, PLACE, null);
    await at(away);
    await bot.inbox.place(ORG, PLACE, 'General affairs');
    await at(back);
  }
  expect(told('p1')).toHaveLength(2);
});

test('at night the notice waits for the contact’s morning where they are, whatever is checked meanwhile', async () => {
  await bot.says({ ...ANN, timeZone: 'Europe/Berlin' }, 'setup remind=off', { admin: true });
  await bot.inbox.place(ORG, PLACE, null);
  // 13:59 in Tokyo is 06:59 in Berlin.
  for (const time of ['05:00', '05:01', '13:58']) await at(time);
  await bot.store.wakeQueue.wake(ORG);
  await at('13:59');
  expect(told('p1')).toEqual([]);
  expect(await entries()).toEqual([['waiting', null]]);
  expect(await bot.store.wakeQueue.nextWake()).toBe(Date.parse(`${DAY}T14:00:00+09:00`));
  for (const time of ['14:00', '14:01']) await at(time);
  expect(told('p1')).toHaveLength(1);
});

test('a channel that works again by the morning is not told of', async () => {
  await setUpBy();
  await bot.inbox.place(ORG, PLACE, null);
  await at('05:00');
  await bot.inbox.place(ORG, PLACE, 'General affairs');
  await at('08:00');
  expect(told('p1')).toEqual([]);
});

test('two processes at once tell it once', async () => {
  await setUpBy();
  await bot.inbox.place(ORG, PLACE, null);
  await Promise.all([at('11:00'), at('11:00')]);
  expect(told('p1')).toHaveLength(1);
});

test('a team without a contact: the operator finds it in the log', async () => {
  await bot.inbox.place(ORG, PLACE, null);
  await at('11:00');
  await at('11:01');
  const texts = bot.complaints.map(({ text }) => text);
  expect(texts.filter((text) => text.includes('the team has no contact'))).toHaveLength(1);
});

test('while the platform takes nothing it is tried later, some times; what may have arrived is not repeated', async () => {
  await setUpBy();
  await bot.inbox.place(ORG, PLACE, null);
  bot.chat.fail('direct', 'unreachable');
  await at('11:00');
  expect(told('p1')).toHaveLength(0);
  await at('11:16');
  expect(told('p1')).toHaveLength(1);
  await bot.inbox.place(ORG, PLACE, 'General affairs');
  await at('11:20');
  await bot.inbox.place(ORG, PLACE, null);
  bot.chat.fail('direct', 'uncertain', { after: true });
  await at('11:21');
  await at('12:21');
  expect(told('p1')).toHaveLength(2);
  expect((await entries()).at(-1)).toEqual(['unknown', 'uncertain']);
});

test('an organisation that removed the bot: nothing is posted any more, nowhere', async () => {
  bot.chat.people.set('other', people(2));
  await bot.inbox.place(ORG, 'other', 'Sales');
  const before = bot.chat.messages.length;
  await bot.inbox.removed(ORG);
  bot.chat.fail('direct', 'gone', { times: 99 });
  for (const time of ['07:00', '09:48', '10:30']) await at(time);
  expect(bot.chat.messages).toHaveLength(before);
  expect((await bot.store.teams.list(ORG)).map(({ trouble }) => trouble)).toEqual(['gone', 'gone']);
});
