import { createSharedEdits } from '../../src/store/edits';
import { createStore } from '../../src/store/store';
import { aPerson, aPoll, aTeam, aVote, DAY, OPENS, ORG, scheduled, TEAM } from '../contracts/store/harness';
import { useTwoProcesses } from '../support/two-processes';

const processes = useTwoProcesses();

describe('edits', () => {
  let polls = 0;
  const aKey = () => ({ org: ORG, team: `poll ${++polls}`, day: DAY });
  beforeEach(() => {
    processes.now = OPENS;
  });

  test('of one poll are one process’s at a time, and after a death its lease ends', async () => {
    const [one, other] = processes.both(createSharedEdits);
    const poll = aKey();
    const turns = await Promise.all([one, other, one, other].map((edits) => edits.begin(poll, 30_000, null)));
    expect(turns.filter(({ is }) => is === 'yours')).toEqual([{ is: 'yours', edit: 1 }]);
    processes.now += 29_999;
    expect(await other.begin(poll, 30_000, null)).toEqual({ is: 'taken', latest: 1, waitMs: 1 });
    processes.now += 1;
    expect(await other.begin(poll, 30_000, null)).toEqual({ is: 'yours', edit: 2 });
    expect(await one.end(poll, 1, true, 0)).toBe(false);
    expect(await other.end(poll, 2, true, 0)).toBe(true);
  });

  test('that began after a change show it; those under way may not', async () => {
    const [one, other] = processes.both(createSharedEdits);
    const poll = aKey();
    await one.begin(poll, 30_000, null);
    expect(await other.begin(poll, 30_000, null)).toMatchObject({ is: 'taken', latest: 1 });
    await one.end(poll, 1, true, 1_000);
    expect(await other.begin(poll, 30_000, 1)).toEqual({ is: 'taken', latest: 1, waitMs: 1_000 });
    processes.now += 1_000;
    await one.begin(poll, 30_000, null);
    await one.end(poll, 2, false, 0);
    expect(await other.begin(poll, 30_000, 1)).toEqual({ is: 'yours', edit: 3 });
    await other.end(poll, 3, true, 0);
    expect(await one.begin(poll, 30_000, 1)).toEqual({ is: 'shown' });
  });

  test('leave no answer unseen, of whichever process', async () => {
    const [one, other] = processes.both(createSharedEdits);
    const stores = processes.both((backend) => createStore(backend, () => processes.now));
    await stores[0].teams.create(aTeam());
    await stores[0].people.save(ORG, [aPerson('p1')]);
    await stores[0].polls.open(aPoll(), scheduled('p1'), processes.now);
    const poll = { org: ORG, team: TEAM, day: DAY };
    expect((await one.unseen(processes.now, 0, null)).polls).toEqual([]);
    const { seq } = await stores[0].answers.record(aVote('p1'));
    expect(await other.unseen(processes.now, 0, null)).toEqual({ polls: [poll], latest: seq });
    expect((await other.unseen(processes.now, 0, seq - 1)).polls).toEqual([]);
    const turn = await one.begin(poll, 30_000, null);
    const later = await stores[1].answers.record(aVote('p1', { choice: null }));
    await one.end(poll, turn.is === 'yours' ? turn.edit : 0, true, 0);
    expect((await other.unseen(processes.now, 0, seq)).polls).toEqual([]);
    expect((await other.unseen(processes.now, seq, null)).polls).toEqual([poll]);
    expect(await other.unseen(processes.now, later.seq, null)).toEqual({ polls: [], latest: later.seq });
    expect((await other.unseen(aPoll().endsAt, 0, null)).polls).toEqual([]);
    await stores[0].polls.open(aPoll({ team: 'later' }), scheduled('p2'), processes.now);
    await stores[0].answers.record(aVote('p2', { team: 'later' }));
    expect((await other.unseen(processes.now, later.seq, null)).polls).toEqual([{ ...poll, team: 'later' }]);
  });
});
