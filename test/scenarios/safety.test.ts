import { encodeButton } from '../../src/app/requests/button';
import type { Person } from '../../src/domain/people/person';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../support/bot';

/* Drills and emergencies that ask whether people are safe: what contacts learn, and nobody else. */

const DAY = '2018-07-24';
const [ann, bob, eve, flo] = people(8) as [Person, Person, Person, Person];
const admin = { admin: true };
const at = (time: string) => `${DAY}T${time}+09:00`;

let bot: Bot;
beforeEach(async () => {
  bot = await openBot(at('09:00:00'));
  await bot.team(people(8));
  await bot.says(ann, 'setup safety=on', admin);
  const named = await bot.says(ann, 'setup safety-contacts=@Person p2, @p3', admin);
  expect(named.card.summary).toContain('Person p2 and Person p3');
});
afterEach(() => bot.close());

const press = (person: Person, state: 'safe' | 'need-help') =>
  bot.presses(person, encodeButton({ kind: 'safety-answer', team: 'id1', day: DAY, state }));
const told = (person: Person) => bot.chat.in(person.id).map(({ card }) => card.summary);
const calls = (person: Person) => told(person).filter((text) => text.includes('Person p4'));

test('who needs help is told to each contact at once, also at night, and to nobody else', async () => {
  await bot.at(at('22:30:00'));
  await bot.says(ann, 'emergency typhoon', admin);
  const reply = await press(flo, 'need-help');
  expect(reply.card.summary).toContain('I told Person p2 and Person p3.');
  expect(reply).toMatchObject({ confidential: true });
  expect([calls(bob).length, calls(eve).length]).toEqual([1, 1]);
  await bot.at(at('22:31:00'));
  await press(flo, 'need-help');
  expect([calls(bob).length, calls(eve).length]).toEqual([1, 1]);
  await press(flo, 'safe');
  expect(calls(bob)[1]).toContain('Person p4 is safe now');
  for (const other of people(8).filter(({ id }) => !['p2', 'p3'].includes(id)))
    expect(calls(other)).toEqual([]);
  expect(bot.chat.in(PLACE).every(({ card }) => !card.summary.includes('p4'))).toBe(true);
});

test('a process that dies after the answer was recorded leaves it to the next check', async () => {
  await bot.says(ann, 'emergency typhoon', admin);
  const poll = await bot.store.polls.get(ORG, 'id1', DAY);
  const given = { org: ORG, team: 'id1', day: DAY, person: 'p4', state: 'need-help' as const };
  await bot.store.safety.answer({ ...given, at: poll?.opensAt ?? 0, since: 0 });
  await bot.at(at('09:01:00'));
  expect([calls(bob).length, calls(eve).length]).toEqual([1, 1]);
});

test('a contact whom the platform cannot reach now is told later; the person is told so', async () => {
  await bot.says(ann, 'emergency typhoon', admin);
  bot.chat.fail('direct', 'unreachable');
  expect((await press(flo, 'need-help')).card.summary).toContain('I’ll tell Person p2');
  expect(calls(bob)).toEqual([]);
  await bot.at(at('09:02:00'));
  expect([calls(bob).length, calls(eve).length]).toEqual([1, 1]);
});

test('the silent are reminded twice, and contacts get the list of them at the end and when they ask', async () => {
  await bot.says(ann, 'drill typhoon', admin);
  for (const person of people(8).slice(0, 6)) await press(person, 'safe');
  await bot.says(aPerson('p7'), 'home');
  for (const time of ['10:05:00', '10:12:00', '10:15:00', '10:22:00', '10:31:00']) await bot.at(at(time));
  expect(told(aPerson('p7')).filter((text) => text.startsWith('Reminder'))).toHaveLength(2);
  expect(told(ann).filter((text) => text.startsWith('Reminder'))).toHaveLength(0);
  const [list] = told(bob);
  expect(list).toContain('Person p7');
  expect(list).toContain('Person p8');
  expect((await bot.says(bob, 'safety')).card.summary).toBe(list);
  expect((await bot.says(ann, 'safety', admin)).refused).toBe(true);
  expect(bot.chat.in(PLACE).at(-1)?.card.summary).toContain('6 of 8');
});

test('an emergency after a drill asks anew, and a day without the question takes no answer', async () => {
  await bot.says(ann, 'drill typhoon', admin);
  await press(flo, 'safe');
  await bot.at(at('09:10:00'));
  await bot.says(ann, 'emergency typhoon', admin);
  expect((await bot.says(bob, 'safety')).card.summary).toContain('Safe: 0');
  await bot.says(flo, 'need help');
  expect(calls(bob)).toHaveLength(1);
  await bot.at('2018-07-30T09:00:00+09:00');
  expect((await bot.says(flo, 'safe')).refused).toBe(true);
});

test('a contact who is forgotten is told nothing more, and what a forgotten person said is gone', async () => {
  await bot.says(ann, 'emergency typhoon', admin);
  await press(flo, 'need-help');
  await bot.store.people.forget(ORG, 'p2', Date.parse(at('09:05:00')));
  await bot.store.people.forget(ORG, 'p4', Date.parse(at('09:05:00')));
  expect((await bot.store.safety.contacts(ORG, 'id1')).map(({ person }) => person)).toEqual(['p3']);
  expect(await bot.store.safety.calls(ORG, 'id1', DAY)).toEqual([]);
  expect((await bot.says(eve, 'safety')).card.summary).not.toContain('Person p4');
});

