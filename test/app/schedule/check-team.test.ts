import { checkTeam, type TeamCheck } from '../../../src/app/schedule/check-team';
import type { Chat } from '../../../src/ports/chat';
import { ChatError, type ChatFault } from '../../../src/ports/chat';
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

test('a task that another process holds is looked at again soon; one that it ended is not', async () => {
  const key = { org: ORG, team: TEAM, kind: 'open', day: DAY, channel: 'first' } as const;
  const claim = await bot.store.ledger.claim(key, 45_000);
  await check();
  expect(await bot.store.wakeQueue.nextWake()).toBe(later(15_000));
  await bot.store.ledger.finish(key, claim?.attempt ?? 0, { state: 'failed', reason: 'invalid' });
  await check();
  expect(await bot.store.wakeQueue.nextWake()).toBeGreaterThan(later(60_000));
});
