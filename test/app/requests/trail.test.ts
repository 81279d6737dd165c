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

test('what changes nothing leaves no entry, whatever was typed', async () => {
  for (const line of ['setup names=off', 'setup window=07:00-10:30 lang=en'])
    await bot.says(boss, line, { admin: true });
  expect(await bot.store.audit.list(ORG, null, 10)).toEqual([]);
});

test('changes are told in words: which day, which terms, which team', async () => {
  const owner = { admin: true, orgAdmin: true };
  const lines = [
    'campaign new "Summer" 2018-07-25..2018-07-27 core=2018-07-25',
    'campaign remove-day 2018-07-26',
    'campaign add-day 2018-07-27 core',
    'campaign set minimum-days=2',
    'setup closed=2018-08-13 announce-at=08:30 remind=50%',
    'department Sales: #General affairs',
    'campaign end',
  ];
  for (const line of lines)
    expect([line, (await bot.says(boss, line, owner)).refused]).toEqual([line, false]);
  const { summary } = (await bot.says(boss, 'audit', owner)).card;
  for (const text of [
    'Day removed · Summer: Telework Days: − Thu 26 July',
    'Summer: Telework Days: − Fri 27 July + Fri 27 July (core day)',
    'Summer: Conditions: - → telework on 2 days or more',
    'Company holidays: + Mon 13 August',
    'Announce at: 09:00 → 08:30',
    'Reminders: 80% → 50%',
    'Department: Sales: - → General affairs',
    'Summer: Status: - → ended early',
  ])
    expect(summary).toContain(text);
  expect(summary).not.toMatch(/minimumDays|announceAt|id1/);
});

test('safety contacts are counted in the trail, which outlives them', async () => {
  const owner = { admin: true, orgAdmin: true };
  for (const names of ['@Person p2', '@Person p3, @Person p4'])
    expect((await bot.says(boss, `setup safety-contacts=${names}`, owner)).refused).toBe(false);
  const [entry] = await bot.store.audit.list(ORG, null, 10);
  expect(entry).toMatchObject({
    before: { 'safety-contacts': '1' },
    after: { 'safety-contacts': '2 (+2 −1)' },
  });
});

test('two administrators of one name are told apart', async () => {
  const other = aPerson('other', { name: 'Hana Boss', handle: '@hana2' });
  await bot.says(boss, 'setup names=on', { admin: true });
  await bot.says(other, 'setup names=off', { admin: true });
  await bot.says({ ...boss, handle: '@hana' }, 'setup names=on', { admin: true });
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
  expect(summary.includes('may not have gone through')).toBe(isDone);
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
