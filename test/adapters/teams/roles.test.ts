import { holderOfPlace, isManager, rolesOf, type Standing } from '../../../adapters/teams/roles';

const OBJECT_ID = '0A1B';

function standing(change: Partial<Standing> = {}): Standing {
  return { id: '29:ana', objectId: OBJECT_ID, kind: 'person', certain: true, admins: [], ...change };
}

const NOTHING = { place: 'no', organisation: 'no' };
const PLACE_ONLY = { place: 'yes', organisation: 'no' };
const ORGANISATION_ONLY = { place: 'no', organisation: 'yes' };
const EVERYTHING = { place: 'yes', organisation: 'yes' };
const UNKNOWN = { place: 'unknown', organisation: 'unknown' };
const others = ['ffff'];
const own = [OBJECT_ID.toLowerCase()];

test.each<[string, Partial<Standing>, string[] | null, object]>([
  ['the person who added the bot', {}, ['29:ana'], PLACE_ONLY],
  ['the same, beneath a list of administrators', { admins: others }, ['29:ana'], PLACE_ONLY],
  ['another member', {}, ['29:bea'], NOTHING],
  ['any member, where the bot was added by policy', {}, [], NOTHING],
  ['a guest who added the bot', { kind: 'guest' }, ['29:ana'], NOTHING],
  ['an outsider who added the bot', { kind: 'outsider' }, ['29:ana'], NOTHING],
  ['one of the operator’s administrators', { admins: own }, ['29:bea'], EVERYTHING],
  ['one who is a guest', { admins: own, kind: 'guest' }, ['29:bea'], EVERYTHING],
  ['one in a channel shared by another tenant', { admins: own, kind: 'outsider' }, [], NOTHING],
  ['one whose id Teams did not tell', { admins: own, objectId: null }, [], NOTHING],
  ['one in a personal chat', { admins: own }, null, ORGANISATION_ONLY],
  ['a person in a personal chat', {}, null, NOTHING],
  ['the installer, while their tenant is not known', { certain: false }, ['29:ana'], UNKNOWN],
  ['an administrator, while their tenant is not known', { certain: false, admins: own }, [], UNKNOWN],
])('%s', (_who, change, installers, roles) => {
  expect(rolesOf(standing(change), installers)).toMatchObject(roles);
});

test('only a place’s installers and the operator’s administrators administer it', () => {
  expect(isManager(standing(), ['29:ana'])).toBe(true);
  expect(isManager(standing({ admins: own }), [])).toBe(true);
  expect(isManager(standing(), [])).toBe(false);
  expect(isManager(standing({ kind: 'guest' }), ['29:ana'])).toBe(false);
});

test('a refusal names who administers: the installer, the operator’s administrators, else the setting', () => {
  const setting = { by: 'setting', setting: 'TEAMS_ADMINS', id: OBJECT_ID };
  expect(holderOfPlace(standing(), { name: 'Bea' })).toEqual({ by: 'installer', name: 'Bea' });
  expect(holderOfPlace(standing({ admins: others }), null)).toEqual({ by: 'operators' });
  expect(holderOfPlace(standing(), null)).toEqual(setting);
  expect(rolesOf(standing(), null).holders).toEqual({ organisation: setting });
  expect(rolesOf(standing({ admins: others }), null).holders).toEqual({
    organisation: { by: 'administrators' },
  });
});
