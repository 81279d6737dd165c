import type { AuditEntry } from '../../../src/ports/store/audit';
import { type Factory, OPENS, ORG, TEAM, useStore } from './harness';

export function auditContract(factory: Factory): void {
  const bench = useStore(factory);
  const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
    ...{ org: ORG, team: TEAM, person: 'ann', at: OPENS, intent: 'setup' },
    ...{ before: { names: 'off' }, after: { names: 'on' } },
    ...change,
  });

  test('what administrators did comes newest first, in pages, by organisation', async () => {
    const { audit } = bench.store;
    await audit.begin(entry());
    await audit.begin(entry({ org: 'other' }));
    await audit.begin(entry({ team: null, intent: 'campaign-end', at: OPENS + 1 }));
    await bench.reopen();
    const [last, first, ...more] = await bench.store.audit.list(ORG, null, 10);
    expect([last, first]).toMatchObject([
      entry({ team: null, intent: 'campaign-end', at: OPENS + 1 }),
      entry(),
    ]);
    expect(more).toEqual([]);
    expect(await bench.store.audit.list(ORG, last?.seq ?? 0, 10)).toEqual([first]);
    expect(await bench.store.audit.list(ORG, null, 1)).toEqual([last]);
  });

  test('an entry is settled once: done with what changed, or taken back', async () => {
    const { audit } = bench.store;
    const [done, refused, open] = [
      await audit.begin(entry()),
      await audit.begin(entry()),
      await audit.begin(entry()),
    ];
    await audit.settle(done, { before: {}, after: { day: '2018-07-24' } });
    await audit.settle(refused, null);
    await audit.settle(done, null);
    await audit.settle(done, { before: {}, after: {} });
    expect(await audit.list(ORG, null, 10)).toEqual([
      { ...entry(), seq: open, done: false },
      { ...entry({ before: {}, after: { day: '2018-07-24' } }), seq: done, done: true },
    ]);
  });

  test('it goes with its age, and stays when its person is forgotten', async () => {
    const { audit, people, retention } = bench.store;
    await audit.begin(entry({ at: OPENS - 1 }));
    await audit.begin(entry());
    await people.forget(ORG, 'ann', OPENS);
    while (await retention.sweep({ day: '2017-01-01', at: OPENS }));
    expect(await audit.list(ORG, null, 10)).toMatchObject([entry()]);
  });
}
