import { TeamQueue } from '../../../src/app/schedule/team-queue';
import { aTeam } from '../../contracts/store/harness';

const queueOf = (...orgs: string[]) => {
  const queue = new TeamQueue();
  for (const [index, org] of orgs.entries()) queue.add(aTeam(`${org}${index}`, { org }));
  return queue;
};

/** Takes teams, and lets their checks run on. */
function takeAndCheck(queue: TeamQueue): string[] {
  const taken: string[] = [];
  for (let team = queue.take(); team; team = queue.take()) {
    queue.loadOf(team.org).begin();
    taken.push(team.id);
  }
  return taken;
}

test('an empty queue has no next team', () => {
  const queue = queueOf();
  expect(queue.hasNext()).toBe(false);
  expect(queue.take()).toBeNull();
  expect(queue.size).toBe(0);
});

test('the least busy organisation is next, the first of its teams first', () => {
  const queue = queueOf('a', 'a', 'a', 'b', 'b');
  expect(takeAndCheck(queue)).toEqual(['a0', 'b3', 'a1', 'b4', 'a2']);
});

test('while others wait, an organisation has four checks at once, and goes on when one has ended', () => {
  const queue = queueOf(...Array.from({ length: 9 }, () => 'a'), 'b');
  expect(takeAndCheck(queue)).toEqual(['a0', 'b9', 'a1', 'a2', 'a3']);
  expect(queue.hasNext()).toBe(false);
  expect(queue.size).toBe(5);
  queue.loadOf('a').end();
  expect(queue.hasNext()).toBe(true);
  expect(queue.take()?.id).toBe('a4');
});

test('alone an organisation has twelve checks at once', () => {
  const queue = queueOf(...Array.from({ length: 20 }, () => 'a'));
  expect(takeAndCheck(queue)).toHaveLength(12);
  expect(queue.hasNext()).toBe(false);
  queue.add(aTeam('late', { org: 'b' }));
  expect(queue.take()?.id).toBe('late');
});

test('an organisation whose last team is being checked still counts as another', () => {
  const queue = queueOf('b', ...Array.from({ length: 8 }, () => 'a'));
  expect(takeAndCheck(queue)).toHaveLength(5);
  queue.loadOf('b').end();
  expect(takeAndCheck(queue)).toHaveLength(4);
});

test('all that is left can be taken at once', () => {
  const queue = queueOf('a', 'b');
  expect(queue.takeAll().map(({ id }) => id)).toEqual(['a0', 'b1']);
  expect(queue.size).toBe(0);
});
