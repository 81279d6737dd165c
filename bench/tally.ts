import { type Measurement, timed } from './lib/figures';
import { aTeam, type BenchHouse, DAY, MORNING, ORG, openHouse, openPollFor, peopleOf } from './lib/house';

const TEAM_SIZE = 30;
const SMALL = 1_000;
const LARGE = 1_000_000;
const READS = 200;

/** One team's tally while the database holds a thousand answers, and a million. */
export async function measureTally(): Promise<Measurement> {
  const small = await tallyTime(SMALL);
  const large = await tallyTime(LARGE);
  return {
    title: `One team's tally (${TEAM_SIZE} members)`,
    figures: [
      { name: `with ${SMALL.toLocaleString('en-US')} answers stored`, value: small * 1_000, unit: 'µs' },
      { name: `with ${LARGE.toLocaleString('en-US')} answers stored`, value: large * 1_000, unit: 'µs' },
      { name: 'ratio', value: large / small, unit: '', goal: { atMost: 1.5 } },
    ],
  };
}

async function tallyTime(answers: number): Promise<number> {
  const house = await openHouse();
  await fill(house, answers);
  const { polls } = house.store;
  const team = `team${Math.floor(answers / TEAM_SIZE / 2)}`;
  const reads = await timed(9, async () => {
    for (let count = 0; count < READS; count += 1) await polls.count(ORG, team, DAY, MORNING);
  });
  await house.close();
  return reads / READS;
}

/** Teams of thirty, each with a poll in which everybody has answered. */
async function fill(house: BenchHouse, answers: number): Promise<void> {
  for (let team = 0; team * TEAM_SIZE < answers; team += 1) {
    const id = `team${team}`;
    const people = peopleOf(id, TEAM_SIZE);
    await openPollFor(house, aTeam(id), people);
    await Promise.all(
      people.map((person) =>
        house.store.answers.record({
          org: ORG,
          person: person.id,
          day: DAY,
          choice: { style: team % 3 ? 'home' : 'office', arrival: null },
          at: MORNING,
          source: 'button',
          team: id,
        }),
      ),
    );
  }
}
