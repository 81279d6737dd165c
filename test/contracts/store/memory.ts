import { type Factory, OPENS, useStore } from './harness';

export function memoryContract(factory: Factory): void {
  const bench = useStore(factory);
  const memory = (owner = 'slack') => bench.store.memory(owner);

  test('keeps what was put, replaces it, and forgets what was removed', async () => {
    expect(await memory().get('key')).toBeNull();
    await memory().put('key', 'one', null);
    await memory().put('key', 'two', null);
    await bench.reopen();
    expect(await memory().get('key')).toBe('two');
    await memory().remove('key');
    await memory().remove('key');
    expect(await memory().get('key')).toBeNull();
  });

  test('each owner has its own', async () => {
    await memory('slack').put('key', 'of slack', null);
    expect(await memory('teams').claim('key', 'of teams', OPENS + 1)).toBe(true);
    await memory('teams').remove('key');
    expect(await memory('slack').get('key')).toBe('of slack');
    expect(await memory('teams').list('')).toEqual([]);
  });

  test('what has expired is gone, from that instant on', async () => {
    await memory().put('key', 'value', OPENS + 10);
    bench.now = OPENS + 9;
    expect(await memory().get('key')).toBe('value');
    bench.now = OPENS + 10;
    expect(await memory().get('key')).toBeNull();
    expect(await memory().list('')).toEqual([]);
  });

  test('one of many claims a key, until it expires or is removed', async () => {
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) => memory().claim('key', String(index), OPENS + 10)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await memory().get('key')).toBe(String(claims.indexOf(true)));
    bench.now = OPENS + 10;
    expect(await memory().claim('key', 'next', OPENS + 20)).toBe(true);
    await memory().remove('key');
    expect(await memory().claim('key', 'last', OPENS + 20)).toBe(true);
  });

  test('what was put for ever cannot be claimed', async () => {
    await memory().put('key', 'value', null);
    bench.now = OPENS * 2;
    expect(await memory().claim('key', 'other', OPENS * 3)).toBe(false);
    expect(await memory().get('key')).toBe('value');
  });

  test('lists what begins with a prefix, by key; signs in it mean nothing', async () => {
    for (const key of ['b:2', 'a:1', 'b:1', 'b', 'c', 'b%', 'b:日'])
      await memory().put(key, `value ${key}`, null);
    expect((await memory().list('b:')).map(({ key }) => key)).toEqual(['b:1', 'b:2', 'b:日']);
    expect(await memory().list('b%')).toEqual([{ key: 'b%', value: 'value b%' }]);
    expect(await memory().list('d')).toEqual([]);
  });
}
