import type { SafetyState } from '../../../src/domain/safety/safety';
import type { SafetyStore } from '../../../src/ports/store/safety';
import { DAY, type Factory, OPENS, ORG, TEAM, useStore } from './harness';

const contactsOf = async (safety: SafetyStore, team: string) =>
  (await safety.contacts(ORG, team)).map(({ person }) => person);

export function safetyContract(factory: Factory): void {
  const bench = useStore(factory);
  const give = (person: string, state: SafetyState, at = OPENS + 1, since = OPENS) =>
    bench.store.safety.answer({ org: ORG, team: TEAM, day: DAY, person, state, at, since });
  const states = async (since = OPENS) =>
    (await bench.store.safety.answers(ORG, DAY, DAY))
      .filter(({ at }) => at >= since)
      .map(({ person, state }) => `${person} ${state}`)
      .sort();

  test('the last answer of each person stands; the same again is none', async () => {
    await give('ann', 'safe');
    await give('ann', 'safe', OPENS + 2);
    await give('bob', 'need-help');
    await give('ann', 'need-help', OPENS + 3);
    await bench.reopen();
    expect(await states()).toEqual(['ann need-help', 'bob need-help']);
    expect(await bench.store.safety.answers('other', DAY, DAY)).toEqual([]);
  });

  test('a call is made where help is needed, and where it is needed no longer', async () => {
    expect(await give('ann', 'safe')).toBeNull();
    const help = await give('ann', 'need-help');
    expect(help).not.toBeNull();
    expect(await give('ann', 'need-help')).toBe(help);
    const over = await give('ann', 'safe', OPENS + 5);
    expect(await give('ann', 'safe')).toBe(over);
    expect(await bench.store.safety.calls(ORG, TEAM, DAY)).toMatchObject([
      { call: help, person: 'ann', state: 'need-help', day: DAY },
      { call: over, person: 'ann', state: 'safe', at: OPENS + 5 },
    ]);
    expect(await bench.store.safety.calls(ORG, 'other', DAY)).toEqual([]);
  });

  test('an answer to an earlier question does not stand', async () => {
    await give('ann', 'safe');
    expect(await states(OPENS + 10)).toEqual([]);
    expect(await give('ann', 'safe', OPENS + 11, OPENS + 10)).toBeNull();
    expect(await states(OPENS + 10)).toEqual(['ann safe']);
  });

  test('who asked for help before the question was put again is told of when safe, and when not', async () => {
    const again = OPENS + 10;
    const first = await give('ann', 'need-help');
    await give('bob', 'need-help');
    expect(await give('ann', 'safe', again + 1, again)).not.toBeNull();
    const second = await give('bob', 'need-help', again + 1, again);
    expect(second).not.toBeNull();
    expect(second).not.toBe(first);
    expect(await states()).toEqual(['ann safe', 'bob need-help']);
  });

  test('of presses at once one makes the call, and the team is due', async () => {
    const calls = await Promise.all(Array.from({ length: 8 }, () => give('ann', 'need-help')));
    expect(new Set(calls).size).toBe(1);
    expect(await bench.store.safety.calls(ORG, TEAM, DAY)).toHaveLength(1);
  });

  test('contacts are replaced, and a person who is forgotten is gone with what they said', async () => {
    const { safety, people } = bench.store;
    await safety.setContacts(ORG, TEAM, ['ann', 'bob'], OPENS);
    await safety.setContacts(ORG, 'other', ['ann'], OPENS);
    await give('ann', 'need-help');
    await give('bob', 'safe');
    await people.forget(ORG, 'ann', OPENS);
    expect(await contactsOf(safety, TEAM)).toEqual(['bob']);
    expect(await contactsOf(safety, 'other')).toEqual([]);
    expect(await states()).toEqual(['bob safe']);
    await safety.setContacts(ORG, TEAM, ['ann', 'eve'], OPENS);
    expect(await contactsOf(safety, TEAM)).toEqual(['eve']);
    await safety.setContacts(ORG, TEAM, [], OPENS);
    expect(await contactsOf(safety, TEAM)).toEqual([]);
  });

  test('an answer is deleted after thirty days, whatever the retention of others', async () => {
    await give('ann', 'safe');
    const before = { day: '2017-01-01', at: 0 };
    bench.now = OPENS + 29 * 86_400_000;
    while (await bench.store.retention.sweep(before));
    expect(await states()).toEqual(['ann safe']);
    bench.now = OPENS + 31 * 86_400_000;
    while (await bench.store.retention.sweep(before));
    expect(await states()).toEqual([]);
  });

  test('two ids of one person are one contact, and an organisation brings its own along', async () => {
    const { safety, links } = bench.store;
    await safety.setContacts(ORG, TEAM, ['a', 'b'], OPENS);
    await give('b', 'need-help');
    await links.identify(ORG, [
      { id: 'a', identity: 'ann' },
      { id: 'b', identity: 'ann' },
    ]);
    expect(await contactsOf(safety, TEAM)).toEqual(['a']);
    expect(await states()).toEqual(['a need-help']);
    await safety.setContacts('other', 'team2', ['x'], OPENS);
    await links.adopt('other', ORG, 'other|');
    expect(await contactsOf(safety, 'team2')).toEqual(['other|x']);
  });
}
