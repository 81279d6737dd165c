import { checkTeam, type TeamCheck } from '../../../src/app/schedule/check-team';
import { type Chat, ChatError, type ChatFault } from '../../../src/ports/chat';
import { type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* What one check of a team does when the platform does not take a post. */

const DAY = '2018-07-24';
const OPENS = `${DAY}T07:00:00+09:00`;
const TEAM = 'id1';

let bot: Bot;
let post: Chat['post'];
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(3));
  await bot.store.campaigns.save(aCampaign([DAY], [DAY]));
  bot.moveClock(OPENS);
  post = bot.chat.post;
});
afterEach(() => bot.close());

async function team() {
  const found = await bot.store.teams.get(ORG, TEAM);
  if (!found) throw new Error('the team is gone');
  return found;
}

async function check(): Promise<TeamCheck> {
  return checkTeam(bot.core, await team());
}

/** The next post fails once `meanwhile` has happened. */
function failPost(kind: ChatFault, meanwhile: () => Promise<unknown> = async () => {}, retryAfterMs = 0) {
  bot.chat.post = async () => {
    bot.chat.post = post;
    await meanwhile();
    throw new ChatError(kind, `the platform said ${kind}`, retryAfterMs || null);
  };
}

const later = (ms: number) => Date.parse(OPENS) + ms;

test.each<[ChatFault, 'gone' | 'forbidden' | null]>([
  ['gone', 'gone'],
  ['forbidden', 'forbidden'],
  ['unreachable', null],
  ['rate-limited', null],
  ['uncertain', null],
  ['invalid', null],
])('a post that fails as %s leaves the channel in this trouble: %j', async (kind, trouble) => {
  failPost(kind);
  await check();
  expect((await team()).trouble).toBe(trouble);
});

test('a post that is put off takes no trouble back that was found meanwhile', async () => {
  failPost('rate-limited', () => bot.inbox.place(ORG, PLACE, null));
  await check();
  expect((await team()).trouble).toBe('gone');
});

test.each<[ChatFault, number, number | null]>([
  ['rate-limited', 120_000, 120_000],
  ['rate-limited', 0, 30_000],
  ['unreachable', 0, null],
])(
  'after a post that is put off as %s, for %i ms, the platform’s limits last %j ms',
  async (kind, retryAfterMs, limitedMs) => {
    failPost(kind, undefined, retryAfterMs);
    expect(await check()).toEqual({
      done: 0,
      partial: false,
      limitedUntil: limitedMs === null ? null : later(limitedMs),
    });
    expect(await bot.store.wakeQueue.nextWake()).toBe(later(limitedMs ?? 15_000));
  },
);

test('a check counts what it did, and sleeps until the next task', async () => {
  expect(await check()).toEqual({ done: 1, partial: false, limitedUntil: null });
  expect(await bot.store.wakeQueue.nextWake()).toBe(Date.parse(`${DAY}T09:48:00+09:00`));
  expect(await check()).toEqual({ done: 0, partial: false, limitedUntil: null });
});

describe('a task of another process', () => {
  const keyAt = (channel: 'first' | 'second') =>
    ({ org: ORG, team: TEAM, kind: 'open', day: DAY, channel }) as const;

  async function hold(channel: 'first' | 'second') {
    const claim = await bot.store.ledger.claim(keyAt(channel), 45_000);
    return () =>
      bot.store.ledger.finish(keyAt(channel), claim?.attempt ?? 0, { state: 'failed', reason: 'invalid' });
  }

  test('is looked at again soon while it is held; the platform’s limits have no part in it', async () => {
    await hold('first');
    expect(await check()).toEqual({ done: 0, partial: false, limitedUntil: null });
    expect(await bot.store.wakeQueue.nextWake()).toBe(later(15_000));
  });

  test('is not looked at again once it has ended', async () => {
    await (await hold('first'))();
    await check();
    expect(await bot.store.wakeQueue.nextWake()).toBeGreaterThan(later(60_000));
  });

  test.each([
    ['first', 'second'],
    ['second', 'first'],
  ] as const)('that has ended in the %s channel is still looked at in the %s', async (ended, held) => {
    const change = { place: 'second place', trouble: null };
    await bot.store.teams.change(ORG, TEAM, (now) => ({ ...now, secondChannel: change }));
    await (await hold(ended))();
    await hold(held);
    await check();
    expect(await bot.store.wakeQueue.nextWake()).toBe(later(15_000));
  });
});

test('of a long task one turn is done; the team stays due', async () => {
  bot.chat.people.set(PLACE, people(120));
  await check();
  const reminds = `${DAY}T09:48:00+09:00`;
  bot.moveClock(reminds);
  expect(await check()).toEqual({ done: 0, partial: true, limitedUntil: null });
  expect(await bot.store.wakeQueue.nextWake()).toBe(Date.parse(reminds));
  expect(await check()).toEqual({ done: 1, partial: false, limitedUntil: null });
});

test('how late each task was done is counted', async () => {
  const count = jest.spyOn(bot.core.metrics, 'count');
  bot.moveClock(`${DAY}T07:02:30+09:00`);
  await check();
  expect(count).toHaveBeenCalledWith({ what: 'lateness', kind: 'open', lateMs: 150_000 });
  count.mockRestore();
});

/** The kinds of the tasks that are claimed meanwhile. */
async function claimed(run: () => Promise<unknown>): Promise<string[]> {
  const kinds: string[] = [];
  const { claim } = bot.core.ledger;
  bot.core.ledger.claim = (task, leaseMs) => {
    kinds.push(task.kind);
    return claim(task, leaseMs);
  };
  await run().finally(() => {
    bot.core.ledger.claim = claim;
  });
  return kinds;
}

describe('what was ended before', () => {
  test('is not claimed again; what was given back or reopened is', async () => {
    failPost('unreachable');
    expect(await claimed(check)).toContain('open');
    bot.moveClock(`${DAY}T07:05:00+09:00`);
    expect(await claimed(check)).toContain('open');
    expect(await claimed(check)).toEqual([]);
    const [opened] = await bot.store.ledger.list(ORG, TEAM, DAY, 'open');
    if (!opened) throw new Error('the poll was not opened');
    await bot.store.ledger.reopen(opened, ['done'], 'asked-again');
    expect(await claimed(check)).toEqual(['open']);
  });

  test('of a campaign whose day another one took over: the other one is announced', async () => {
    const days = ['2018-08-06', '2018-08-07'];
    await bot.store.campaigns.save({ ...aCampaign(days, []), id: 'first', name: 'The first one' });
    await bot.at('2018-07-30T09:00:00+09:00');
    await bot.store.campaigns.save({ ...aCampaign(days, []), id: 'first', ended: true });
    await bot.store.campaigns.save({ ...aCampaign(days, []), id: 'second', name: 'The second one' });
    await bot.at('2018-07-30T09:05:00+09:00');
    const entries = await bot.store.ledger.announcements(ORG, TEAM, '2018-08-01');
    expect(entries.map((entry) => 'campaign' in entry && entry.campaign)).toEqual(['first', 'second']);
  });
});
