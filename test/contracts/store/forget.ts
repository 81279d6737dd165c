import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/domain/people/person';
import {
  aCampaign,
  aPerson,
  aPoll,
  aTask,
  aVote,
  CLOSES,
  choice,
  DAY,
  type Factory,
  OPENS,
  ORG,
  scheduled,
  TEAM,
  useStore,
} from './harness';

const DAY_MS = 24 * 3_600_000;
const PAST = '2018-07-23';
const EARLIER = '2018-07-20';
const CHOSEN: Preferences = {
  language: 'zh-TW',
  remind: false,
  askPrivately: true,
  week: { mon: choice('home'), fri: 'off' },
};

/** A poll of a day before, which is over. */
function pastPoll(day: string, before: number) {
  const shift = before * DAY_MS;
  return aPoll({ day, opensAt: OPENS - shift, closesAt: CLOSES - shift, endsAt: OPENS - shift + DAY_MS / 2 });
}

export function forgetContract(factory: Factory): void {
  const bench = useStore(factory);

  async function twoDays(): Promise<void> {
    const { store } = bench;
    await store.people.setRoster(ORG, TEAM, [aPerson('a'), aPerson('b')]);
    await store.people.changePreferences(ORG, 'a', () => CHOSEN);
    for (const poll of [pastPoll(PAST, 1), aPoll()]) {
      await store.polls.open(poll, scheduled('a', 'b'), poll.opensAt);
      for (const person of ['a', 'b'])
        await store.answers.record(aVote(person, { day: poll.day, at: poll.opensAt + 60_000 }));
    }
    await store.answers.record(aVote('a', { day: '2018-07-25', team: null }));
  }

  test('removes all data of the person, and leaves that of others', async () => {
    await twoDays();
    const { store } = bench;
    await store.people.forget(ORG, 'a', OPENS);
    expect(await store.people.get(ORG, 'a')).toBeNull();
    expect(await store.people.teamsOf(ORG, 'a')).toEqual([]);
    expect(await store.answers.list(ORG, 'a', '0000-01-01', '9999-12-31')).toEqual([]);
    for (const day of [PAST, DAY, '2018-07-25']) {
      expect(await store.answers.history(ORG, 'a', day)).toEqual([]);
      expect(await store.polls.of(ORG, 'a', day)).toEqual([]);
    }
    expect(await store.answers.list(ORG, 'b', PAST, DAY)).toHaveLength(2);
    expect(await store.answers.history(ORG, 'b', PAST)).toHaveLength(1);
    expect((await store.people.roster(ORG, TEAM)).map(({ id }) => id)).toEqual(['b']);
  });

  test('no roster, profile, plan or poll brings a forgotten person back', async () => {
    await twoDays();
    const { store } = bench;
    await store.people.forget(ORG, 'a', OPENS);
    await bench.reopen();
    const { people, polls, contacts } = bench.store;
    await people.save(ORG, [aPerson('a'), aPerson('c')]);
    await people.setRoster(ORG, TEAM, [aPerson('a'), aPerson('b'), aPerson('c')]);
    await people.join(ORG, 'other team', 'a');
    await contacts.suggest(ORG, TEAM, 'a', 0);
    const usual = { person: 'a', scheduled: true, usual: choice('home') };
    await polls.open(aPoll({ day: '2018-07-26' }), [usual, ...scheduled('b')], OPENS);
    expect(await people.get(ORG, 'a')).toBeNull();
    expect(await people.teamsOf(ORG, 'a')).toEqual([]);
    expect(await contacts.get(ORG, TEAM)).toBeNull();
    expect((await people.roster(ORG, TEAM)).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(await polls.count(ORG, TEAM, '2018-07-26', CLOSES)).toMatchObject({ members: 1, groups: [] });
    expect(await people.get('other', 'a')).toBeNull();
    await people.save('other', [aPerson('a')]);
    expect(await people.get('other', 'a')).not.toBeNull();
  });

  test('a person who acts again is saved like anybody, with default preferences', async () => {
    await twoDays();
    const { people } = bench.store;
    await people.forget(ORG, 'a', OPENS);
    await people.comeBack(ORG, 'a');
    await people.setRoster(ORG, TEAM, [aPerson('a'), aPerson('b')]);
    expect((await people.get(ORG, 'a'))?.preferences).toEqual(DEFAULT_PREFERENCES);
    expect(await people.teamsOf(ORG, 'a')).toEqual([TEAM]);
    await people.comeBack(ORG, 'never gone');
  });

  test('no other id of a forgotten person links them again, until one of the ids acts', async () => {
    const { links, people } = bench.store;
    await people.setRoster(ORG, TEAM, [aPerson('a')]);
    await links.identify(ORG, [
      { id: 'a', identity: 'hash of ann' },
      { id: 'b', identity: 'hash of ann' },
    ]);
    await people.forget(ORG, 'a', OPENS);
    const again = ['a', 'b', 'c'].map((id) => ({ id, identity: 'hash of ann' }));
    expect([...(await links.identify(ORG, again)).entries()]).toEqual(again.map(({ id }) => [id, id]));
    for (const { id } of again) expect(await links.find(ORG, id)).toBeNull();
    await people.save(ORG, [aPerson('a'), aPerson('b'), aPerson('c')]);
    for (const { id } of again) expect(await people.get(ORG, id)).toBeNull();
    await people.comeBack(ORG, 'c');
    await people.save(ORG, [aPerson('a')]);
    expect(await people.get(ORG, 'a')).not.toBeNull();
    expect((await links.identify(ORG, again)).get('b')).toBe('a');
  });

  test('a person stays forgotten when their organisation becomes part of another', async () => {
    const { links, people } = bench.store;
    await people.forget('teams:t', 'a', OPENS);
    await links.adopt('teams:t', 'slack:T', 'teams:t|');
    await people.save('slack:T', [aPerson('teams:t|a'), aPerson('a')]);
    expect(await people.get('slack:T', 'teams:t|a')).toBeNull();
    expect(await people.get('slack:T', 'a')).not.toBeNull();
    await people.comeBack('slack:T', 'teams:t|a');
    await people.save('slack:T', [aPerson('teams:t|a')]);
    expect(await people.get('slack:T', 'teams:t|a')).not.toBeNull();
  });

  test('past counts stay as they were published; those of today lose the person', async () => {
    await twoDays();
    const { store } = bench;
    const past = pastPoll(PAST, 1);
    const before = await store.polls.count(ORG, TEAM, PAST, past.closesAt);
    expect(await store.polls.book(ORG, TEAM, PAST)).toBeNull();
    await store.people.forget(ORG, 'a', OPENS);
    expect(await store.polls.count(ORG, TEAM, PAST, past.closesAt)).toMatchObject({
      members: before.members,
      groups: before.groups,
    });
    expect(before.members).toBe(2);
    expect(await store.polls.book(ORG, TEAM, PAST)).toEqual({
      members: before.members,
      groups: before.groups,
      unheard: 0,
      sealed: true,
      curve: { planned: 0, counted: 2, quarter: 60_000, median: 60_000, threeQuarters: 60_000 },
    });
    expect(await store.polls.book(ORG, TEAM, DAY)).toBeNull();
    expect(await store.polls.count(ORG, TEAM, DAY, CLOSES)).toMatchObject({
      members: 1,
      groups: [{ style: 'home', arrival: null, count: 1, late: 0 }],
    });
  });

  test('the people of a campaign stay as many, whoever is forgotten and whenever', async () => {
    const { store } = bench;
    await store.campaigns.save(
      aCampaign({ days: [EARLIER, PAST, DAY].map((day) => ({ day, core: false })) }),
    );
    const polls = [pastPoll(EARLIER, 4), pastPoll(PAST, 1)];
    for (const poll of polls) {
      await store.polls.open(poll, scheduled('a', 'b', 'c'), poll.opensAt);
      const at = poll.opensAt;
      for (const person of ['a', 'b']) await store.answers.record(aVote(person, { day: poll.day, at }));
      await store.answers.record(aVote('c', { day: poll.day, at, choice: choice('office') }));
    }
    const days = polls.map(({ day }) => day);
    const reach = () => store.polls.reach({ org: ORG, team: TEAM, campaign: 'td', days });
    expect(await reach()).toEqual({ people: 2, personDays: 4 });
    for (const person of ['a', 'c', 'b']) {
      await store.people.forget(ORG, person, OPENS);
      expect(await reach()).toEqual({ people: 2, personDays: 4 });
    }
  });

  test('nothing of past answers is kept but counts: no time, no source, no link between days', async () => {
    await twoDays();
    const { store } = bench;
    const earlier = pastPoll(EARLIER, 4);
    await store.polls.open(earlier, scheduled('a'), earlier.opensAt);
    await store.answers.record(aVote('a', { day: EARLIER, at: earlier.opensAt + 1 }));
    await store.people.forget(ORG, 'a', OPENS);
    expect(await store.polls.members(ORG, TEAM, EARLIER)).toEqual([]);
    expect((await store.polls.members(ORG, TEAM, PAST)).map(({ member }) => member.id)).toEqual(['b']);
    expect(await store.polls.firstAnswers(ORG, TEAM, EARLIER)).toEqual([]);
  });

  test('deletes the person’s reminders; others’ reminders and the poll’s tasks stay', async () => {
    const { store } = bench;
    const reminders = (['a', 'b'] as const).map((person) => aTask({ kind: 'reminder', person }));
    for (const task of [aTask(), ...reminders]) {
      await store.ledger.claim(task, 1000);
      await store.ledger.finish(task, 1, { state: 'done', post: 'post' });
    }
    await store.people.forget(ORG, 'a', OPENS);
    const left = await store.ledger.list(ORG, TEAM, DAY, null);
    expect(left).toEqual([
      expect.objectContaining({ kind: 'open' }),
      expect.objectContaining({ kind: 'reminder', person: 'b' }),
    ]);
  });

  test.each(['trouble', 'sharing', 'missed'] as const)(
    'does not keep the chat of the notice %s',
    async (kind) => {
      const { store } = bench;
      const notice = aTask({ kind, since: OPENS });
      for (const task of [aTask(), notice]) {
        await store.ledger.claim(task, 1000);
        await store.ledger.finish(task, 1, { state: 'done', post: 'post' });
      }
      await store.people.forget(ORG, 'a', OPENS);
      const left = (await store.ledger.list(ORG, TEAM, DAY, null)).map((entry) => [entry.kind, entry.post]);
      expect(Object.fromEntries(left)).toEqual({ open: 'post', [kind]: null });
    },
  );

  test('forgetting an unknown person is not a fault, and holds', async () => {
    await bench.store.people.forget(ORG, 'unknown', OPENS);
    await bench.store.people.save(ORG, [aPerson('unknown')]);
    expect(await bench.store.people.get(ORG, 'unknown')).toBeNull();
  });
}
