import { rolesIn } from '../../../src/app/teams/roles';
import type { Roles } from '../../../src/domain/permissions';
import type { Team } from '../../../src/domain/teams/team';
import { aPerson, type Bot, openBot, PLACE, people } from '../../support/bot';

const ANN = aPerson('p1');
const ALL: Roles = { place: 'yes', organisation: 'yes', platform: 'Slack' };
const NO_ROLES: Roles = { place: 'no', organisation: 'no', platform: 'Slack', holders: {} };

let bot: Bot;
let team: Team;
beforeEach(async () => {
  bot = await openBot();
  team = await bot.team([ANN, ...people(3)]);
});
afterEach(() => bot.close());

async function rolesOf(id: string, place: string | null, held: Roles): Promise<Roles> {
  const member = {
    ...aPerson(id),
    preferences: { language: null, remind: true, askPrivately: false, week: {} },
  };
  const actor = bot.actor(member, { place });
  return rolesIn({ core: bot.core, actor, member, roles: async () => held }, team);
}

test('in its place, and for an administrator in private, the role of the request holds', async () => {
  expect(await rolesOf('p1', PLACE, ALL)).toEqual(ALL);
  expect(await rolesOf('p1', null, ALL)).toEqual(ALL);
});

test('from elsewhere no role of another place counts, not even over the organisation', async () => {
  expect(await rolesOf('p1', 'other', ALL)).toEqual(NO_ROLES);
  expect(await rolesOf('p1', null, NO_ROLES)).toEqual(NO_ROLES);
});

test("from elsewhere a member administers what the team's own place says", async () => {
  bot.chat.managers.add(`p1 ${PLACE}`);
  expect(await rolesOf('p1', 'other', NO_ROLES)).toEqual({ ...NO_ROLES, place: 'yes' });
  expect(await rolesOf('p1', null, NO_ROLES)).toEqual({ ...NO_ROLES, place: 'yes' });
});

test('who is not a member is not even asked for', async () => {
  bot.chat.managers.add(`stranger ${PLACE}`);
  expect(await rolesOf('stranger', 'other', ALL)).toEqual(NO_ROLES);
  expect(await rolesOf('stranger', null, NO_ROLES)).toEqual(NO_ROLES);
});
