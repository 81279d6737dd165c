import { showStatuses } from '../../../src/app/people/status';
import { encodeButton } from '../../../src/app/requests/button';
import type { Locale } from '../../../src/domain/people/person';
import type { Status } from '../../../src/domain/people/status';
import { aPerson, type Bot, openBot } from '../../support/bot';

const ANN = aPerson('ann');
const MIDNIGHT = Date.parse('2018-07-25T00:00:00+09:00');

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-24T08:00:00+09:00');
  bot.chat.access = 'ready';
  await bot.team([ANN, aPerson('ben')]);
});
afterEach(() => bot.close());

const follow = () => showStatuses(bot.core, () => true);
const shown = () => bot.chat.statuses.get('ann');
const says = async (text: string, person = ANN) => (await bot.says(person, text)).card.summary;
const calls = () => bot.chat.calls.filter(({ method }) => method === 'setStatus').length;
const OWN: Status = { text: 'At lunch', icon: '🍜', until: 0 };

async function switchedOn(): Promise<void> {
  await says('status on');
  await follow();
}

test('nothing is shown of a person who has not asked for it', async () => {
  await says('home');
  await follow();
  expect(calls()).toBe(0);
  expect(await says('status')).toContain('I can show your answer');
});

test('an answer of today is shown until the person’s day ends, changed and cleared with it', async () => {
  await switchedOn();
  expect(shown()).toBeUndefined();
  await says('home');
  await follow();
  expect(shown()).toEqual({ text: 'Working from home', icon: '🏠', until: MIDNIGHT });
  expect(await says('status')).toContain('“🏠 Working from home”');
  await says('office');
  await follow();
  expect(shown()).toMatchObject({ text: 'In the office' });
  await says('clear');
  await follow();
  expect(shown()).toBeUndefined();
});

test('a plan is shown once its day begins, by the person’s own clock', async () => {
  const london = aPerson('ann', { timeZone: 'Europe/London' });
  await bot.says(london, 'status on');
  await bot.says(london, 'satellite on 25 July');
  await follow();
  expect(shown()).toBeUndefined();
  bot.moveClock('2018-07-25T00:00:00+09:00');
  await follow();
  expect(shown()).toBeUndefined();
  bot.moveClock('2018-07-25T00:00:00+01:00');
  await follow();
  expect(shown()).toMatchObject({ until: Date.parse('2018-07-26T00:00:00+01:00') });
});

test.each<[string, string]>([
  ['leave', 'Away'],
  ['trip', 'Away'],
  ['off', 'Away'],
  ['off-peak 11:00', 'Off-peak commute'],
])('%s is shown as “%s”, and no more of it', async (answer, text) => {
  await switchedOn();
  await says(answer);
  await follow();
  expect(shown()?.text).toBe(text);
});

test.each<[Locale, string]>([
  ['ja', '在宅勤務(終日)'],
  ['zh-CN', '居家办公'],
  ['zh-TW', '居家辦公'],
])('it speaks the person’s language, also after they change it (%s)', async (locale, text) => {
  await switchedOn();
  await says('home');
  await follow();
  await says(`language ${locale}`);
  await follow();
  expect(shown()?.text).toBe(text);
});

test('a status that the person set themselves stays, and what they clear themselves is not put back', async () => {
  await switchedOn();
  bot.chat.statuses.set('ann', OWN);
  await says('home');
  await follow();
  expect(shown()).toBe(OWN);
  expect(await says('status')).toContain('leaving it alone');
  bot.chat.statuses.delete('ann');
  await follow();
  expect(shown()).toBeUndefined();
  await says('office');
  await follow();
  expect(shown()).toMatchObject({ text: 'In the office' });
  bot.chat.statuses.set('ann', OWN);
  await says('status off');
  await follow();
  expect(shown()).toBe(OWN);
});

test('one tap ends it: it is cleared, and the permission is given back', async () => {
  await switchedOn();
  await says('home');
  await follow();
  const reply = await bot.presses(ANN, encodeButton({ kind: 'status-set', on: false }));
  expect(reply).toMatchObject({ confidential: true, refused: false });
  await follow();
  expect(shown()).toBeUndefined();
  expect(bot.chat.access).toBe('connect');
  expect(await bot.store.statuses.get('org', 'ann')).toBeNull();
});

test('switched off while the platform is away, it is cleared once it is back', async () => {
  await switchedOn();
  await says('home');
  await follow();
  bot.chat.fail('setStatus', 'unreachable');
  await says('status off');
  await follow();
  expect(shown()).toBeDefined();
  bot.moveClock('2018-07-24T08:01:00+09:00');
  await follow();
  expect(shown()).toBeUndefined();
});

