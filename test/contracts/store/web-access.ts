import { type Factory, OPENS, ORG, useStore } from './harness';

const ANN = { org: ORG, person: 'ann' };
const BOB = { org: ORG, person: 'bob' };
const MINUTE = 60_000;

export function webAccessContract(factory: Factory): void {
  const bench = useStore(factory);

  test('a code lets one person in, once', async () => {
    const { webAccess } = bench.store;
    await webAccess.offer('code', ANN, MINUTE);
    expect(await webAccess.offered('code')).toEqual(ANN);
    expect(await webAccess.offered('other')).toBeNull();
    expect(await webAccess.enter('other', 't0', MINUTE)).toBeNull();
    expect(await webAccess.enter('code', 't1', MINUTE)).toEqual(ANN);
    expect(await webAccess.offered('code')).toBeNull();
    expect(await webAccess.enter('code', 't2', MINUTE)).toBeNull();
    await bench.reopen();
    expect(await bench.store.webAccess.session('t1')).toEqual(ANN);
    expect(await bench.store.webAccess.session('t2')).toBeNull();
  });

  test('of many who use a code at once one gets in', async () => {
    const { webAccess } = bench.store;
    await webAccess.offer('code', ANN, MINUTE);
    const tokens = Array.from({ length: 12 }, (_, index) => `token ${index}`);
    const entered = await Promise.all(tokens.map((token) => webAccess.enter('code', token, MINUTE)));
    expect(entered.filter((of) => of !== null)).toEqual([ANN]);
  });

  test('a further code ends the earlier one of that person alone', async () => {
    const { webAccess } = bench.store;
    await webAccess.offer('first', ANN, MINUTE);
    await webAccess.offer('of bob', BOB, MINUTE);
    await webAccess.offer('second', ANN, MINUTE);
    expect(await webAccess.enter('first', 't', MINUTE)).toBeNull();
    expect(await webAccess.enter('second', 't', MINUTE)).toEqual(ANN);
    expect(await webAccess.enter('of bob', 'u', MINUTE)).toEqual(BOB);
  });

  test('codes and sessions end with their time', async () => {
    const { webAccess } = bench.store;
    await webAccess.offer('late', ANN, 0);
    expect(await webAccess.offered('late')).toBeNull();
    expect(await webAccess.enter('late', 't', MINUTE)).toBeNull();
    await webAccess.offer('code', ANN, MINUTE);
    await webAccess.enter('code', 't', 0);
    expect(await webAccess.session('t')).toBeNull();
  });

  test('one session ends, all of a person, or all of an organisation', async () => {
    const { webAccess } = bench.store;
    const enter = async (token: string, who: typeof ANN) => {
      await webAccess.offer(`for ${token}`, who, MINUTE);
      await webAccess.enter(`for ${token}`, token, MINUTE);
    };
    await enter('a1', ANN);
    await enter('a2', ANN);
    await enter('b1', BOB);
    await enter('other', { org: 'other', person: 'ann' });
    await webAccess.end('a1');
    expect(await webAccess.session('a1')).toBeNull();
    expect(await webAccess.session('a2')).toEqual(ANN);
    await webAccess.offer('unused', ANN, MINUTE);
    expect(await webAccess.endAll(ANN)).toBe(1);
    expect(await webAccess.offered('unused')).toBeNull();
    expect(await webAccess.session('b1')).toEqual(BOB);
    expect(await webAccess.endAll({ org: ORG, person: null })).toBe(1);
    expect(await webAccess.session('b1')).toBeNull();
    expect(await webAccess.session('other')).toEqual({ org: 'other', person: 'ann' });
  });

  test('a person who is forgotten is signed out', async () => {
    const { webAccess, people } = bench.store;
    await webAccess.offer('code', ANN, MINUTE);
    await webAccess.enter('code', 'token', MINUTE);
    await webAccess.offer('unused', ANN, MINUTE);
    await people.forget(ORG, 'ann', OPENS);
    expect(await webAccess.session('token')).toBeNull();
    expect(await webAccess.offered('unused')).toBeNull();
  });

  test('of two ids that are one person the one that gives way is signed out', async () => {
    const { webAccess, links } = bench.store;
    await webAccess.offer('code', { org: ORG, person: 'b' }, MINUTE);
    await webAccess.enter('code', 'token', MINUTE);
    await links.identify(ORG, [
      { id: 'a', identity: 'ann' },
      { id: 'b', identity: 'ann' },
    ]);
    expect(await webAccess.session('token')).toBeNull();
  });
}
