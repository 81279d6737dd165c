import { type Factory, OPENS, ORG, TEAM, useStore } from './harness';

export function contactContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a team has the contact that was set last', async () => {
    const { contacts } = bench.store;
    expect(await contacts.get(ORG, TEAM)).toBeNull();
    await contacts.set(ORG, TEAM, 'ann', OPENS);
    await contacts.set(ORG, TEAM, 'bob', OPENS);
    await bench.reopen();
    expect(await bench.store.contacts.get(ORG, TEAM)).toBe('bob');
    expect(await bench.store.contacts.get('other', TEAM)).toBeNull();
    expect(await bench.store.contacts.get(ORG, 'other')).toBeNull();
  });

  test('it is known from when a person is the contact', async () => {
    const { contacts } = bench.store;
    const setAt = async (now: number, person: string) => {
      await contacts.set(ORG, TEAM, person, now);
      return contacts.current(ORG, TEAM);
    };
    expect(await contacts.current(ORG, TEAM)).toBeNull();
    expect(await setAt(OPENS, 'ann')).toEqual({ person: 'ann', since: OPENS });
    expect(await setAt(OPENS + 1, 'ann')).toEqual({ person: 'ann', since: OPENS });
    expect(await setAt(OPENS + 2, 'bob')).toEqual({ person: 'bob', since: OPENS + 2 });
  });

  test('a suggestion is taken only where there is no contact', async () => {
    const { contacts } = bench.store;
    expect(await contacts.suggest(ORG, TEAM, 'ann', OPENS)).toBe(true);
    for (const again of ['ann', 'bob']) expect(await contacts.suggest(ORG, TEAM, again, OPENS)).toBe(false);
    expect(await contacts.get(ORG, TEAM)).toBe('ann');
    await contacts.set(ORG, TEAM, 'bob', OPENS);
    expect(await contacts.get(ORG, TEAM)).toBe('bob');
  });

  test('a person who is forgotten is no contact any more; others stay', async () => {
    const { contacts, people } = bench.store;
    await contacts.set(ORG, TEAM, 'ann', OPENS);
    await contacts.set(ORG, 'other', 'bob', OPENS);
    await contacts.set('elsewhere', TEAM, 'ann', OPENS);
    await people.forget(ORG, 'ann', OPENS);
    expect(await contacts.get(ORG, TEAM)).toBeNull();
    expect(await contacts.get(ORG, 'other')).toBe('bob');
    expect(await contacts.get('elsewhere', TEAM)).toBe('ann');
  });

  test('of two ids of one person the one they are counted under is the contact', async () => {
    const { contacts, links } = bench.store;
    await contacts.set(ORG, TEAM, 'b', OPENS);
    await links.identify(ORG, [
      { id: 'a', identity: 'ann' },
      { id: 'b', identity: 'ann' },
    ]);
    expect(await contacts.get(ORG, TEAM)).toBe('a');
  });

  test('an organisation that becomes part of another brings its contacts along', async () => {
    const { contacts, links } = bench.store;
    await contacts.set('other', TEAM, 'ann', OPENS);
    await links.adopt('other', ORG, 'other|');
    expect(await contacts.get(ORG, TEAM)).toBe('other|ann');
    expect(await contacts.get('other', TEAM)).toBeNull();
  });
}

export function channelFailureContract(factory: Factory): void {
  const bench = useStore(factory);
  const failure = { org: ORG, team: TEAM, channel: 'first', since: 1_000 } as const;

  test('a failure keeps its first time until it ends', async () => {
    const { channelFailures } = bench.store;
    expect(await channelFailures.list()).toEqual([]);
    expect(await channelFailures.begin(failure)).toBe(1_000);
    expect(await channelFailures.begin({ ...failure, since: 2_000 })).toBe(1_000);
    await bench.reopen();
    expect(await bench.store.channelFailures.list()).toEqual([failure]);
    await bench.store.channelFailures.end(ORG, TEAM, 'first');
    await bench.store.channelFailures.end(ORG, TEAM, 'first');
    expect(await bench.store.channelFailures.list()).toEqual([]);
    expect(await bench.store.channelFailures.begin({ ...failure, since: 3_000 })).toBe(3_000);
  });

  test('channels, teams and organisations fail by themselves', async () => {
    const { channelFailures } = bench.store;
    const all = [
      failure,
      { ...failure, channel: 'second' as const, since: 2_000 },
      { ...failure, team: 'other', since: 3_000 },
      { ...failure, org: 'other', since: 4_000 },
    ];
    for (const each of all) expect(await channelFailures.begin(each)).toBe(each.since);
    await channelFailures.end(ORG, TEAM, 'second');
    const left = await channelFailures.list();
    expect(left.map(({ since }) => since).sort()).toEqual([1_000, 3_000, 4_000]);
  });

  test('many who notice it at once agree on its time', async () => {
    const { channelFailures } = bench.store;
    const since = await Promise.all(
      Array.from({ length: 10 }, (_, index) => channelFailures.begin({ ...failure, since: index })),
    );
    expect(new Set(since).size).toBe(1);
  });

  test('an organisation that becomes part of another brings its failures along', async () => {
    const { channelFailures, links } = bench.store;
    await channelFailures.begin({ ...failure, org: 'other' });
    await links.adopt('other', ORG, 'other|');
    expect(await channelFailures.list()).toEqual([failure]);
  });
}

export function bindingCodeContract(factory: Factory): void {
  const bench = useStore(factory);
  const HOUR = 3_600_000;

  test('a code leads to its team, and is used once', async () => {
    const { bindingCodes } = bench.store;
    await bindingCodes.offer('ABCD', ORG, TEAM, HOUR);
    await bench.reopen();
    const codes = bench.store.bindingCodes;
    expect(await codes.find('ABCD')).toEqual({ org: ORG, team: TEAM });
    expect(await codes.find('other')).toBeNull();
    const used = await Promise.all(Array.from({ length: 10 }, () => codes.use('ABCD')));
    expect(used.filter((one) => one)).toEqual([true]);
    expect(await codes.find('ABCD')).toBeNull();
    expect(await codes.use('other')).toBe(false);
  });

  test('a code expires by the time of the database, and the next offer removes it', async () => {
    const { bindingCodes } = bench.store;
    await bindingCodes.offer('OLD', ORG, TEAM, 0);
    expect(await bindingCodes.find('OLD')).toBeNull();
    expect(await bindingCodes.use('OLD')).toBe(false);
    await bindingCodes.offer('NEW', ORG, TEAM, HOUR);
    await bindingCodes.offer('OLD', ORG, 'other', HOUR);
    expect(await bindingCodes.find('OLD')).toEqual({ org: ORG, team: 'other' });
    expect(await bindingCodes.find('NEW')).toEqual({ org: ORG, team: TEAM });
  });
}
