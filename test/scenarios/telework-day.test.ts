import { createRefresh } from '../../src/app/polls/refresh';
import { encodeButton } from '../../src/app/requests/button';
import { runDueTasks } from '../../src/app/schedule/run-due-tasks';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import { actionsOf } from '../present/cards';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../support/bot';
import { aCampaign, at } from '../support/sample-data';

const CORE_DAY = '2018-07-24';
const WEEK = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27'];

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-12T12:00:00+09:00');
});
afterEach(() => bot.close());

const answer = (style: WorkStyle, day = CORE_DAY, arrival: string | null = null) =>
  encodeButton({ kind: 'answer', team: 'id1', day, style, arrival });

async function coreDayOnly(): Promise<void> {
  await bot.store.campaigns.save(aCampaign([CORE_DAY], [CORE_DAY]));
}

const posts = () => bot.chat.in(PLACE).map(({ card }) => card.summary);
const kinds = () => bot.chat.in(PLACE).map(({ key }) => key.split('/')[2]);

describe('a Telework Day', () => {
  test('is announced a week before and the working day before, asked, reminded, closed and reported, each once', async () => {
    await bot.team(people(5));
    await coreDayOnly();
    const moments = [
      ['2018-07-17T08:59:00+09:00', 0],
      ['2018-07-17T09:00:00+09:00', 1],
      ['2018-07-17T09:01:00+09:00', 0],
      ['2018-07-23T09:00:00+09:00', 1],
      ['2018-07-24T06:59:00+09:00', 0],
      ['2018-07-24T07:00:00+09:00', 1],
      ['2018-07-24T07:01:00+09:00', 0],
      ['2018-07-24T09:48:00+09:00', 1],
      ['2018-07-24T10:30:00+09:00', 1],
      ['2018-07-25T00:00:00+09:00', 1],
      ['2018-07-25T09:00:00+09:00', 1],
      ['2018-07-26T09:00:00+09:00', 0],
    ] as const;
    for (const [when, tasks] of moments) expect([when, await bot.at(when)]).toEqual([when, tasks]);
    expect(kinds()).toEqual(['announce', 'announce', 'open', 'close', 'report']);
    expect(bot.complaints).toEqual([]);
  });

  test('counts what members press, and edits the poll and the closing tally', async () => {
    const [ann, bob, cid] = [aPerson('p1'), aPerson('p2'), aPerson('p3')];
    await bot.team(people(5));
    await coreDayOnly();
    await bot.at('2018-07-24T07:00:00+09:00');
    bot.moveClock('2018-07-24T07:03:00+09:00');
    expect((await bot.presses(ann, answer('home'))).refused).toBe(false);
    await bot.presses(bob, answer('office'));
    await bot.presses(bob, answer('off-peak', CORE_DAY, '10:00'));
    await bot.core.refresh.settle();
    const [poll] = bot.chat.in(PLACE);
    expect(poll?.edits).toBeGreaterThan(0);
    expect(poll?.card.summary).toContain('2 of 5');
    await bot.at('2018-07-24T10:30:00+09:00');
    bot.moveClock('2018-07-24T11:00:00+09:00');
    await bot.presses(cid, answer('home'));
    await bot.core.refresh.settle();
    const counted = await bot.store.polls.count(ORG, 'id1', CORE_DAY, at('2018-07-24T10:30:00+09:00'));
    expect(counted.members).toBe(5);
    expect(counted.groups.find(({ style }) => style === 'home')).toMatchObject({ count: 2, late: 1 });
    expect(counted.groups.find(({ style }) => style === 'off-peak')).toMatchObject({
      count: 1,
      arrival: '10:00',
    });
    const closing = bot.chat.in(PLACE).find(({ key }) => key.includes('/close/'));
    expect(closing?.edits).toBeGreaterThan(0);
    expect(closing?.card.summary).toContain('10:30');
    expect(bot.chat.in(PLACE).filter(({ key }) => key.includes('/close/'))).toHaveLength(1);
  });

  test('refuses answers once the local day is over, but an administrator may correct their own', async () => {
    const ann = aPerson('p1');
    await bot.team([ann]);
    await coreDayOnly();
    await bot.at('2018-07-24T07:00:00+09:00');
    await bot.at('2018-07-25T00:00:00+09:00');
    expect((await bot.presses(ann, answer('home'))).refused).toBe(true);
    expect(await bot.store.answers.get(ORG, ann.id, CORE_DAY)).toBeNull();
    expect((await bot.presses(ann, answer('home'), { admin: true })).refused).toBe(false);
    const [trace] = await bot.store.answers.history(ORG, ann.id, CORE_DAY);
    expect(trace?.source).toBe('admin');
  });

  test('that finds nobody answering says so', async () => {
    await bot.team(people(3));
    await coreDayOnly();
    await bot.at('2018-07-24T07:00:00+09:00');
    await bot.at('2018-07-24T10:30:00+09:00');
    expect(posts().at(-1)).toMatch(/nobody|no one/i);
  });
});

