import { ANY_TEAM, type Claim, type LedgerWork, type Outcome } from '../../../src/ports/store/ledger';
import { aPoll, aTask, DAY, type Factory, OPENS, ORG, scheduled, TEAM, useStore } from './harness';

const LEASE = 60_000;
/** A lease that has run out when it begins. */
const OVER = 0;

function aClaim(attempt: number, mayHaveBeenSent: boolean): Claim {
  return { attempt, mayHaveBeenSent, postId: expect.stringMatching(/^[0-9a-f]{32}$/) };
}

export function ledgerContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a task is claimed by one of many', async () => {
    const { ledger } = bench.store;
    const claims = await Promise.all(Array.from({ length: 20 }, () => ledger.claim(aTask(), LEASE)));
    expect(claims.filter((claim) => claim !== null)).toEqual([aClaim(1, false)]);
  });

  test.each([
    ['organisation', { org: 'other' }],
    ['team', { team: 'other' }],
    ['kind', { kind: 'close' }],
    ['day', { day: '2018-07-25' }],
    ['lead', { kind: 'announce', lead: 7 }],
    ['channel', { channel: 'second' }],
  ] as const)('another %s is another task', async (_name, change) => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), LEASE);
    expect(await ledger.claim(aTask(change), LEASE)).toEqual(aClaim(1, false));
  });

  test.each<Outcome>([
    { state: 'done', post: 'post' },
    { state: 'done', post: null },
    { state: 'failed', reason: 'gone' },
    { state: 'unknown', reason: 'timed out' },
    { state: 'skipped', reason: 'too late' },
  ])('finished as %j it is never claimed again', async (outcome) => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OVER);
    expect(await ledger.finish(aTask(), 1, outcome)).toBe(true);
    expect(await ledger.claim(aTask(), LEASE)).toBeNull();
    const time = expect.any(Number);
    const none = { post: null, shown: null, reason: null, updatedAt: time, freeAt: time, earlier: [] };
    const entry = { ...aTask(), attempt: 1, ...none, ...outcome };
    expect(await ledger.list(ORG, TEAM, DAY, 'open')).toEqual([entry]);
  });

  test('says of which tasks no claim can succeed, of a day and later days, and of no other', async () => {
    const { ledger } = bench.store;
    const finished = async (
      change: Partial<LedgerWork> & { day?: string; team?: string },
      outcome: Outcome,
    ) => {
      const task = aTask(change as Parameters<typeof aTask>[0]);
      await ledger.claim(task, LEASE);
      await ledger.finish(task, 1, outcome);
      return task;
    };
    const skipped = { state: 'skipped', reason: 'too late' } as const;
    const ended = [
      await finished({ kind: 'open' }, { state: 'done', post: 'post' }),
      await finished({ kind: 'close' }, { state: 'failed', reason: 'gone' }),
      await finished({ kind: 'remind' }, { state: 'unknown', reason: 'timed out' }),
      await finished({ kind: 'end' }, skipped),
      await finished({ kind: 'announce', lead: 7, campaign: 'td', day: '2018-07-30' }, skipped),
    ];
    await finished({ kind: 'digest' }, { state: 'skipped', reason: 'withdrawn' });
    await finished({ kind: 'open', day: '2018-07-23' }, skipped);
    await finished({ kind: 'open', team: 'other' }, skipped);
    await ledger.claim(aTask({ kind: 'roll-up' }), OVER);
    await ledger.schedule(aTask({ kind: 'roll-up-end' }), LEASE);
    const found = await ledger.ended(ORG, TEAM, DAY);
    expect(found).toHaveLength(ended.length);
    expect(found).toEqual(expect.arrayContaining(ended));
    for (const task of found) expect(await ledger.claim(task, LEASE)).toBeNull();
    await ledger.reopen(aTask(), ['done'], 'asked-again');
    expect(await ledger.ended(ORG, TEAM, DAY)).toHaveLength(ended.length - 1);
  });

  test('says which messages announce days', async () => {
    const { ledger } = bench.store;
    const announced = async (day: string, lead: 7 | 'prev', outcome: Outcome, team = TEAM) => {
      const task = { ...aTask(), kind: 'announce', lead, day, team } as const;
      await ledger.claim(task, LEASE);
      await ledger.finish(task, 1, outcome);
    };
    const posted: Outcome = { state: 'done', post: 'post' };
    await announced('2018-07-23', 7, posted);
    await announced('2018-07-26', 'prev', posted);
    await announced('2018-07-26', 7, posted);
    await announced('2018-07-25', 7, posted);
    await announced('2018-07-27', 7, { state: 'skipped', reason: 'too late' });
    await announced('2018-07-28', 7, posted, 'other');
    await ledger.claim(aTask({ day: '2018-07-24' }), LEASE);
    await ledger.finish(aTask({ day: '2018-07-24' }), 1, posted);
    const found = await ledger.announcements(ORG, TEAM, '2018-07-24');
    expect(found.map(({ day, lead, post }) => [day, lead, post])).toEqual([
      ['2018-07-25', 7, 'post'],
      ['2018-07-26', 7, 'post'],
      ['2018-07-26', 'prev', 'post'],
    ]);
  });

  test('a lease that ran out is taken over; it may have been done if its attempt was about to send it', async () => {
    const { ledger } = bench.store;
    const [begun, sent] = [aTask(), aTask({ kind: 'report', campaign: 'sent' })];
    for (const task of [begun, sent]) await ledger.claim(task, OVER);
    expect(await ledger.sending(sent, 1, OVER)).toBe(true);
    expect(await ledger.claim(begun, LEASE)).toEqual(aClaim(2, false));
    expect(await ledger.claim(sent, LEASE)).toEqual(aClaim(2, true));
    for (const task of [begun, sent]) expect(await ledger.claim(task, LEASE)).toBeNull();
  });

  test('what is about to be sent is held for longer, but not by who was overtaken', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OVER);
    expect(await ledger.sending(aTask(), 1, LEASE)).toBe(true);
    expect(await ledger.claim(aTask(), LEASE)).toBeNull();
    await ledger.renew(aTask(), 1, OVER);
    await ledger.claim(aTask(), LEASE);
    expect(await ledger.sending(aTask(), 1, LEASE)).toBe(false);
  });

  test('the id of a post is the same for every attempt, and another one for every task', async () => {
    const { ledger } = bench.store;
    const work: LedgerWork[] = [{ kind: 'open' }, { kind: 'close' }, { kind: 'reminder', person: 'ann' }];
    const ids = [];
    for (const each of work) {
      const first = await ledger.claim(aTask(each), OVER);
      expect((await ledger.claim(aTask(each), LEASE))?.postId).toBe(first?.postId);
      ids.push(first?.postId);
    }
    expect(new Set(ids).size).toBe(work.length);
  });

  test('a lease that is renewed runs on, but not for who was overtaken', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OVER);
    await ledger.renew(aTask(), 1, LEASE);
    expect(await ledger.claim(aTask(), LEASE)).toBeNull();
    await ledger.renew(aTask(), 1, OVER);
    expect(await ledger.claim(aTask(), OVER)).toEqual(aClaim(2, false));
    await ledger.renew(aTask(), 1, LEASE);
    expect(await ledger.claim(aTask(), LEASE)).toEqual(aClaim(3, false));
  });

  test('one of many takes over what ran out', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OVER);
    const claims = await Promise.all(Array.from({ length: 20 }, () => ledger.claim(aTask(), LEASE)));
    expect(claims.filter((claim) => claim !== null)).toEqual([aClaim(2, false)]);
  });

  test('who was overtaken cannot finish or release', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OVER);
    await ledger.claim(aTask(), LEASE);
    await ledger.release(aTask(), 1, 0, false);
    expect(await ledger.finish(aTask(), 1, { state: 'failed', reason: 'late' })).toBe(false);
    expect(await ledger.finish(aTask(), 2, { state: 'done', post: 'p' })).toBe(true);
    expect(await ledger.list(ORG, TEAM, DAY, null)).toMatchObject([{ state: 'done', post: 'p', attempt: 2 }]);
  });

  test('a lease that ran out can be finished as long as no other attempt took over', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OVER);
    expect(await ledger.finish(aTask(), 1, { state: 'done', post: 'p' })).toBe(true);
    expect(await ledger.finish(aTask(), 1, { state: 'done', post: 'q' })).toBe(false);
  });

  test('what was never claimed cannot be finished', async () => {
    expect(await bench.store.ledger.finish(aTask(), 1, { state: 'done', post: 'p' })).toBe(false);
    expect(await bench.store.ledger.list(ORG, TEAM, DAY, null)).toEqual([]);
  });

  test.each([true, false])(
    'given back as sent=%s it waits, and the next claim says so',
    async (mayHaveBeenSent) => {
      const { ledger } = bench.store;
      const [soon, later] = [aTask(), aTask({ kind: 'report', campaign: 'later' })];
      for (const task of [soon, later]) await ledger.claim(task, LEASE);
      await ledger.sending(soon, 1, LEASE);
      await ledger.release(soon, 1, 0, mayHaveBeenSent);
      await ledger.release(later, 1, LEASE, mayHaveBeenSent);
      expect(await ledger.list(ORG, TEAM, DAY, null)).toMatchObject([
        { state: 'waiting' },
        { state: 'waiting' },
      ]);
      expect(await ledger.finish(soon, 1, { state: 'done', post: null })).toBe(false);
      expect(await ledger.claim(soon, LEASE)).toEqual(aClaim(2, mayHaveBeenSent));
      expect(await ledger.claim(later, LEASE)).toBeNull();
    },
  );

  test('a crash after a clean release may have sent it', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), LEASE);
    await ledger.release(aTask(), 1, 0, false);
    await ledger.claim(aTask(), OVER);
    await ledger.sending(aTask(), 2, OVER);
    expect(await ledger.claim(aTask(), LEASE)).toEqual(aClaim(3, true));
  });

  test('after a death, a process alone frees what was claimed at once; others wait for the lease', async () => {
    const finished = aTask({ kind: 'close' });
    const waiting = aTask({ kind: 'remind' });
    for (const task of [aTask(), finished, waiting]) await bench.store.ledger.claim(task, LEASE);
    await bench.store.ledger.finish(finished, 1, { state: 'done', post: null });
    await bench.store.ledger.release(waiting, 1, LEASE, false);
    await bench.reopen();
    const { ledger } = bench.store;
    expect(await ledger.claim(aTask(), LEASE)).toBeNull();
    expect(await ledger.recover()).toBe(bench.alone ? 1 : 0);
    expect(await ledger.claim(aTask(), LEASE)).toEqual(bench.alone ? aClaim(2, false) : null);
    expect(await ledger.claim(finished, LEASE)).toBeNull();
    expect(await ledger.claim(waiting, LEASE)).toBeNull();
  });

  test.each<Outcome>([
    { state: 'failed', reason: 'gone' },
    { state: 'unknown', reason: 'uncertain' },
  ])('what is %j is opened again by one of many, as a new attempt', async (outcome) => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), OVER);
    await ledger.release(aTask(), 1, 0, true);
    await ledger.claim(aTask(), LEASE);
    await ledger.finish(aTask(), 2, outcome);
    const opened = await Promise.all(
      Array.from({ length: 20 }, () => ledger.reopen(aTask(), ['failed', 'unknown'], 'asked-again')),
    );
    expect(opened.filter((did) => did)).toEqual([true]);
    const waiting = { state: 'waiting', reason: 'asked-again', attempt: 2 };
    expect(await ledger.list(ORG, TEAM, DAY, null)).toMatchObject([waiting]);
    expect(await ledger.claim(aTask(), LEASE)).toEqual(aClaim(3, false));
    expect(await ledger.finish(aTask(), 2, { state: 'done', post: 'p' })).toBe(false);
    expect(await ledger.finish(aTask(), 3, { state: 'done', post: 'p' })).toBe(true);
  });

  test('opens nothing that is in another state, that runs, or that was never claimed', async () => {
    const { ledger } = bench.store;
    const [done, claimed, waiting] = [
      aTask(),
      aTask({ kind: 'report', campaign: 'claimed' }),
      aTask({ kind: 'report', campaign: 'waiting' }),
    ];
    for (const task of [done, claimed, waiting]) await ledger.claim(task, LEASE);
    await ledger.finish(done, 1, { state: 'done', post: 'p' });
    await ledger.release(waiting, 1, LEASE, true);
    const before = await ledger.list(ORG, TEAM, DAY, null);
    for (const task of [done, claimed, waiting, aTask({ kind: 'report', campaign: 'never' })]) {
      expect(await ledger.reopen(task, ['failed', 'unknown', 'skipped'], 'asked-again')).toBe(false);
    }
    expect(await ledger.reopen(done, [], 'asked-again')).toBe(false);
    expect(await ledger.list(ORG, TEAM, DAY, null)).toEqual(before);
    const [posted] = await ledger.list(ORG, TEAM, DAY, done.kind);
    expect(await ledger.reopen(done, ['done'], 'asked-again')).toBe(true);
    const [reopened] = await ledger.list(ORG, TEAM, DAY, done.kind);
    expect(reopened?.earlier).toEqual([{ at: posted?.updatedAt, attempt: 1 }]);
  });

  test('keeps the reader’s time of an outcome, where one is given', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), LEASE);
    await ledger.finish(aTask(), 1, { state: 'done', post: null }, 1_234);
    expect(await ledger.list(ORG, TEAM, DAY, null)).toMatchObject([{ updatedAt: 1_234 }]);
  });

  test('lists a team’s tasks of a day, of one kind or of all', async () => {
    const { ledger } = bench.store;
    for (const change of [
      { kind: 'reminder', person: 'b' },
      { kind: 'reminder', person: 'a' },
      { kind: 'open' },
    ] as const) {
      await ledger.claim(aTask(change), LEASE);
    }
    await ledger.claim(aTask({ day: '2018-07-25' }), LEASE);
    await ledger.claim(aTask({ team: 'other' }), LEASE);
    expect(await ledger.list(ORG, TEAM, DAY, 'reminder')).toMatchObject([{ person: 'a' }, { person: 'b' }]);
    expect(await ledger.list(ORG, TEAM, DAY, null)).toHaveLength(3);
    expect(await ledger.list(ORG, TEAM, DAY, 'report')).toEqual([]);
  });

  test('lists the reminders of a poll’s members, and of no other person, team or day', async () => {
    const { ledger, polls } = bench.store;
    await polls.open(aPoll(), scheduled('a', 'b', 'silent'), OPENS);
    await polls.open(aPoll({ team: 'other' }), scheduled('b', 'c'), OPENS);
    for (const person of ['a', 'b', 'c', 'd'])
      await ledger.claim(aTask({ kind: 'reminder', person, team: ANY_TEAM }), LEASE);
    await ledger.claim(
      aTask({ kind: 'reminder', person: 'silent', team: ANY_TEAM, day: '2018-07-25' }),
      LEASE,
    );
    const of = async (team: string) =>
      (await ledger.reminders(ORG, team, DAY)).map(({ person, state }) => [person, state]);
    expect(await of(TEAM)).toEqual([
      ['a', 'claimed'],
      ['b', 'claimed'],
    ]);
    expect((await of('other')).map(([person]) => person)).toEqual(['b', 'c']);
    expect(await of('none')).toEqual([]);
  });

  test('lists the private questions to those whom a poll lists, whatever was asked of others', async () => {
    const { ledger, polls } = bench.store;
    await polls.open(aPoll(), scheduled('a'), OPENS);
    for (const person of ['a', 'c'])
      await ledger.claim(aTask({ kind: 'private-poll', person, team: ANY_TEAM }), LEASE);
    await ledger.claim(aTask({ kind: 'reminder', person: 'a', team: ANY_TEAM }), LEASE);
    expect((await ledger.privatePolls(ORG, TEAM, DAY)).map(({ person }) => person)).toEqual(['a']);
  });

  test('notes a task for later, once, and gives it to nobody before', async () => {
    const { ledger } = bench.store;
    const task = aTask({ kind: 'snoozed', person: 'odd@also' });
    expect([await ledger.schedule(task, LEASE), await ledger.schedule(task, 0)]).toEqual([true, false]);
    expect(await ledger.claim(task, LEASE)).toBeNull();
    const soon = aTask({ kind: 'snoozed', person: 'b' });
    await ledger.schedule(soon, 0);
    expect(await ledger.claim(soon, LEASE)).toMatchObject({ attempt: 1, mayHaveBeenSent: false });
    expect(await ledger.list(ORG, TEAM, DAY, 'snoozed')).toMatchObject([
      { person: 'b', state: 'claimed' },
      { person: 'odd@also', state: 'waiting' },
    ]);
  });

  test('lists the tasks of a team that are not finished, the earliest days first', async () => {
    const { ledger } = bench.store;
    const [waits, held, done] = [aTask(), aTask({ day: '2018-07-23' }), aTask({ kind: 'close' })];
    for (const task of [waits, held, done, aTask({ team: 'other' })]) await ledger.claim(task, LEASE);
    await ledger.release(waits, 1, LEASE, false);
    await ledger.finish(done, 1, { state: 'done', post: null });
    expect((await ledger.open(ORG, TEAM, null)).map(({ day, state }) => [day, state])).toEqual([
      ['2018-07-23', 'claimed'],
      [DAY, 'waiting'],
    ]);
    expect(await ledger.open(ORG, TEAM, DAY)).toMatchObject([held]);
  });

  test.each<[string, boolean, object | null]>([
    ['waits', false, { state: 'skipped', reason: 'overdue' }],
    ['waits', true, { state: 'unknown', reason: 'uncertain' }],
    ['died', false, { state: 'skipped', reason: 'overdue' }],
    ['died', true, { state: 'unknown', reason: 'uncertain' }],
    ['runs', false, null],
    ['done', false, null],
  ])('a task that %s is dropped (may have been sent: %j): %j', async (now, sent, expected) => {
    const { ledger } = bench.store;
    const task = aTask({ kind: 'close' });
    await ledger.claim(task, LEASE);
    if (now === 'waits') await ledger.release(task, 1, LEASE, sent);
    if (now === 'died' && sent) await ledger.sending(task, 1, OVER);
    if (now === 'died') await ledger.renew(task, 1, OVER);
    if (now === 'done') await ledger.finish(task, 1, { state: 'done', post: 'post' });
    const [before] = await ledger.list(ORG, TEAM, DAY, 'close');
    await ledger.drop(task, 'overdue', 42);
    const [after] = await ledger.list(ORG, TEAM, DAY, 'close');
    if (!expected) expect(after).toEqual(before);
    else expect(after).toMatchObject({ ...expected, updatedAt: 42 });
    if (expected) expect(await ledger.claim(task, LEASE)).toBeNull();
  });

  test('a task that was withdrawn is claimed again, and its reason is forgotten', async () => {
    const { ledger } = bench.store;
    await ledger.claim(aTask(), LEASE);
    await ledger.release(aTask(), 1, LEASE, false);
    await ledger.drop(aTask(), 'withdrawn', 42);
    expect(await ledger.claim(aTask(), LEASE)).toEqual(aClaim(2, false));
    expect(await ledger.list(ORG, TEAM, DAY, 'open')).toMatchObject([{ state: 'claimed', reason: null }]);
  });

  test('says when a task was last written', async () => {
    const { ledger } = bench.store;
    const before = await bench.store.time();
    await ledger.claim(aTask(), LEASE);
    const after = await bench.store.time();
    const [entry] = await ledger.list(ORG, TEAM, DAY, 'open');
    const updatedAt = expect.any(Number);
    const freeAt = updatedAt;
    const claimed = {
      state: 'claimed',
      attempt: 1,
      post: null,
      shown: null,
      reason: null,
      updatedAt,
      freeAt,
      earlier: [],
    };
    expect(entry).toEqual({ ...aTask(), ...claimed });
    expect(entry?.updatedAt).toBeGreaterThanOrEqual(before);
    expect(entry?.updatedAt).toBeLessThanOrEqual(after);
  });

  test('when the clock was set back, only what would last far too long is free', async () => {
    const { ledger } = bench.store;
    const hours = 2 * 3_600_000;
    const [claimed, waiting, running] = ['a', 'b', 'c'].map((campaign) =>
      aTask({ kind: 'report', campaign }),
    );
    if (!claimed || !waiting || !running) throw new Error('there are three');
    await ledger.claim(claimed, hours);
    await ledger.claim(waiting, LEASE);
    await ledger.release(waiting, 1, hours, true);
    await ledger.claim(running, LEASE);
    await bench.store.clockWentBack();
    expect(await ledger.claim(claimed, LEASE)).toEqual(aClaim(2, false));
    expect(await ledger.claim(waiting, LEASE)).toEqual(aClaim(2, true));
    expect(await ledger.claim(running, LEASE)).toBeNull();
  });
}
