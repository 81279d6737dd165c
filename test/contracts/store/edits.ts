import { aPoll, aTeam, aVote, ENDS, type Factory, OPENS, ORG, TEAM, useStore } from './harness';

export function editContract(factory: Factory): void {
  const bench = useStore(factory);

  test('after a start, polls with answers wait for an edit until their local day ends', async () => {
    const { store } = bench;
    for (const [org, endsAt] of [
      [ORG, ENDS],
      ['other', ENDS + 1],
    ] as const) {
      await store.teams.create(aTeam(TEAM, { org }));
      await store.polls.open(aPoll({ org, endsAt }), [], OPENS);
      await store.answers.record(aVote('p', { org }));
    }
    const orgs = async (now: number) => (await store.edits.unseen(now, 0, null)).polls.map(({ org }) => org);
    expect((await orgs(ENDS - 1)).sort()).toEqual([ORG, 'other']);
    expect(await orgs(ENDS)).toEqual(['other']);
    expect(await orgs(ENDS + 1)).toEqual([]);
  });

  test('an edit that nothing hinders begins, and ends', async () => {
    const { edits } = bench.store;
    const poll = { org: ORG, team: TEAM, day: aPoll().day };
    const turn = await edits.begin(poll, 1_000, null);
    if (turn.is !== 'yours') throw new Error('the edit may begin');
    expect(await edits.end(poll, turn.edit, true, 0)).toBe(true);
    expect(await edits.begin(poll, 1_000, null)).toMatchObject({ is: 'yours' });
  });
}
