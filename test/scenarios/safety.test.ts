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
  expect(reply.card.summary).toContain('Person p2 and Person p3 have been told.');
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
  expect((await press(flo, 'need-help')).card.summary).toContain('Person p2 will be told');
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
