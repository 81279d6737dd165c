import type { Measurement } from './lib/figures';
import { DAY, isPoll } from './lib/teams-bot';
import { openTeamsStage, type TeamsStage } from './lib/teams-stage';

const OPENS = Date.parse(`${DAY}T07:00:00+09:00`);
const TEAMS = 300;
const MEMBERS = 5;
/**
 * Requests a second of a bot in one tenant that it may come near to: half of the 50 that Microsoft publishes, as an
 * older page says 30 and its second is not ours.
 */
const ALLOWED_PER_SECOND = 25;
/** Each team's roster is read when its poll opens. */
const CALLS_A_POLL = 2;
const MOST_MINUTES = 10;

/** From seven o'clock, in simulated time, until the last poll of a tenant is posted, against the limits at best. */
export async function measureTeamsOpenings(): Promise<Measurement> {
  const seconds = await openAll();
  const best = (TEAMS * CALLS_A_POLL) / ALLOWED_PER_SECOND - 1;
  return {
    title: `Teams: ${TEAMS} polls of one tenant opening at 7:00`,
    figures: [
      { name: 'last poll posted after', value: seconds, unit: 's' },
      { name: "the limits' lower bound, rosters included", value: best, unit: 's' },
      { name: 'ratio', value: seconds / best, unit: '', goal: { atMost: 1.1 } },
    ],
  };
}

async function openAll(): Promise<number> {
  const stage = await openTeamsStage(Date.parse('2018-07-23T12:00:00+09:00'));
  const { fake, core, org } = stage;
  const days = [{ day: DAY, core: true }];
  await core.campaigns.save({ org, id: 'bench', name: 'Core day', days, target: null, ended: false });
  const places = await settle(stage);
  fake.calls.clear();
  const open = () => places.filter((place) => fake.messages(place).some(isPoll)).length;
  for (let minute = 0; minute < MOST_MINUTES && open() < TEAMS; minute += 1) {
    await stage.at(OPENS + minute * 60_000);
  }
  if (open() < TEAMS) throw new Error(`${TEAMS - open()} polls were not opened`);
  const sends = fake.calls.all.filter(({ operation, done }) => operation === 'send' && done);
  const last = Math.max(...sends.map(({ at }) => at));
  if (fake.calls.count().throttled > 0) throw new Error('calls were refused for the limits');
  await stage.close();
  return (last - OPENS) / 1_000;
}

/** Brings the bot into the teams the day before. */
async function settle({ fake, client, time, during }: TeamsStage) {
  const places = [];
  for (let index = 0; index < TEAMS; index += 1) {
    const members = fake.world.people(MEMBERS, { prefix: `Team ${index} member` });
    const [first] = members;
    const { general } = fake.world.team(`Team ${index}`, { members });
    places.push(general);
    if (first) await during(client.install(first, general));
    // The bot is not added to hundreds of teams at once.
    await time.advance(1_000);
  }
  return places;
}
