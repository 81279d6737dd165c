import { readInbound } from '../../../adapters/teams/inbound';
import { type Origin, originOf } from '../../../adapters/teams/origin';
import type { PlaceRecord } from '../../../adapters/teams/records';
import { mayManagePlace, rolesOf } from '../../../adapters/teams/roles';

const SERVED = { verified: true, tenants: null, isService: () => true };
const OBJECT_ID = '0A1B';

function origin(conversationType: 'personal' | 'channel'): Origin {
  const inbound = readInbound({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example/',
    from: { id: '29:ana', aadObjectId: OBJECT_ID },
    recipient: { id: '28:bot' },
    conversation: { id: '19:sales', conversationType, tenantId: 'tenant' },
  });
  const found = inbound && originOf(SERVED, inbound);
  if (!found) throw new Error('the activity is not served');
  return found;
}

const addedBy = (...installers: string[]): PlaceRecord => ({
  serviceUrl: 'https://smba.example/',
  team: null,
  name: null,
  posted: false,
  installers,
  few: [],
});

const NOTHING = { place: 'no', organisation: 'no' };
const PLACE_ONLY = { place: 'yes', organisation: 'no' };
const EVERYTHING = { place: 'yes', organisation: 'yes' };
const [channel, personal] = [origin('channel'), origin('personal')];
const others = ['ffff'];
const own = [OBJECT_ID.toLowerCase()];

test.each([
  ['the person who added the bot', channel, addedBy('29:ana'), [], false, EVERYTHING],
  ['another member', channel, addedBy('29:bea'), [], false, NOTHING],
  ['any member, where the bot was added by policy', channel, addedBy(), [], false, EVERYTHING],
  ['a guest, where the bot was added by policy', channel, addedBy(), [], true, NOTHING],
  [
    'the person who added the bot, beneath a list of administrators',
    channel,
    addedBy('29:ana'),
    others,
    false,
    PLACE_ONLY,
  ],
  ['one of the operator’s administrators', channel, addedBy('29:bea'), own, false, EVERYTHING],
  ['one of the operator’s administrators in a personal chat', personal, null, own, false, EVERYTHING],
  ['a person in a personal chat', personal, null, [], false, NOTHING],
])('%s', (_who, from, placeRecord, admins, guest, roles) => {
  expect(rolesOf(from, { admins, placeRecord, guest })).toEqual(roles);
});

test('of a place that is not stored, any member except guests is an administrator', () => {
  expect(mayManagePlace('29:ana', { placeRecord: null, guest: false })).toBe(true);
  expect(mayManagePlace('29:ana', { placeRecord: null, guest: true })).toBe(false);
});
