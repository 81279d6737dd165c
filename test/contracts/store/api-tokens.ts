import { aPerson, type Factory, OPENS, ORG, useStore } from './harness';

const ANN = { org: ORG, person: 'ann' };
const HOUR = 3_600_000;
const WRITE = { ...ANN, key: 'k', request: 'r' };

export function apiTokenContract(factory: Factory): void {
  const bench = useStore(factory);

  const make = (secret: string, id: string, person = 'ann', lifeMs = HOUR, org = ORG) =>
    bench.store.apiTokens.add(
      secret,
      { org, person, id, name: `for ${id}`, scopes: ['read', 'me:write'] },
      lifeMs,
    );

  test('a token is found by its secret until its time is over or it is revoked', async () => {
    const { apiTokens } = bench.store;
    await make('secret', 't1');
    await make('over', 't2', 'ann', -1);
    expect(await apiTokens.use('secret')).toMatchObject({
      ...ANN,
      id: 't1',
      name: 'for t1',
      scopes: ['read', 'me:write'],
    });
    expect(await apiTokens.use('other')).toBeNull();
    expect(await apiTokens.use('over')).toBeNull();
    await bench.reopen();
    const again = bench.store.apiTokens;
    const [token] = (await again.list(ORG, 'ann')).filter(({ id }) => id === 't1');
    expect(token?.usedAt).toEqual(expect.any(Number));
    expect(await again.revoke(ORG, 'bob', 't1')).toBe(false);
    expect(await again.revoke('other', null, 't1')).toBe(false);
    expect(await again.revoke(ORG, 'ann', 't1')).toBe(true);
    expect(await again.revoke(ORG, 'ann', 't1')).toBe(false);
    expect(await again.use('secret')).toBeNull();
  });

  test('tokens are listed of a person, or of the organisation', async () => {
    const { apiTokens } = bench.store;
    await make('a', 't1');
    await make('b', 't2', 'bob');
    await make('c', 't3', 'ann', HOUR, 'other');
    expect((await apiTokens.list(ORG, 'ann')).map(({ id }) => id)).toEqual(['t1']);
    expect((await apiTokens.list(ORG, null)).map(({ id }) => id).sort()).toEqual(['t1', 't2']);
  });

  test('a person who is forgotten has none', async () => {
    const { apiTokens, people } = bench.store;
    await people.setRoster(ORG, 'team', [aPerson('ann')]);
    await make('a', 't1');
    await apiTokens.beginWrite(WRITE);
    await people.forget(ORG, 'ann', OPENS);
    expect(await apiTokens.use('a')).toBeNull();
    expect(await apiTokens.beginWrite(WRITE)).toEqual({ state: 'new' });
  });

  test('of writes with one key one is done, and the others get its answer', async () => {
    const { apiTokens } = bench.store;
    const begun = await Promise.all(Array.from({ length: 8 }, () => apiTokens.beginWrite(WRITE)));
    expect(begun.map(({ state }) => state).sort()).toEqual(['new', ...Array(7).fill('running')].sort());
    expect(await apiTokens.beginWrite({ ...WRITE, request: 'another' })).toEqual({ state: 'other' });
    expect(await apiTokens.beginWrite({ ...WRITE, person: 'bob' })).toEqual({ state: 'new' });
    await apiTokens.endWrite(WRITE, { status: 200, body: '{}' });
    await bench.reopen();
    expect(await bench.store.apiTokens.beginWrite(WRITE)).toEqual({ state: 'done', status: 200, body: '{}' });
    await bench.store.apiTokens.dropWrite(WRITE);
    expect((await bench.store.apiTokens.beginWrite(WRITE)).state).toBe('done');
  });

  test('a write that was not done can be sent again', async () => {
    const { apiTokens } = bench.store;
    await apiTokens.beginWrite(WRITE);
    await apiTokens.dropWrite(WRITE);
    expect(await apiTokens.beginWrite(WRITE)).toEqual({ state: 'new' });
  });
}
