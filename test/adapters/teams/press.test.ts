import { actionsOf } from '../../fakes/teams/card-actions';
import { jsonOf } from '../../fakes/teams/json';
import type { Person, Team } from '../../fakes/teams/world';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

/* Teams allows an invoke a few seconds, even if the connector or the database is slow. */

const DAY = '2018-07-24';

let teamsBot: TeamsBot;
let ana: Person;
let sales: Team;
/** Makes the time of the press that is under way run out. */
let giveUp: () => void;

beforeEach(async () => {
  teamsBot = await openTeamsBot({
    start: `${DAY}T07:30:00+09:00`,
    timeoutMs: 500,
    answerTimeout: (_delay, run) => {
      giveUp = run;
      return () => undefined;
    },
  });
  ana = teamsBot.fake.world.person('Ana Arai', { locale: 'ja-JP' });
  sales = teamsBot.fake.world.team('Sales', { members: [ana, ...teamsBot.fake.world.people(2)] });
  await teamsBot.client.install(ana, sales.general);
  await teamsBot.client.say(ana, sales.general, 'poll now');
});
afterEach(() => teamsBot.close());

function poll() {
  const found = teamsBot.fake
    .messages(sales.general)
    .find(({ card }) => actionsOf(card ?? {}).some(({ title }) => title === '🏠 Working from home'));
  if (!found) throw new Error('there is no poll');
  return found;
}

const answers = async () => (await teamsBot.store.answers.history(`teams:${ana.tenant}`, ana.id, DAY)).length;

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setImmediate(resolve));
}

test('a press is answered while the connector is slow to name the person; it is recorded, with the name kept', async () => {
  // This process has not read her name yet.
  await teamsBot.restart();
  const fault = teamsBot.fake.fault({ kind: 'timeout', match: { operation: 'member' } });
  const nameless = (activity: object) => {
    delete jsonOf(Reflect.get(activity, 'from')).name;
  };
  const pressed = teamsBot.client.press(ana, poll(), '🏠 Working from home', {}, { change: nameless });
  await until(() => fault.hits() > 0);
  giveUp();
  expect((await pressed).body).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: expect.stringMatching(/[ぁ-ん]/),
  });
  expect(await answers()).toBe(0);
  await until(async () => (await answers()) === 1);
  expect(await teamsBot.store.people.get(`teams:${ana.tenant}`, ana.id)).toMatchObject({ name: 'Ana Arai' });
});

test('a press is answered while the database is slow, and is recorded later', async () => {
  const { record } = teamsBot.store.answers;
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  let asked = false;
  teamsBot.store.answers.record = async (answer) => {
    asked = true;
    await held;
    return record(answer);
  };
  const pressed = teamsBot.client.press(ana, poll(), '🏠 Working from home');
  await until(() => asked);
  giveUp();
  expect((await pressed).answer).toMatchObject({ kind: 'message' });
  go();
  await until(async () => (await answers()) === 1);
});