describe('plans and default weeks', () => {
  test('count when the poll opens, and are not reminded', async () => {
    const [ann, bob, cid, dot] = [aPerson('p1'), aPerson('p2'), aPerson('p3'), aPerson('p4')];
    await bot.team([ann, bob, cid, dot]);
    await coreDayOnly();
    await bot.says(ann, 'home on 2018-07-24');
    await bot.says(bob, 'week tue=satellite');
    await bot.says(cid, 'week tue=off');
    await bot.at('2018-07-24T07:00:00+09:00');
    const { members, groups } = await bot.store.polls.count(ORG, 'id1', CORE_DAY, 0);
    expect(members).toBe(3);
    expect(groups.map(({ style, count }) => [style, count]).sort()).toEqual([
      ['home', 1],
      ['satellite', 1],
    ]);
    const [planned] = await bot.store.answers.history(ORG, ann.id, CORE_DAY);
    const [usual] = await bot.store.answers.history(ORG, bob.id, CORE_DAY);
    expect([planned?.source, usual?.source]).toEqual(['plan', 'default-week']);
    await bot.at('2018-07-24T09:48:00+09:00');
    expect(bot.chat.in(dot.id)).toHaveLength(1);
    expect([ann, bob, cid].flatMap(({ id }) => bot.chat.in(id))).toEqual([]);
  });

  test('an own answer wins over the default week, and can still change', async () => {
    const ann = aPerson('p1');
    await bot.team([ann]);
    await coreDayOnly();
    await bot.says(ann, 'week tue=office');
    await bot.says(ann, 'mobile on 2018-07-24');
    await bot.at('2018-07-24T07:00:00+09:00');
    expect((await bot.store.answers.get(ORG, ann.id, CORE_DAY))?.style).toBe('mobile');
    await bot.presses(ann, answer('home'));
    expect((await bot.store.answers.get(ORG, ann.id, CORE_DAY))?.style).toBe('home');
    expect(await bot.store.answers.history(ORG, ann.id, CORE_DAY)).toHaveLength(2);
  });
});

describe('reminders', () => {
  test('go to nobody who opted out, is on a holiday where they live, or has answered meanwhile', async () => {
    const thanksgiving = '2018-11-22';
    const optedOut = aPerson('opted-out');
    const answered = aPerson('answered');
    const away = aPerson('in-new-york', { timeZone: 'America/New_York' });
    await bot.team([aPerson('silent'), optedOut, away, answered]);
    await bot.store.campaigns.save(aCampaign([thanksgiving]));
    await bot.says(optedOut, 'remind off');
    await bot.at('2018-11-22T07:00:00+09:00');
    await bot.presses(answered, answer('trip', thanksgiving));
    await bot.at('2018-11-22T09:48:00+09:00');
    expect(bot.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to)).toEqual([
      'silent',
    ]);
  });

  test('one person out of reach keeps nobody else from theirs', async () => {
    await bot.team(people(3));
    await coreDayOnly();
    await bot.at('2018-07-24T07:00:00+09:00');
    bot.chat.fail('direct', 'forbidden');
    await bot.at('2018-07-24T09:48:00+09:00');
    const entries = await bot.store.ledger.list(ORG, '', CORE_DAY, 'reminder');
    expect(entries.map(({ state }) => state).sort()).toEqual(['done', 'done', 'failed']);
  });

  test('are taken up again where a full lane stopped them, and nobody hears twice', async () => {
    await bot.team(people(4));
    await coreDayOnly();
    await bot.at('2018-07-24T07:00:00+09:00');
    bot.chat.fail('direct', 'rate-limited', { retryAfterMs: 60_000 });
    await bot.at('2018-07-24T09:48:00+09:00');
    expect(bot.chat.messages.filter(({ key }) => key.includes('/reminder/'))).toHaveLength(3);
    await bot.at('2018-07-24T09:49:00+09:00');
    const sent = bot.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to);
    expect(sent.sort()).toEqual(['p1', 'p2', 'p3', 'p4']);
  });
});

