import { encodeButton } from '../../../src/app/requests/button';
import { aPerson, type Bot, ORG, openBot, people } from '../../support/bot';

const DAY = '2018-07-24';
const boss = aPerson('boss', { name: 'Hana Boss' });

let bot: Bot;
beforeEach(async () => {
  bot = await openBot(`${DAY}T08:00:00+09:00`);
  await bot.team(people(6));
});
afterEach(() => bot.close());

test('what an administrator changes is recorded with what was before, and shown in private', async () => {
  await bot.says(boss, 'setup names=on window=08:00-11:00', { admin: true });
  const reply = await bot.says(boss, 'audit', { admin: true });
  expect(reply).toMatchObject({ refused: false, confidential: true });
  const { summary } = reply.card;
  expect(summary).toContain('Hana Boss');
  expect(summary).toContain('Settings changed');
  expect(summary).toContain('07:00-10:30 → 08:00-11:00');
  expect(summary).toContain('off → on');
  const [entry] = await bot.store.audit.list(ORG, null, 10);
  expect(entry).toMatchObject({
    person: 'boss',
    intent: 'setup',
    before: { names: 'off' },
    after: { names: 'on' },
  });
  expect(JSON.stringify(entry)).not.toContain('Hana');
});

test('two administrators of one name are told apart', async () => {
  const other = aPerson('other', { name: 'Hana Boss', handle: '@hana2' });
  for (const person of [boss, other]) await bot.says(person, 'setup names=on', { admin: true });
  await bot.says({ ...boss, handle: '@hana' }, 'setup names=off', { admin: true });
  const { summary } = (await bot.says(boss, 'audit', { admin: true })).card;
  expect(summary).toContain('Hana Boss (@hana)');
  expect(summary).toContain('Hana Boss (@hana2)');
});

test('looking, answering and what is refused leave no entry', async () => {
  await bot.says(boss, 'setup', { admin: true });
  await bot.says(boss, 'setup names=on');
  await bot.says(boss, 'campaign end', { admin: true });
  await bot.says(boss, 'home');
  await bot.says(boss, 'audit', { admin: true });
  expect(await bot.store.audit.list(ORG, null, 10)).toEqual([]);
});

test.each([
  ['before the deed', 'begin', false],
  ['between the deed and its end', 'settle', true],
] as const)('a database that fails %s leaves no deed without a trail', async (_when, method, isDone) => {
  const fails = jest.spyOn(bot.core.audit, method).mockRejectedValueOnce(new Error('the disk is full'));
  expect(await bot.says(boss, 'setup names=on', { admin: true })).toMatchObject({ refused: true });
  fails.mockRestore();
  const team = await bot.store.teams.at(ORG, 'place');
  expect(team?.settings.names).toBe(isDone);
  const trail = await bot.store.audit.list(ORG, null, 10);
  expect(trail.map(({ intent, done, person }) => ({ intent, done, person }))).toEqual(
    isDone ? [{ intent: 'setup', done: false, person: 'boss' }] : [],
  );
  const { summary } = (await bot.says(boss, 'audit', { admin: true })).card;
  expect(summary.includes('perhaps not done')).toBe(isDone);
});

test('a correction is on the trail before it is made', async () => {
  const fails = jest.spyOn(bot.core.books, 'correct');
  await bot.says(boss, 'poll now', { admin: true });
  await bot.says(boss, 'home');
  bot.moveClock('2018-07-25T09:00:00+09:00');
  fails.mockRejectedValueOnce(new Error('the disk is full'));
  await bot.presses(
    boss,
    encodeButton({ kind: 'answer', team: 'id1', day: DAY, style: 'office', arrival: null }),
    { admin: true },
  );
  fails.mockRestore();
  expect(await bot.store.audit.list(ORG, null, 1)).toMatchObject([
    { intent: 'correction', done: false, after: { day: DAY } },
  ]);
});

test('only administrators of the organisation see it', async () => {
  for (const change of [{}, { admin: true, orgAdmin: false }])
    expect(await bot.says(boss, 'audit', change)).toMatchObject({ refused: true });
});

test('who asks to be forgotten stays away until they act', async () => {
  const ann = people(1)[0] ?? boss;
  await bot.says(ann, 'home');
  await bot.presses(ann, encodeButton({ kind: 'forget', person: ann.id, sure: true }));
  expect(await bot.store.people.get(ORG, ann.id)).toBeNull();
  await bot.inbox.home(bot.actor(ann));
  await bot.store.people.setRoster(ORG, 'id1', people(6));
  expect(await bot.store.people.get(ORG, ann.id)).toBeNull();
  await bot.says(ann, 'help');
  expect(await bot.store.people.get(ORG, ann.id)).not.toBeNull();
});