test('forget-me and leaving every team clear it', async () => {
  await switchedOn();
  await says('home');
  await follow();
  await bot.presses(ANN, encodeButton({ kind: 'forget', person: 'ann' }), { place: null });
  expect(shown()).toBeUndefined();
  await follow();
  await bot.store.people.comeBack('org', 'ann');
  await bot.inbox.member('org', 'place', ANN, 'joined');
  await switchedOn();
  await says('home');
  await follow();
  expect(shown()).toBeDefined();
  await bot.inbox.member('org', 'place', ANN, 'left');
  await follow();
  expect(shown()).toBeUndefined();
  expect(await bot.store.statuses.get('org', 'ann')).toBeNull();
});

test('once the bot is removed from the channel nothing is shown, until it is back', async () => {
  await switchedOn();
  await says('home');
  await follow();
  await bot.inbox.place('org', 'place', null);
  bot.moveClock('2018-07-25T08:00:00+09:00');
  bot.chat.statuses.clear();
  await bot.says(ANN, 'office', { place: null });
  await follow();
  expect(shown()).toBeUndefined();
  expect(await bot.store.statuses.get('org', 'ann')).toMatchObject({ leaving: false });
});

test.each([true, false])('a call that fails is repeated, done or not (done: %s)', async (after) => {
  await switchedOn();
  await says('home');
  bot.chat.fail('setStatus', 'uncertain', { after });
  await follow();
  expect(shown() !== undefined).toBe(after);
  // Meanwhile they answer otherwise: what the first attempt may have written is the bot's own.
  await says('office');
  bot.moveClock('2018-07-24T08:00:15+09:00');
  await follow();
  expect(shown()).toMatchObject({ text: 'In the office' });
});

test('a process that dies after the call knows its own words when it is back', async () => {
  await switchedOn();
  await says('home');
  const [turn] = await bot.store.statuses.due(bot.core.clock.now(), 1);
  if (!turn) throw new Error('nobody is due');
  const home = { text: 'Working from home', icon: '🏠', until: MIDNIGHT };
  await bot.store.statuses.writing(turn, [home]);
  bot.chat.statuses.set('ann', home);
  // The lease runs out.
  bot.moveClock('2018-07-24T08:02:00+09:00');
  await says('office');
  await follow();
  expect(shown()).toMatchObject({ text: 'In the office' });
});

test('two answers within a second end in the second one', async () => {
  await switchedOn();
  await says('home');
  const { setStatus } = bot.chat;
  let answered = false;
  bot.chat.setStatus = async (...args) => {
    const state = await setStatus(...args);
    if (!answered) {
      answered = true;
      await says('office');
    }
    return state;
  };
  await follow();
  await follow();
  expect(shown()).toMatchObject({ text: 'In the office' });
});

test('what fails for long is given up quietly, until the next answer', async () => {
  await switchedOn();
  await says('home');
  bot.chat.fail('setStatus', 'unreachable', { times: 9 });
  for (let minute = 0; minute < 180; minute += 1) {
    bot.moveClock(new Date(Date.parse('2018-07-24T08:00:00+09:00') + minute * 60_000).toISOString());
    await follow();
  }
  expect(calls()).toBe(9);
  expect(bot.chat.messages).toEqual([]);
  expect(await says('status')).toContain('next answer');
  await says('office');
  await follow();
  expect(shown()).toMatchObject({ text: 'In the office' });
});

test('a permission that is missing is asked for; one that is gone is told once', async () => {
  bot.chat.access = 'connect';
  expect(await says('status on')).toContain('https://platform.example/allow/ann');
  await says('home');
  await follow();
  expect(bot.chat.messages).toEqual([]);
  bot.chat.access = 'ready';
  await bot.inbox.statusAccessChanged('org', 'ann');
  await follow();
  expect(shown()).toBeDefined();
  bot.chat.access = 'connect';
  for (const answer of ['office', 'home', 'mobile']) {
    await says(answer);
    await follow();
  }
  expect(bot.chat.in('ann').map(({ card }) => card.summary)).toEqual([expect.stringContaining('taken back')]);
  expect(await says('status')).toContain('I need your permission');
});

test.each(['off', 'no-address'] as const)(
  'where it cannot be had, the answer says so: %s',
  async (access) => {
    bot.chat.access = access;
    expect(await says('status on')).toContain('You can ask the people who run this bot');
    expect(await bot.store.statuses.get('org', 'ann')).toBeNull();
    expect(await says('me')).not.toContain('Day in status');
  },
);

test('nothing is logged that tells of a person or their day', async () => {
  await switchedOn();
  await says('home');
  bot.chat.fail('setStatus', 'unreachable');
  await follow();
  expect(bot.complaints).toHaveLength(1);
  expect(JSON.stringify(bot.complaints)).not.toMatch(/ann|home|🏠/i);
});
