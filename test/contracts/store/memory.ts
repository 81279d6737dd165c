import { type Factory, useStore } from './harness';

export function memoryContract(factory: Factory): void {
  const bench = useStore(factory);
  const memory = (owner = 'slack') => bench.store.memory(owner);
  const later = async () => (await bench.store.time()) + 60_000;

  test('keeps what was put, replaces it, and forgets what was removed', async () => {
    expect(await memory().get('key')).toBeNull();
    await memory().put('key', 'one', null, null);
    await memory().put('key', 'two', null, null);
    await bench.reopen();
    expect(await memory().get('key')).toBe('two');
    await memory().remove('key');
    await memory().remove('key');
    expect(await memory().get('key')).toBeNull();
  });

  test('each owner has its own', async () => {
    await memory('slack').put('key', 'of slack', null, null);
    expect(await memory('teams').claim('key', 'of teams', await later(), null)).toBe(true);
    await memory('teams').remove('key');
    expect(await memory('slack').get('key')).toBe('of slack');
    expect(await memory('teams').list('')).toEqual([]);
  });

  test('what has expired is gone, by the time of the database', async () => {
    await memory().put('kept', 'value', await later(), null);
    await memory().put('gone', 'value', await bench.store.time(), null);
    expect(await memory().get('kept')).toBe('value');
    expect(await memory().get('gone')).toBeNull();
    expect(await memory().list('')).toEqual([{ key: 'kept', value: 'value' }]);
  });

  test('one of many claims a key, until it expires or is removed', async () => {
    await memory().put('key', 'long ago', 1, null);
    const until = await later();
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) => memory().claim('key', String(index), until, null)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await memory().get('key')).toBe(String(claims.indexOf(true)));
    await memory().remove('key');
    expect(await memory().claim('key', 'last', until, null)).toBe(true);
  });

  test('what was put for ever cannot be claimed', async () => {
    await memory().put('key', 'value', null, null);
    expect(await memory().claim('key', 'other', await later(), null)).toBe(false);
    expect(await memory().get('key')).toBe('value');
  });

  test('lists what begins with a prefix, by key; signs in it mean nothing', async () => {
    for (const key of ['b:2', 'a:1', 'b:1', 'b', 'c', 'b%', 'b:日'])
      await memory().put(key, `value ${key}`, null, null);
    expect((await memory().list('b:')).map(({ key }) => key)).toEqual(['b:1', 'b:2', 'b:日']);
    expect(await memory().list('b%')).toEqual([{ key: 'b%', value: 'value b%' }]);
    expect(await memory().list('d')).toEqual([]);
  });
}