describe('who is in two teams', () => {
  const both = aPerson('both');
  const ZURICH = 'place-2';

  beforeEach(async () => {
    await bot.team([both, aPerson('p1')]);
    bot.chat.people.set(ZURICH, [both, aPerson('p2')]);
    await bot.inbox.place(ORG, ZURICH, 'Zurich');
    const second = await bot.store.teams.at(ORG, ZURICH);
    await bot.store.teams.change(ORG, second?.id ?? '', (team) => ({
      ...team,
      settings: { ...team.settings, announce: [] },
    }));
    await coreDayOnly();
    await bot.at('2018-07-24T07:00:00+09:00');
  });

  test('answers once, counts where they answered, and may count in the other team by a tap', async () => {
    const reply = await bot.presses(both, answer('home'));
    await bot.core.refresh.settle();
    const polls = () => bot.chat.messages.filter(({ key }) => key.includes('/open/'));
    const [here, there] = polls().map(({ card }) => card.summary);
    expect(here).toContain('Telework: 1 of 2');
    expect(there).toContain('Response rate: 0 of 2');
    expect(polls()[1]?.edits).toBe(0);
    expect(reply.card.summary).toContain(
      'You’re not counted in Zurich yet, because you’ve never answered there.',
    );
    const count = actionsOf(reply.card).find((action) => action.startsWith('count-in')) ?? '';
    const counted = await bot.presses(both, count);
    expect(counted).toMatchObject({ refused: false, confidential: true });
    expect(counted.card.summary).toContain('You’re now counted in Zurich');
    await bot.core.refresh.settle();
    expect(polls()[1]?.card.summary).toContain('Telework: 1 of 2');
    expect((await bot.presses(both, answer('office'))).card.summary).not.toContain('not counted');
    expect((await bot.presses(aPerson('stranger'), count, { place: null })).refused).toBe(true);
  });

  test('is reminded once', async () => {
    await bot.at('2018-07-24T09:48:00+09:00');
    const sent = bot.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to);
    expect(sent.sort()).toEqual(['both', 'p1', 'p2']);
  });
});

test('many reminders let other teams have their turn', async () => {
  await bot.team(people(250));
  bot.chat.people.set('other', people(1));
  await bot.inbox.place(ORG, 'other', 'Sales');
  const other = await bot.store.teams.at(ORG, 'other');
  const window = { from: '09:48', until: '10:30' };
  await bot.store.teams.change(ORG, other?.id ?? '', (team) => ({
    ...team,
    settings: { ...team.settings, window },
  }));
  await coreDayOnly();
  await bot.at('2018-07-24T07:00:00+09:00');
  await bot.at('2018-07-24T09:48:00+09:00');
  const order = bot.chat.messages.map(({ key }) => key.split('/')[2]).filter((kind) => kind !== 'welcome');
  expect(order.filter((kind) => kind === 'reminder')).toHaveLength(250);
  expect(order.lastIndexOf('open')).toBeLessThan(1 + 110);
});