test('a contact who is named later learns nothing of what was said before', async () => {
  await bot.says(ann, 'emergency typhoon', admin);
  await bot.at(at('09:01:00'));
  await press(flo, 'need-help');
  await bot.at(at('09:05:00'));
  await bot.says(ann, 'setup safety-contacts=@Person p2, @p3, @p1', admin);
  await bot.at(at('09:06:00'));
  expect(calls(ann)).toEqual([]);
  expect((await bot.says(ann, 'safety')).card.summary).not.toContain('Person p4');
  expect((await bot.says(bob, 'safety')).card.summary).toContain('Person p4');
});

test('who asked for help in the first emergency stays on the list of the second until they are safe', async () => {
  await bot.says(ann, 'emergency typhoon', admin);
  await press(flo, 'need-help');
  await press(ann, 'safe');
  await bot.at(at('09:10:00'));
  await bot.says(ann, 'emergency earthquake', admin);
  const list = async () => (await bot.says(bob, 'safety')).card.summary;
  expect(await list()).toContain('Need help: Person p4');
  expect(await list()).toMatch(/Safe: 0 people\nNo answer: 7 people/);
  await bot.at(at('09:12:00'));
  expect((await press(flo, 'safe')).card.summary).toContain('I told');
  expect(calls(bob)).toEqual([
    expect.stringContaining('Person p4 needs help'),
    expect.stringContaining('Person p4 is safe now'),
  ]);
  expect(await list()).toContain('Need help: 0 people');
});

test('a call for help of which the contacts cannot be told outlasts the poll it was given in', async () => {
  await bot.says(ann, 'drill typhoon', admin);
  bot.chat.fail('direct', 'unreachable', { times: 4 });
  await press(flo, 'need-help');
  bot.moveClock(at('10:31:00'));
  await bot.says(ann, 'poll now', admin);
  const asked = (contact: Person) => calls(contact).filter((text) => text.startsWith('Person p4 needs help'));
  expect([asked(bob).length, asked(eve).length]).toEqual([0, 0]);
  await bot.at(at('10:40:00'));
  expect([asked(bob).length, asked(eve).length]).toEqual([1, 1]);
});

describe('a drill', () => {
  const silent = async () => (await bot.says(bob, 'safety')).card.summary.match(/No answer: Person.*/)?.[0];

  beforeEach(async () => {
    await bot.says(aPerson('p5'), 'leave');
    await bot.says(aPerson('p6'), 'off');
    await bot.says(aPerson('p7'), 'home');
  });

  test('says in each private message that it is one, and an emergency does not', async () => {
    await bot.says(ann, 'drill typhoon', admin);
    expect((await press(flo, 'need-help')).card.summary).toMatch(/^Drill: Got it: you need help/);
    expect(calls(bob)[0]).toMatch(/^Drill: Person p4 needs help/);
    await bot.at(at('09:05:00'));
    await bot.says(ann, 'emergency typhoon', admin);
    expect((await press(flo, 'safe')).card.summary).toMatch(/^Got it: you’re safe/);
    expect(calls(bob)[1]).toMatch(/^Person p4 is safe now/);
  });

  test('asks those who work today alone; in an emergency all are listed, and those at work reminded', async () => {
    for (const [call, unheard, note] of [
      ['drill', [1, 2, 3, 4, 7, 8], 'only people who work today'],
      ['emergency', [1, 2, 3, 4, 5, 6, 7, 8], 'I list everyone on the team'],
    ] as const) {
      await bot.says(ann, call, admin);
      expect((await bot.says(bob, 'safety')).card.summary).toContain(note);
      for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
        expect([call, number, (await silent())?.includes(`p${number}`)]).toEqual([
          call,
          number,
          unheard.some((one) => one === number),
        ]);
      const poll = await bot.store.polls.get(ORG, 'id1', DAY);
      await bot.at(new Date((poll?.remindAt ?? 0) + 1).toISOString());
      const reminded = people(8).filter(({ id }) =>
        told({ ...ann, id }).some((text) => text.startsWith('Reminder')),
      );
      expect(reminded.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p7', 'p8']);
    }
  });

  test('counts as responses what came after the call, to either question', async () => {
    bot.moveClock(at('09:03:20'));
    await bot.says(ann, 'office');
    bot.moveClock(at('09:03:40'));
    await bot.says(ann, 'drill', admin);
    bot.moveClock(at('09:05:40'));
    await press(flo, 'safe');
    await bot.says(flo, 'home');
    bot.moveClock(at('09:06:40'));
    await bot.says(eve, 'home');
    await bot.at(at('10:30:00'));
    const { card } = bot.chat.in(PLACE).at(-1) ?? never();
    expect(card.summary).toContain('Answered since the call: 2 of 7');
    expect(card.summary).toContain('25% of everyone answered within: 3 min');
  });
});

function never(): never {
  throw new Error('nothing was posted');
}

test('a contact named while the clock was ahead reads of every call once it is set back', async () => {
  await bot.store.safety.setContacts(ORG, 'id1', [], 0);
  await bot.store.safety.setContacts(ORG, 'id1', ['p2'], Date.parse('2026-11-30T09:00:00+09:00'));
  await bot.says(ann, 'drill typhoon', admin);
  await press(flo, 'need-help');
  expect((await bot.says(bob, 'safety')).card.summary).toContain('Need help: Person p4');
});
