import type { Measurement } from './lib/figures';
import { DAY, isAnswer, isPoll } from './lib/teams-bot';
import { openTeamsStage } from './lib/teams-stage';

const PEOPLE = 1_000;
const WITHIN_MS = 10 * 60_000;
const STYLES = ['home', 'satellite', 'office'] as const;
/** Long enough for the last edit. */
const AFTERWARDS_MS = 5 * 60_000;

/** Connector calls a vote, in a team of a thousand who all answer within ten minutes of simulated time. */
export async function measureTeamsCalls(): Promise<Measurement> {
  const stage = await openTeamsStage(Date.parse('2018-07-23T12:00:00+09:00'));
  const { fake, client, time, core, org } = stage;
  const people = fake.world.people(PEOPLE);
  const { general } = fake.world.team('Bench', { members: people });
  const [first] = people;
  if (first) await stage.during(client.install(first, general));
  const days = [{ day: DAY, core: true }];
  await core.campaigns.save({ org, id: 'bench', name: 'Core day', days, target: null, ended: false });
  await stage.at(Date.parse(`${DAY}T07:00:00+09:00`));
  const poll = fake.messages(general).find(isPoll);
  if (!poll) throw new Error('the bot opened no poll');
  fake.calls.clear();
  for (const [index, person] of people.entries()) {
    const { answer } = await client.press(person, poll, isAnswer(STYLES[index % STYLES.length] ?? 'home'));
    if (answer?.kind !== 'card') throw new Error('a vote was not taken');
    await time.advance(WITHIN_MS / PEOPLE);
  }
  await time.advance(AFTERWARDS_MS);
  const { total } = fake.calls.count();
  await stage.close();
  const calls = total / PEOPLE;
  return {
    title: `Teams: connector calls, ${PEOPLE} people answering within ten minutes`,
    figures: [{ name: 'connector calls a vote', value: calls, unit: '', goal: { atMost: 0.05 } }],
  };
}
