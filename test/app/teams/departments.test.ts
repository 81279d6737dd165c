import { createTeam } from '../../../src/app/teams/own-team';
import type { Reply } from '../../../src/ports/inbox';
import { type ActorChange, aPerson, type Bot, ORG, openBot, PLACE } from '../../support/bot';

/* Departments: who may change them, how channels are named, and how a change is taken back. */

const ann = aPerson('ann');
const orgAdmin: ActorChange = { admin: true, orgAdmin: true };

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-20T08:00:00+09:00');
  await bot.team([ann]);
  await createTeam(bot.core, { org: ORG, place: 'C02', name: '#sales-west' });
});
afterEach(() => bot.close());

const say = (line: string, change: ActorChange = orgAdmin): Promise<Reply> => bot.says(ann, line, change);
const departments = async () =>
  (await bot.store.structures.get(ORG)).departments.map(({ name, teams }) => [name, teams.length]);
const actionsOf = ({ card }: Reply) =>
  card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices.map(({ action }) => action) : []));

test('are made, changed, renamed, removed and taken back, each in the trail', async () => {
  expect((await say('departments')).card.summary).toContain(
    'Not in a department: #sales-west, General affairs',
  );
  const made = await say('department Sales: general affairs, <#C02|sales-west>');
  expect(made.card.summary).toContain('Department: Sales');
  expect(made.confidential).toBe(true);
  expect(await departments()).toEqual([['Sales', 2]]);
  // A team is in one department at most.
  await say('department West: #sales-west');
  expect(await departments()).toEqual([
    ['Sales', 1],
    ['West', 1],
  ]);
  const same = await say('department West: #sales-west');
  expect(same.card.summary).toContain('Nothing changed');
  await say('department rename West to Far West');
  expect(await departments()).toEqual([
    ['Sales', 1],
    ['Far West', 1],
  ]);
  const removed = await say('department remove far west');
  expect(await departments()).toEqual([['Sales', 1]]);
  const [undo = ''] = actionsOf(removed);
  expect((await bot.presses(ann, undo, orgAdmin)).card.summary).toContain('Undone');
  expect(await departments()).toEqual([
    ['Sales', 1],
    ['Far West', 1],
  ]);
  expect((await bot.presses(ann, undo, orgAdmin)).refused).toBe(true);
  const trail = (await say('audit')).card.summary;
  for (const line of ['Department changed', 'Department renamed', 'Department removed', 'change undone'])
    expect(trail).toContain(line);
});

test('are for administrators of the organisation, in channels that the bot knows', async () => {
  for (const line of ['departments', 'department Sales: #sales-west', 'organisation tally here'])
    expect((await say(line, { admin: true, orgAdmin: false })).refused).toBe(true);
  expect((await say('department Sales: #slaes')).card.summary).toContain('I don’t know a team “#slaes”');
  expect((await say('department rename Legal to Law')).card.summary).toContain('a department “Legal”');
  await createTeam(bot.core, { org: ORG, place: 'C03', name: 'sales west' });
  expect((await say('department Sales: #sales-west')).card.summary).toContain('Several teams are called');
  expect((await say('department Sales: <#C03|>')).refused).toBe(false);
  expect(await departments()).toEqual([['Sales', 1]]);
});

test('are entered in a form', async () => {
  const form = (await say('department form')).card.parts.find((part) => part.kind === 'form');
  const send = (values: Record<string, string>) =>
    bot.inbox.submit(bot.actor(ann, orgAdmin), form?.form ?? '', values);
  expect((await send({ name: 'Sales', teams: 'General affairs, #sales-west' })).refused).toBe(false);
  expect(await departments()).toEqual([['Sales', 2]]);
  expect((await send({ name: ' ', teams: '' })).refused).toBe(true);
  const file = 'チーム,部署\n#sales-west,西日本\nGeneral affairs,\n';
  expect((await send({ file })).card.summary).toContain('Teams imported: 2');
  const imported = [
    ['Sales', 0],
    ['西日本', 1],
  ];
  expect(await departments()).toEqual(imported);
  // The same file twice changes nothing.
  const again = await send({ file });
  expect(actionsOf(again)).toEqual([]);
  const wrong = await send({ file: 'team,department\n#sales-west,West\n#nobody,West\n#sales-west,East\n' });
  expect(wrong.refused).toBe(true);
  expect(wrong.card.summary).toMatch(/3.*#nobody/);
  expect(wrong.card.summary).toMatch(/4.*#sales-west/);
  expect(await departments()).toEqual(imported);
  expect((await say('department import\nteam;department\nGeneral affairs;西日本')).refused).toBe(false);
  expect(await departments()).toEqual([
    ['Sales', 0],
    ['西日本', 2],
  ]);
});

test('the organisation’s tally is posted in a channel of its own alone', async () => {
  await say('setup organisation-channel=on');
  const [team] = (await bot.store.teams.list(ORG)).filter(({ place }) => place === PLACE);
  expect((await bot.store.structures.get(ORG)).channel).toBe(team?.id);
  expect((await say('organisation tally off')).card.summary).toContain(
    'I won’t post the organisation’s tally any more',
  );
  await bot.store.teams.change(ORG, team?.id ?? '', (now) => ({
    ...now,
    sharing: { since: 0, state: 'agreed' },
  }));
  expect((await say('organisation tally here')).card.summary).toContain('Other organisations can see');
});
