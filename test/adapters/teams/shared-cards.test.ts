import { actionsOf } from '../../fakes/teams/card-actions';
import { jsonOf } from '../../fakes/teams/json';
import { cardFor, type SeenMessage } from '../../fakes/teams/messages';
import type { Person, Team } from '../../fakes/teams/world';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

/* A person who has pressed sees their answer, above the card that everyone sees. */

const DAY = '2018-07-24';

let teamsBot: TeamsBot;
let ana: Person;
let bea: Person;
let sales: Team;

beforeEach(async () => {
  teamsBot = await openTeamsBot({ start: `${DAY}T07:30:00+09:00` });
  [ana, bea] = [teamsBot.fake.world.person('Ana Arai'), teamsBot.fake.world.person('Bea Baba')];
  sales = teamsBot.fake.world.team('Sales', { members: [ana, bea] });
  await teamsBot.client.install(ana, sales.general);
  await teamsBot.client.say(ana, sales.general, 'poll now');
});
afterEach(() => teamsBot.close());

function poll(): SeenMessage {
  const found = teamsBot.fake
    .messages(sales.general)
    .find(({ card }) => actionsOf(card ?? {}).some(({ title }) => title === '🏠 Working from home'));
  if (!found) throw new Error('there is no poll');
  return found;
}

const seenBy = (person: Person) => JSON.stringify(cardFor(poll(), person));

test('a process that has not drawn the poll yet shows it, too', async () => {
  await teamsBot.restart();
  await teamsBot.client.press(ana, poll(), '🏠 Working from home');
  expect(seenBy(ana)).toContain('✓ ');
  expect(seenBy(ana)).toContain('1 of 2');
});

test('the presser is shown what another process has recorded since', async () => {
  const elsewhere = await teamsBot.store.teams.at(`teams:${sales.tenant}`, sales.id);
  const vote = {
    org: `teams:${bea.tenant}`,
    person: bea.id,
    day: DAY,
    team: elsewhere?.id ?? null,
    agrees: 'counts' as const,
  };
  const at = Date.parse(`${DAY}T07:31:00+09:00`);
  await teamsBot.store.answers.record({
    ...vote,
    choice: { style: 'office', arrival: null },
    at,
    source: 'button',
  });
  await teamsBot.client.press(ana, poll(), '🏠 Working from home');
  expect(seenBy(ana)).toContain('2 of 2');
});

describe('the presser’s own view holds the press that it confirms, before any edit', () => {
  const press = async (title: string) => {
    const { body } = await teamsBot.client.press(ana, poll(), title);
    return String(jsonOf(jsonOf(body).value).speak);
  };

  test('a first answer, a changed one, and one taken back', async () => {
    expect(await press('🏠 Working from home')).toMatch(/✓ .*Telework: 1 of 2.*Response rate: 1 of 2/s);
    await teamsBot.client.press(ana, poll(), 'Change');
    const changed = await press('🏢 In the office');
    expect(changed).toMatch(/✓ .*Telework: 0 of 2.*Response rate: 1 of 2/s);
    expect(changed).not.toContain('Working from home: 1');
    expect(await press('Undo')).toMatch(/Your answer is Working from home again..*Telework: 1 of 2/s);
  });

  test('a late answer', async () => {
    teamsBot.moveClock(`${DAY}T11:00:00+09:00`);
    const late = await press('🏠 Working from home');
    expect(late).toMatch(/shows as late.*Response rate: 1 of 2/s);
    expect(late).toContain('1 late answer (after 10:30)');
  });
});

test('a tampered button does not show another team’s poll', async () => {
  const stranger = teamsBot.fake.world.person('Sam Stranger');
  const other = teamsBot.fake.world.team('Other', { members: [stranger] });
  await teamsBot.client.install(stranger, other.general);
  await teamsBot.restart();
  const action = String(jsonOf(actionsOf(poll().card ?? {})[0]?.data).action);
  const value = { action: { type: 'Action.Execute', verb: 'refresh', data: { action } } };
  const welcome = teamsBot.fake.last(other.general);
  const { body } = await teamsBot.client.invoke(stranger, other.general, 'adaptiveCard/action', value, {
    change: (activity) => Object.assign(activity, { replyToId: welcome.id }),
  });
  expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
  expect(JSON.stringify(body)).not.toContain('of 2');
});
