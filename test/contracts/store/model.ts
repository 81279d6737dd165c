import fc from 'fast-check';
import type { Answer } from '../../../src/domain/answers/poll';
import { WORK_STYLES } from '../../../src/domain/answers/work-style';
import type { Recorded, Trace, Vote } from '../../../src/ports/store/answers';
import type { Store } from '../../../src/store/store';
import { aPoll, aVote, CLOSES, DAY, type Factory, OPENS, scheduled, TEAM, useStore } from './harness';

const DAYS = [DAY, '2018-07-25'];
const PEOPLE = ['a', 'b', 'c'];

const ARBITRARY_VOTE = fc.record({
  person: fc.constantFrom(...PEOPLE),
  day: fc.constantFrom(...DAYS),
  choice: fc.option(
    fc.record({ style: fc.constantFrom(...WORK_STYLES), arrival: fc.constantFrom(null, '10:30') }),
  ),
  team: fc.constantFrom(null, TEAM),
  agrees: fc.constantFrom(null, 'counts' as const, 'names' as const),
});

/** What the store should say, kept in plain maps. */
interface Model {
  answers: Map<string, Answer>;
  history: Map<string, Omit<Trace, 'seq'>[]>;
  /** Who counts in the team's poll. */
  here: Set<string>;
}

/** Votes come in waves: those of a wave at once, the next wave when they are recorded. */
const ARBITRARY_WAVES = fc.array(fc.array(ARBITRARY_VOTE, { maxLength: 12 }), { maxLength: 6 });

export function modelContract(factory: Factory): void {
  const bench = useStore(factory);

  test('votes and clears of several people, interleaved, equal a naive model', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(ARBITRARY_WAVES, async (waves) => {
        round += 1;
        await playAgainstModel(bench.store, `org ${round}`, waves);
      }),
      { numRuns: 60 },
    );
  });
}

async function playAgainstModel(
  store: Store,
  org: string,
  waves: Pick<Vote, 'person' | 'day' | 'choice' | 'team' | 'agrees'>[][],
): Promise<void> {
  const model: Model = { answers: new Map(), history: new Map(), here: new Set() };
  await store.polls.open(aPoll({ org }), scheduled(...PEOPLE), OPENS);
  let at = OPENS;
  for (const wave of waves) {
    const votes = wave.map((vote) => {
      at += 1;
      return aVote(vote.person, { ...vote, org, at });
    });
    const expected = votes.map((vote) => applyTo(model, vote));
    const recorded = await Promise.all(votes.map((vote) => store.answers.record(vote)));
    expect(recorded.map(({ seq: _, ...result }) => result)).toEqual(expected);
  }
  await expectSame(store, org, model);
}

function applyTo(
  model: Model,
  { person, day, choice, at, source, team, agrees }: Vote,
): Omit<Recorded, 'seq'> {
  if (day === DAY && choice && team !== null && agrees !== null) model.here.add(person);
  const key = `${person} ${day}`;
  const before = model.answers.get(key);
  model.history.set(key, [...(model.history.get(key) ?? []), { choice, at, source }]);
  const same = before?.style === choice?.style && before?.arrival === choice?.arrival;
  if (choice) {
    const firstAt = before?.firstAt ?? at;
    model.answers.set(key, { person, day, ...choice, at: before && same ? before.at : at, firstAt, source });
  } else model.answers.delete(key);
  const previous = before ? { style: before.style, arrival: before.arrival } : null;
  return { previous, at: before && choice && same ? before.at : at };
}

async function expectSame(store: Store, org: string, model: Model): Promise<void> {
  for (const person of PEOPLE) {
    for (const day of DAYS) {
      const key = `${person} ${day}`;
      expect(await store.answers.get(org, person, day)).toEqual(model.answers.get(key) ?? null);
      const history = await store.answers.history(org, person, day);
      expect(history.map(({ seq: _, ...trace }) => trace)).toEqual(model.history.get(key) ?? []);
    }
  }
  const counted = await store.polls.count(org, TEAM, DAY, CLOSES);
  const given = [...model.answers.values()].filter(
    ({ day, person }) => day === DAY && model.here.has(person),
  );
  expect(counted.members).toBe(PEOPLE.length);
  expect(counted.unheard).toBe(PEOPLE.length - model.here.size);
  expect(counted.groups.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
  for (const { style, arrival, count } of counted.groups) {
    const same = given.filter((answer) => answer.style === style && answer.arrival === arrival);
    expect(count).toBe(same.length);
  }
  expect((await store.polls.firstAnswers(org, TEAM, DAY)).sort()).toEqual(
    given.map(({ firstAt }) => firstAt).sort(),
  );
}