describe('after a pause', () => {
  test('a bot that comes back at 7:20 opens the poll once; one down overnight closes yesterday', async () => {
    await bot.team(people(2));
    await coreDayOnly();
    await bot.at('2018-07-24T07:20:00+09:00');
    expect(kinds()).toEqual(['open']);
    await bot.at('2018-07-25T06:00:00+09:00');
    expect(kinds()).toEqual(['open', 'close']);
    await bot.at('2018-07-25T06:01:00+09:00');
    expect(kinds()).toEqual(['open', 'close']);
  });

  test('a poll that opens after its time to remind is reminded of all the same', async () => {
    await bot.team(people(2));
    await coreDayOnly();
    await bot.at('2018-07-24T09:50:00+09:00');
    expect(kinds().filter((kind) => kind === 'open')).toHaveLength(1);
    const direct = () => bot.chat.calls.filter(({ method }) => method === 'direct');
    expect(direct()).toHaveLength(0);
    // 80 % of the 40 minutes that are left.
    for (const time of ['09:51', '10:21']) await bot.at(`2018-07-24T${time}:00+09:00`);
    expect(direct()).toHaveLength(0);
    for (const time of ['10:22', '10:29']) await bot.at(`2018-07-24T${time}:00+09:00`);
    expect(direct()).toHaveLength(2);
  });

  test('a poll whose window is over when the bot starts for the first time is not opened', async () => {
    await bot.team(people(2));
    await coreDayOnly();
    await bot.at('2018-07-24T10:31:00+09:00');
    expect(kinds()).toEqual([]);
  });

  test('messages are brought up to date from the store, whatever was lost from memory', async () => {
    const ann = aPerson('p1');
    await bot.team(people(2));
    await coreDayOnly();
    await bot.at('2018-07-24T07:00:00+09:00');
    await bot.presses(ann, answer('home'));
    const { refresh: _lost, ...parts } = bot.core;
    const restarted = createRefresh(parts);
    await restarted.catchUp();
    await restarted.settle();
    expect(bot.chat.in(PLACE)[0]?.card.summary).toContain('1 of 2');
  });
});

describe('faults of the chat platform', () => {
  test('a place that is gone marks its team, and stops no other', async () => {
    await bot.team(people(2));
    bot.chat.people.set('other', people(2));
    await bot.inbox.place(ORG, 'other', 'Sales');
    await coreDayOnly();
    bot.chat.fail('post', 'gone');
    await bot.at('2018-07-24T07:00:00+09:00');
    const teams = await bot.store.teams.list(ORG);
    expect(teams.map(({ trouble }) => trouble).sort()).toEqual(['gone', null]);
    expect(bot.chat.messages.filter(({ key }) => key.includes('/open/'))).toHaveLength(1);
  });

  test('a post that surely did not arrive is sent again, under the same key', async () => {
    await bot.team(people(2));
    await coreDayOnly();
    bot.chat.fail('post', 'unreachable');
    await bot.at('2018-07-24T07:00:00+09:00');
    expect(kinds()).toEqual([]);
    await bot.at('2018-07-24T07:01:00+09:00');
    expect(kinds()).toEqual(['open']);
    const keys = new Set(bot.chat.calls.filter(({ method }) => method === 'post').map(({ key }) => key));
    expect(keys.size).toBe(1);
  });

  test('an uncertain closing tally is not posted twice; an uncertain poll is looked for, then posted again', async () => {
    await bot.team(people(2));
    await coreDayOnly();
    bot.chat.fail('post', 'uncertain', { after: true });
    await bot.at('2018-07-24T07:00:00+09:00');
    await bot.at('2018-07-24T07:01:00+09:00');
    const opens = bot.chat.calls.filter(({ method, key }) => method === 'post' && key.includes('/open/'));
    expect(opens.map(({ mayHaveBeenSent }) => mayHaveBeenSent)).toEqual([false, true]);
    bot.chat.fail('post', 'uncertain', { after: true });
    await bot.at('2018-07-24T10:30:00+09:00');
    await bot.at('2018-07-24T10:31:00+09:00');
    expect(kinds().filter((kind) => kind === 'close')).toHaveLength(1);
    const [close] = await bot.store.ledger.list(ORG, 'id1', CORE_DAY, 'close');
    expect(close?.state).toBe('unknown');
  });

  test('that a poll may have arrived is not forgotten over a full lane', async () => {
    await bot.team(people(2));
    await coreDayOnly();
    bot.chat.fail('post', 'uncertain', { after: true });
    await bot.at('2018-07-24T07:00:00+09:00');
    bot.chat.fail('post', 'rate-limited', { retryAfterMs: 1_000 });
    for (const time of ['07:01', '07:02']) await bot.at(`2018-07-24T${time}:00+09:00`);
    const opens = bot.chat.calls.filter(({ method, key }) => method === 'post' && key.includes('/open/'));
    expect(opens.map(({ mayHaveBeenSent }) => mayHaveBeenSent)).toEqual([false, true, true]);
  });

  test('who died before the platform was asked leaves nothing unknown', async () => {
    await bot.team(people(2));
    await coreDayOnly();
    await bot.at('2018-07-24T07:00:00+09:00');
    const sending = () => Promise.reject(new Error('the process dies here'));
    bot.moveClock('2018-07-24T10:30:00+09:00');
    await runDueTasks({ ...bot.core, ledger: { ...bot.core.ledger, sending } });
    expect(kinds()).not.toContain('close');
    await bot.at('2018-07-24T10:31:00+09:00');
    expect(kinds().filter((kind) => kind === 'close')).toHaveLength(1);
  });

  test('a poll that somebody deleted keeps neither the tally from its edits nor the team from its next day', async () => {
    const ann = aPerson('p1');
    await bot.team(people(2));
    await bot.store.campaigns.save(aCampaign([CORE_DAY, '2018-07-25']));
    await bot.at('2018-07-24T07:00:00+09:00');
    await bot.at('2018-07-24T10:30:00+09:00');
    const poll = bot.chat.messages.findIndex(({ key }) => key.includes('/open/'));
    bot.chat.messages.splice(poll, 1);
    await bot.presses(ann, answer('home'));
    await bot.core.refresh.settle();
    expect(bot.chat.in(PLACE).find(({ key }) => key.includes('/close/'))?.card.summary).toContain('1 of 2');
    await bot.at('2018-07-25T00:00:00+09:00');
    await bot.at('2018-07-25T07:00:00+09:00');
    expect(kinds()).toContain('open');
  });

  test('a place that works again is served again, once an administrator speaks there', async () => {
    const ann = aPerson('p1');
    await bot.team(people(2));
    await coreDayOnly();
    bot.chat.fail('post', 'forbidden');
    await bot.at('2018-07-24T07:00:00+09:00');
    await bot.at('2018-07-24T07:01:00+09:00');
    expect(kinds()).toEqual([]);
    await bot.says(ann, 'setup', { admin: true });
    await bot.at('2018-07-24T07:02:00+09:00');
    expect(kinds()).toEqual(['open']);
  });

  test('an edit that was refused for now is sent later', async () => {
    const ann = aPerson('p1');
    await bot.team(people(2));
    await coreDayOnly();
    await bot.at('2018-07-24T07:00:00+09:00');
    await bot.presses(ann, answer('home'));
    bot.chat.fail('edit', 'rate-limited', { retryAfterMs: 1_000 });
    await bot.core.refresh.settle();
    await bot.core.refresh.settle();
    expect(bot.chat.in(PLACE)[0]?.card.summary).toContain('1 of 2');
  });
});

