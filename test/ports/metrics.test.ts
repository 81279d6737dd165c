import type { Core } from '../../src/app/core';
import { encodeButton } from '../../src/app/requests/button';
import { createInbox } from '../../src/app/requests/inbox';
import { runDueTasks } from '../../src/app/schedule/run-due-tasks';
import { parseIntent } from '../../src/grammar/parse';
import { ChatError } from '../../src/ports/chat';
import type { Happening, Metrics } from '../../src/ports/metrics';
import { type Bot, openBot, people } from '../support/bot';
import { createTestCore } from '../support/core';
import { aCampaign } from '../support/sample-data';

/* What the core reports of what it does. */

const DAY = '2018-07-24';

let bot: Bot;
let core: Core;
let happened: Happening[];
let ended: { name: string; at: object; end: string }[];
beforeEach(async () => {
  bot = await openBot('2018-07-24T06:59:00+09:00');
  happened = [];
  ended = [];
  const metrics: Metrics = {
    count: (happening) => void happened.push(happening),
    begin: (name, at) => (end) => void ended.push({ name, at, end }),
  };
  ({ core } = createTestCore({ ...bot.core, store: bot.store, metrics }));
});
afterEach(() => bot.close());

async function openPoll() {
  const members = people(2);
  const team = await bot.team(members);
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: team.org });
  bot.moveClock('2018-07-24T07:00:30+09:00');
  await runDueTasks(core);
  return { team, members };
}

const answer = (team: string) =>
  encodeButton({ kind: 'answer', team, day: DAY, style: 'home', arrival: null });

test('a vote, its request and the edits it leads to', async () => {
  const { team, members } = await openPoll();
  const inbox = createInbox(core, parseIntent);
  happened = [];
  for (const member of members) await inbox.press(bot.actor(member), answer(team.id));
  await core.refresh.settle();
  const vote: Happening = { what: 'vote', platform: 'org', source: 'button', late: false };
  expect(happened.filter(({ what }) => what === 'vote')).toEqual([vote, vote]);
  expect(happened.filter(({ what }) => what === 'edit-asked')).toHaveLength(2);
  expect(happened.filter(({ what }) => what === 'edit-sent')).toHaveLength(1);
  const request = { name: 'request', at: { platform: 'org', kind: 'press' }, end: 'accepted' };
  expect(ended).toEqual([request, request]);
});

test('a late vote is one, a refusal is refused, and a fault is a fault', async () => {
  const { team, members } = await openPoll();
  bot.moveClock('2018-07-24T11:00:00+09:00');
  happened = [];
  const actor = bot.actor(members[0] ?? people(1)[0] ?? never());
  await createInbox(core, parseIntent).press(actor, answer(team.id));
  await createInbox(core, parseIntent).command(actor, 'nonsense');
  const broken = { ...core, teams: { ...core.teams, at: broke } };
  await createInbox(broken, parseIntent).submit(actor, 'week', {});
  expect(happened).toContainEqual({ what: 'vote', platform: 'org', source: 'button', late: true });
  expect(ended.map(({ at, end }) => ({ ...at, end }))).toEqual([
    { platform: 'org', kind: 'press', end: 'accepted' },
    { platform: 'org', kind: 'command', end: 'refused' },
    { platform: 'org', kind: 'form', end: 'fault' },
  ]);
});

test('a task: what became of it, and how late it was', async () => {
  await openPoll();
  expect(happened).toContainEqual({ what: 'task', kind: 'open', outcome: 'done' });
  expect(happened).toContainEqual({ what: 'lateness', kind: 'open', lateMs: 30_000 });
});

test('a task that is put off has no lateness yet', async () => {
  const chat = { ...core.chat, post: () => Promise.reject(new ChatError('rate-limited', 'wait', 9_000)) };
  core = { ...core, chat };
  await openPoll();
  expect(happened).toContainEqual({ what: 'task', kind: 'open', outcome: 'put-off' });
  expect(happened.filter(({ what }) => what === 'lateness')).toEqual([]);
});

test('no team is begun with once the bot stops; what is left stays due', async () => {
  const members = people(1);
  const team = await bot.team(members);
  await bot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org: team.org });
  bot.moveClock('2018-07-24T07:00:30+09:00');
  expect(await runDueTasks(core, () => false)).toBe(0);
  expect(happened).toEqual([]);
  expect(await runDueTasks(core)).toBe(1);
});

function never(): never {
  throw new Error('nobody there');
}

function broke(): Promise<never> {
  return Promise.reject(new Error('the database is gone'));
}
