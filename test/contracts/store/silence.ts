import { aPerson, aPoll, aTask, aVote, type Factory, OPENS, ORG, scheduled, useStore } from './harness';

const DAYS = ['2018-07-23', '2018-07-24', '2018-07-25'];
const SPAN = { from: '2018-07-01', until: '2018-07-25' };

export function silenceContract(factory: Factory): void {
  const bench = useStore(factory);

  async function polled(...persons: string[]): Promise<void> {
    const { people, polls } = bench.store;
    await people.setRoster(
      ORG,
      'team',
      persons.map((id) => aPerson(id)),
    );
    for (const day of DAYS) await polls.open(aPoll({ day }), scheduled(...persons), OPENS);
  }

  const votes = (person: string, day: string) => bench.store.answers.record(aVote(person, { day }));

  test('those are silent who answered none of the last days that asked them', async () => {
    await polled('ann', 'bob', 'cho');
    await votes('ann', '2018-07-25');
    await votes('bob', '2018-07-23');
    const silent = await bench.store.silence.silent(ORG, SPAN, 1);
    expect(silent.map(({ person, asked, silent, last }) => [person, asked, silent, last])).toEqual([
      ['cho', 3, 3, null],
      ['bob', 3, 2, '2018-07-23'],
    ]);
    expect((await bench.store.silence.silent(ORG, SPAN, 3)).map(({ person }) => person)).toEqual(['cho']);
    expect(await bench.store.silence.silent('other', SPAN, 1)).toEqual([]);
  });

  test('a day counts once, however many teams ask, and days off and people who left do not', async () => {
    await polled('ann', 'bob');
    const { people, polls } = bench.store;
    await polls.open(aPoll({ team: 'second' }), scheduled('ann'), OPENS);
    await polls.open(
      aPoll({ team: 'second', day: '2018-07-20' }),
      [{ person: 'ann', scheduled: false, usual: null }],
      OPENS,
    );
    await people.leave(ORG, 'team', 'bob');
    const silent = await bench.store.silence.silent(ORG, SPAN, 1);
    expect(silent.map(({ person, asked }) => [person, asked])).toEqual([['ann', 3]]);
  });

  test('those are not reached whose last reminder was refused for good', async () => {
    await polled('ann', 'bob', 'cho');
    const { ledger } = bench.store;
    const reminded = async (person: string, day: string, reason: string | null) => {
      const task = aTask({ kind: 'reminder', person, team: '', day });
      await ledger.claim(task, 1_000);
      await ledger.finish(
        task,
        1,
        reason === null ? { state: 'done', post: null } : { state: 'failed', reason },
      );
    };
    await reminded('ann', '2018-07-23', 'gone');
    await reminded('ann', '2018-07-24', null);
    await reminded('bob', '2018-07-23', null);
    await reminded('bob', '2018-07-24', 'forbidden');
    await reminded('cho', '2018-07-24', 'invalid');
    const { silence } = bench.store;
    expect(
      (await silence.unreached(ORG, '2018-07-01')).map(({ person, reason }) => [person, reason]),
    ).toEqual([['bob', 'forbidden']]);
    expect(await silence.unreached(ORG, '2018-07-25')).toEqual([]);
  });
}
