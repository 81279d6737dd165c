import { DEFAULT_PREFERENCES } from '../../../src/domain/people/person';
import type { Store } from '../../../src/store/store';
import {
  agreed,
  aPerson,
  aPoll,
  aTask,
  aTeam,
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

const NEXT_DAY = '2018-07-25';
const HASH = 'hash of a person';

async function join(store: Store, id: string, identity: string | null = HASH): Promise<string | undefined> {
  return (await store.links.identify(ORG, [{ id, identity }])).get(id);
}

/** Ids of one person, the first of which is the one they are counted by. */
async function joined(store: Store, ...ids: string[]): Promise<void> {
  for (const id of ids) await join(store, id);
}

export function linkContract(factory: Factory): void {
  const bench = useStore(factory);

  test('the first id known under an identity stands for all others', async () => {
    const { store } = bench;
    expect(await store.links.find(ORG, 'a')).toBeNull();
    expect(await join(store, 'a')).toBe('a');
    expect(await join(store, 'b')).toBe('a');
    expect(await join(store, 'a')).toBe('a');
    expect(await store.links.find(ORG, 'b')).toEqual({ person: 'a', via: 'a', hash: HASH });
    expect(await store.links.find('other', 'b')).toBeNull();
    expect(await store.links.ids('other', 'a')).toEqual([]);
  });

  test('many at once, some of whom nothing tells who they are', async () => {
    const { store } = bench;
    const one = Array.from({ length: 150 }, (_, n) => ({ id: `a${n}`, identity: `hash ${n}` }));
    const other = Array.from({ length: 150 }, (_, n) => ({
      id: `b${n}`,
      identity: n < 100 ? `hash ${n}` : null,
    }));
    await store.links.identify(ORG, one);
    const found = await store.links.identify(ORG, [...other, ...one]);
    expect(found.size).toBe(300);
    for (let n = 0; n < 150; n++) {
      expect(found.get(`b${n}`)).toBe(n < 100 ? `a${n}` : `b${n}`);
      expect(found.get(`a${n}`)).toBe(`a${n}`);
    }
  });

  test('of two who come first at once, one stands for both', async () => {
    const { store } = bench;
    const both = await Promise.all([join(store, 'a'), join(store, 'b')]);
    expect(new Set(both).size).toBe(1);
    expect((await store.links.ids(ORG, both[0] ?? '')).sort()).toEqual(['a', 'b']);
  });

  test('remembers which id was used last', async () => {
    const { store } = bench;
    await joined(store, 'a', 'b', 'c');
    expect(await store.links.ids(ORG, 'a')).toEqual(['a', 'b', 'c']);
    await store.links.use(ORG, 'c');
    expect(await store.links.ids(ORG, 'a')).toEqual(['c', 'a', 'b']);
    expect(await store.links.find(ORG, 'b')).toMatchObject({ via: 'c' });
    await store.links.use(ORG, 'unknown');
    expect(await store.links.ids(ORG, 'b')).toEqual([]);
  });

  test('another identity, or none, parts an id from the others', async () => {
    const { store } = bench;
    await joined(store, 'a', 'b', 'c');
    expect(await join(store, 'b', 'another')).toBe('b');
    expect(await store.links.ids(ORG, 'a')).toEqual(['a', 'c']);
    expect(await join(store, 'a', null)).toBe('a');
    expect(await store.links.find(ORG, 'a')).toBeNull();
    expect(await store.links.find(ORG, 'c')).toEqual({ person: 'c', via: 'c', hash: HASH });
    expect(await join(store, 'c', 'another')).toBe('b');
    expect(await join(store, 'd')).toBe('d');
  });

  test('forgets every identity, and no answer', async () => {
    const { store } = bench;
    await joined(store, 'a', 'b');
    await store.answers.record(aVote('a', { team: null }));
    await store.links.clear();
    expect(await store.links.find(ORG, 'b')).toBeNull();
    expect(await store.links.ids(ORG, 'a')).toEqual([]);
    expect(await store.answers.get(ORG, 'a', DAY)).not.toBeNull();
  });

  test('who is forgotten is linked no more', async () => {
    const { store } = bench;
    await joined(store, 'a', 'b');
    await store.people.forget(ORG, 'a', OPENS);
    expect(await store.links.find(ORG, 'a')).toBeNull();
    expect(await store.links.find(ORG, 'b')).toBeNull();
    expect(await join(store, 'b')).toBe('b');
  });

  test('the last answer for a day wins, whichever id gave it, and the history is one', async () => {
    const { store } = bench;
    await store.answers.record(aVote('a', { at: OPENS + 1, team: null }));
    await store.answers.record(aVote('b', { at: OPENS + 2, choice: choice('office'), team: null }));
    await store.answers.record(aVote('b', { day: NEXT_DAY, at: OPENS + 3, team: null }));
    await store.answers.record(
      aVote('a', { day: NEXT_DAY, at: OPENS + 4, choice: choice('leave'), team: null }),
    );
    await joined(store, 'a', 'b');
    expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({
      style: 'office',
      at: OPENS + 2,
      firstAt: OPENS + 1,
    });
    expect(await store.answers.get(ORG, 'a', NEXT_DAY)).toMatchObject({
      style: 'leave',
      at: OPENS + 4,
      firstAt: OPENS + 3,
    });
    expect(await store.answers.list(ORG, 'b', DAY, NEXT_DAY)).toEqual([]);
    expect(await store.answers.history(ORG, 'b', DAY)).toEqual([]);
    const history = await store.answers.history(ORG, 'a', DAY);
    expect(history.map((each) => each.choice?.style)).toEqual(['home', 'office']);
    const again = await store.answers.record(aVote('a', { at: OPENS + 9, choice: null, team: null }));
    expect(again.previous).toEqual(choice('office'));
  });

  test('an answer taken back last stays taken back', async () => {
    const { store } = bench;
    await store.answers.record(aVote('a', { at: OPENS + 1, team: null }));
    await store.answers.record(aVote('b', { at: OPENS + 2, team: null }));
    await store.answers.record(aVote('a', { at: OPENS + 3, choice: null, team: null }));
    await store.answers.record(aVote('b', { day: NEXT_DAY, at: OPENS + 1, team: null }));
    await store.answers.record(aVote('a', { day: NEXT_DAY, at: OPENS + 2, team: null }));
    await store.answers.record(aVote('b', { day: NEXT_DAY, at: OPENS + 3, choice: null, team: null }));
    await joined(store, 'a', 'b');
    expect(await store.answers.list(ORG, 'a', DAY, NEXT_DAY)).toEqual([]);
  });

  test('an answer a person gave wins over a default week', async () => {
    const { store } = bench;
    await store.answers.record(aVote('b', { at: OPENS - 100, choice: choice('satellite'), source: 'plan' }));
    const usual = { person: 'a', scheduled: true, usual: choice('office') };
    await store.polls.open(aPoll(), [usual, ...scheduled('b')], OPENS);
    await joined(store, 'a', 'b');
    expect(await store.answers.get(ORG, 'a', DAY)).toMatchObject({ style: 'satellite', source: 'plan' });
  });

  test('on the lists of polls and teams the person is once, scheduled if they are under any id', async () => {
    const { store } = bench;
    const off = (person: string) => ({ person, scheduled: false, usual: null });
    await store.teams.create(aTeam());
    await store.teams.create(aTeam('other'));
    await store.people.setRoster(ORG, TEAM, [aPerson('a'), aPerson('b'), aPerson('x')]);
    await store.people.setRoster(ORG, 'other', [aPerson('b')]);
    await agreed(store, ['b', 'x']);
    await agreed(store, ['b'], 'other');
    await store.polls.open(aPoll(), [off('a'), ...scheduled('b', 'x')], OPENS);
    await store.polls.open(aPoll({ day: NEXT_DAY }), scheduled('b', 'x'), OPENS);
    await store.polls.open(aPoll({ team: 'other' }), [off('b')], OPENS);
    await joined(store, 'a', 'b');
    expect((await store.polls.count(ORG, TEAM, DAY, CLOSES)).members).toBe(2);
    expect((await store.polls.members(ORG, TEAM, NEXT_DAY)).map(({ member }) => member.id)).toEqual([
      'a',
      'x',
    ]);
    expect((await store.polls.count(ORG, 'other', DAY, CLOSES)).members).toBe(0);
    expect((await store.people.roster(ORG, TEAM)).map(({ id }) => id)).toEqual(['a', 'x']);
    expect(await store.people.teamsOf(ORG, 'a')).toEqual(['other', TEAM]);
    expect(await store.people.teamsOf(ORG, 'b')).toEqual([]);
    expect(await store.people.get(ORG, 'b')).toBeNull();
  });

  test('what was chosen under either id is kept, and the first one’s own stands', async () => {
    const { store } = bench;
    const choose = (person: string, remind: boolean) =>
      store.people.changePreferences(ORG, person, (now) => ({ ...now, remind }));
    await store.people.save(ORG, [aPerson('a'), aPerson('b'), aPerson('c'), aPerson('d')]);
    await choose('b', false);
    await joined(store, 'a', 'b');
    expect((await store.people.get(ORG, 'a'))?.preferences).toEqual({
      ...DEFAULT_PREFERENCES,
      remind: false,
    });
    await choose('c', true);
    await choose('d', false);
    await join(store, 'c', 'other');
    await join(store, 'd', 'other');
    expect((await store.people.get(ORG, 'c'))?.preferences.remind).toBe(true);
    expect((await store.people.get(ORG, 'a'))?.name).toBe('Name a');
  });

  test('a reminder sent to either id is sent', async () => {
    const { store } = bench;
    const reminder = (person: string, day = DAY) => aTask({ team: '', kind: 'reminder', person, day });
    const sent = reminder('b');
    const claim = await store.ledger.claim(sent, 1_000);
    await store.ledger.finish(sent, claim?.attempt ?? 0, { state: 'done', post: 'b/1' });
    await store.ledger.claim(reminder('a'), 1_000);
    const own = reminder('a', NEXT_DAY);
    const kept = await store.ledger.claim(own, 1_000);
    await store.ledger.finish(own, kept?.attempt ?? 0, { state: 'done', post: 'a/1' });
    await store.ledger.claim(reminder('b', NEXT_DAY), 1_000);
    await joined(store, 'a', 'b');
    expect(await store.ledger.claim(reminder('a'), 1_000)).toBeNull();
    const entries = async (day: string) =>
      (await store.ledger.list(ORG, '', day, 'reminder')).map((entry) => [
        entry.kind === 'reminder' && entry.person,
        entry.state,
        entry.post,
      ]);
    expect(await entries(DAY)).toEqual([['a', 'done', 'b/1']]);
    expect(await entries(NEXT_DAY)).toEqual([['a', 'done', 'a/1']]);
  });
}