test('announcements follow the day: withdrawn when it is closed, announced again when it is not', async () => {
  const ann = aPerson('p1');
  await bot.team(people(2));
  await coreDayOnly();
  await bot.at('2018-07-23T09:00:00+09:00');
  const post = () => bot.chat.in(PLACE).at(-1);
  const announced = post()?.card.summary;
  await bot.says(ann, 'setup closed=2018-07-24', { admin: true });
  expect(post()?.card.parts.some(({ kind }) => kind === 'choices')).toBe(false);
  await bot.says(ann, 'setup closed=none', { admin: true });
  expect(post()?.card.summary).toBe(announced);
  await bot.says(ann, 'setup window=08:00-10:00', { admin: true });
  expect(post()?.card.summary).toContain('08:00–10:00');
  expect(bot.chat.in(PLACE)).toHaveLength(1);
});

test('the last day of a campaign that is taken back corrects its announcement', async () => {
  const ann = aPerson('p1');
  await bot.team(people(2));
  await bot.store.campaigns.save(aCampaign(WEEK, [CORE_DAY]));
  await bot.at('2018-07-20T09:00:00+09:00');
  expect((await bot.says(ann, 'campaign remove-day 2018-07-27', { admin: true })).refused).toBe(false);
  const announced = bot.chat.in(PLACE).filter(({ key }) => key.includes('announce'));
  expect(announced.map(({ edits }) => edits)).toEqual([1]);
  expect(announced[0]?.card.summary).toContain('Thu 26 July');
  expect(announced[0]?.card.summary).not.toContain('Fri 27 July: ');
});
