import { actionsOf } from '../../fakes/teams/card-actions';
import { jsonOf } from '../../fakes/teams/json';
import { cardFor, type SeenMessage } from '../../fakes/teams/messages';
import type { Person, Team } from '../../fakes/teams/world';
import { type Office, openOffice } from '../../support/teams-bot';

/* A person who has pressed sees their answer, above the card that everyone sees. */

const DAY = '2018-07-24';

let office: Office;
let ana: Person;
let bea: Person;
let sales: Team;

beforeEach(async () => {
  office = await openOffice({ start: `${DAY}T07:30:00+09:00` });
  [ana, bea] = [office.fake.world.person('Ana Arai'), office.fake.world.person('Bea Baba')];
  sales = office.fake.world.team('Sales', { members: [ana, bea] });
  await office.client.install(ana, sales.general);
  await office.client.say(ana, sales.general, 'poll now');
});
afterEach(() => office.close());

function poll(): SeenMessage {
  const found = office.fake
    .messages(sales.general)
    .find(({ card }) => actionsOf(card ?? {}).some(({ title }) => title === 'Working from home'));
  if (!found) throw new Error('there is no poll');
  return found;
}

const seenBy = (person: Person) => JSON.stringify(cardFor(poll(), person));

test('a process that has not drawn the poll yet shows it, too', async () => {
  await office.restart();
  await office.client.press(ana, poll(), 'Working from home');
  expect(seenBy(ana)).toContain('Recorded');
  expect(seenBy(ana)).toContain('1 of 2');
});

test('a process with a stale card shows what others have recorded since', async () => {
  const elsewhere = await office.store.teams.at(`teams:${sales.tenant}`, sales.id);
  const vote = { org: `teams:${bea.tenant}`, person: bea.id, day: DAY, team: elsewhere?.id ?? null };
  const at = Date.parse(`${DAY}T07:31:00+09:00`);
  await office.store.answers.record({
    ...vote,
    choice: { style: 'office', arrival: null },
    at,
    source: 'button',
  });
  office.moveClock(`${DAY}T07:33:00+09:00`);
  await office.client.press(ana, poll(), 'Working from home');
  expect(seenBy(ana)).toContain('2 of 2');
});

test('a tampered button does not show another team’s poll', async () => {
  const stranger = office.fake.world.person('Sam Stranger');
  const other = office.fake.world.team('Other', { members: [stranger] });
  await office.client.install(stranger, other.general);
  await office.restart();
  const action = String(jsonOf(actionsOf(poll().card ?? {})[0]?.data).action);
  const value = { action: { type: 'Action.Execute', verb: 'refresh', data: { action } } };
  const welcome = office.fake.last(other.general);
  const { body } = await office.client.invoke(stranger, other.general, 'adaptiveCard/action', value, {
    change: (activity) => Object.assign(activity, { replyToId: welcome.id }),
  });
  expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
  expect(JSON.stringify(body)).not.toContain('of 2');
});
