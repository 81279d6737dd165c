import { ChatError } from '../../../src/ports/chat';
import { actionsOf } from '../../fakes/teams/card-actions';
import type { Json } from '../../fakes/teams/json';
import type { Person, Team } from '../../fakes/teams/world';
import { columnsWith, dumpDatabase } from '../../support/dump';
import { openTeamsBot, type TeamsBot } from '../../support/teams-bot';

/* What Teams' adapter keeps of a person, and that it goes with them. */

let bot: TeamsBot;
let team: Team;
let ann: Person;
let bob: Person;

beforeEach(async () => {
  bot = await openTeamsBot();
  const { world } = bot.fake;
  [ann, bob] = [world.person('Ann Unlikely'), world.person('Bob')];
  team = world.team('Sales', { members: [ann, bob] });
  for (const person of [ann, bob]) await bot.client.install(person, team.general);
  for (const person of [ann, bob]) await bot.client.say(person, person.chat, 'help');
  await roster();
});
afterEach(() => bot.close());

const org = () => `teams:${team.tenant}`;
const tracesOf = ({ id, aad, chat }: Person) => [id, aad, chat.id];
const kept = (person: Person) =>
  columnsWith(dumpDatabase(bot.file), tracesOf(person)).filter((at) => at.startsWith('memories.'));

async function roster(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of bot.teams.chat.roster(org(), team.id)) ids.push(id);
  return ids;
}

test('addresses, language and the right over a place go; those of others stay', async () => {
  expect(kept(ann)).toEqual(['memories.key', 'memories.value']);
  expect(await bot.teams.chat.mayManage(org(), ann.id, team.id)).toBe(true);
  await bot.teams.chat.forget(org(), ann.id);
  expect(kept(ann)).toEqual([]);
  expect(await bot.teams.chat.mayManage(org(), ann.id, team.id)).toBe(false);
  expect(kept(bob)).toEqual(['memories.key', 'memories.value']);
  expect(await bot.teams.chat.mayManage(org(), bob.id, team.id)).toBe(true);
});

test('the next roster stores nothing of a person who is forgotten, nor does the next process', async () => {
  await bot.teams.chat.forget(org(), ann.id);
  await bot.store.people.forget(org(), ann.id, Date.parse('2018-07-12T12:00:00+09:00'));
  expect(await roster()).toContain(ann.id);
  expect(kept(ann)).toEqual([]);
  await bot.restart();
  await roster();
  expect(kept(ann)).toEqual([]);
});

test('an answer that a person was given goes with them, and what they pressed is not done again', async () => {
  await bot.client.say(ann, team.general, 'poll now');
  const offered = (card: Json | null) =>
    actionsOf(card ?? {}).some(({ title }) => title === '🏠 Working from home');
  const poll = bot.fake.messages(team.general).find(({ card }) => offered(card));
  if (!poll) throw new Error('there is no poll');
  const first = await bot.client.press(ann, poll, '🏠 Working from home');
  expect((await bot.client.redeliver(first)).body).toEqual(first.body);
  await bot.teams.chat.forget(org(), ann.id);
  await bot.store.people.forget(org(), ann.id, Date.parse('2018-07-12T12:00:00+09:00'));
  const again = await bot.client.redeliver(first);
  expect(JSON.stringify(again.body)).not.toContain('Working from home');
  expect(again.body).toMatchObject({ statusCode: 409 });
  expect(await bot.store.answers.history(org(), ann.id, '2018-07-12')).toEqual([]);
});

test('who acts outside the chat is known as Teams knows them, and as gone once they have left', async () => {
  expect(await bot.teams.chat.standing(org(), ann.id)).toMatchObject({
    kind: 'person',
    roles: { place: 'no', organisation: 'no' },
  });
  await expect(bot.teams.chat.standing(org(), '29:nobody')).rejects.toThrow(ChatError);
});
