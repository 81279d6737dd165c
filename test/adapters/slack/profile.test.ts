import { profileOf, type SlackUser } from '../../../adapters/slack/profile';

const HOME = { teamId: 'T1', enterpriseId: null };
const GRID = { teamId: 'T1', enterpriseId: 'E1' };
const identify = (address: string) => `hash of ${address}`;

const employee: SlackUser = {
  id: 'U1',
  team_id: 'T1',
  name: 'ana',
  is_admin: true,
  is_email_confirmed: true,
  profile: { email: 'ana@example.com' },
};

test('who belongs to the workspace is a person, with a role and an identity', () => {
  expect(profileOf(employee, HOME, identify)).toEqual({
    person: expect.objectContaining({ kind: 'person', identity: 'hash of ana@example.com' }),
    admin: true,
  });
});

test('the username, which tells people of one name apart, is the handle', () => {
  expect(profileOf(employee, HOME).person.handle).toBe('@ana');
  expect(profileOf({ id: 'U1', team_id: 'T1' }, HOME).person).not.toHaveProperty('handle');
});

test.each<[string, SlackUser, typeof GRID | typeof HOME]>([
  ['of another workspace', { team_id: 'T9' }, HOME],
  [
    'of another workspace, whom Slack does not call a stranger',
    { team_id: 'T9', is_stranger: false } as SlackUser,
    HOME,
  ],
  [
    'of another company on Enterprise Grid',
    { team_id: 'T9', enterprise_user: { enterprise_id: 'E9', teams: ['T9'] } },
    GRID,
  ],
  ['of a company without Enterprise Grid', { team_id: 'T9' }, GRID],
  ['of another company, as its organisation', { team_id: 'E9' }, GRID],
  ['whose workspace is not told', { team_id: undefined }, HOME],
  ['deactivated in another workspace', { team_id: 'T9', deleted: true }, HOME],
  ['who is a guest in another workspace', { team_id: 'T9', is_restricted: true }, HOME],
])('a user %s is an outsider, without a role or an identity', (_who, patch, home) => {
  expect(profileOf({ ...employee, is_owner: true, ...patch }, home, identify)).toEqual({
    person: expect.objectContaining({ kind: 'outsider', identity: null }),
    admin: false,
  });
});

test.each<[string, SlackUser]>([
  ['in another workspace of it', { team_id: 'T2', enterprise_user: { enterprise_id: 'E1', teams: ['T2'] } }],
  ['by the organisation alone', { team_id: 'E1' }],
  ['in several workspaces', { team_id: 'T2', enterprise_user: { enterprise_id: 'E1', teams: ['T2', 'T1'] } }],
  // Slack calls colleagues strangers whom the bot meets in no channel.
  [
    'called a stranger',
    { team_id: 'T2', enterprise_user: { enterprise_id: 'E1' }, is_stranger: true } as SlackUser,
  ],
])('a colleague on Enterprise Grid, %s, is a person', (_how, patch) => {
  expect(profileOf({ ...employee, ...patch }, GRID).person.kind).toBe('person');
});

test('guests and deactivated people administer nothing', () => {
  for (const patch of [
    { is_restricted: true },
    { is_ultra_restricted: true },
    { deleted: true },
    { is_bot: true },
  ]) {
    const { person, admin } = profileOf({ ...employee, ...patch }, HOME, identify);
    expect([person.kind, admin, person.identity]).toEqual([expect.not.stringMatching('person'), false, null]);
  }
});
