import { type Certainty, type Deed, type Holder, may, type Roles } from '../../src/domain/permissions';
import { isRefusal } from '../../src/domain/refusal';

const CERTAINTIES: Certainty[] = ['yes', 'no', 'unknown'];
const OF_PLACE: Deed[] = ['set-up-team', 'see-deliveries', 'see-campaigns', 'correct-past-day'];
const OF_ORGANISATION: Deed[] = ['change-campaigns', 'see-organiser-figures'];
const roles = (place: Certainty, organisation: Certainty, holders: Roles['holders'] = {}): Roles => ({
  place,
  organisation,
  platform: 'Slack',
  holders,
});
const ALL = CERTAINTIES.flatMap((place) => CERTAINTIES.map((organisation) => ({ place, organisation })));

test.each(ALL)('%j: only a role that is known for sure gives a right', ({ place, organisation }) => {
  const asked = roles(place, organisation);
  for (const deed of OF_PLACE)
    expect(isRefusal(may(asked, deed))).toBe(place !== 'yes' && organisation !== 'yes');
  for (const deed of OF_ORGANISATION) expect(isRefusal(may(asked, deed))).toBe(organisation !== 'yes');
});

test('a role that is not known is never refused as one that the person lacks', () => {
  for (const { place, organisation } of ALL) {
    const refused = may(roles(place, organisation), 'set-up-team');
    if (!isRefusal(refused)) continue;
    const isKnown = place === 'no' && organisation === 'no';
    expect(refused.refusal).toBe(isKnown ? 'not-admin' : 'roles-unknown');
    if (!isKnown) expect(refused.values).toEqual({ platform: 'Slack' });
  }
});

test.each<[Holder, object]>([
  [
    { by: 'maker', name: 'Hana' },
    { refusal: 'not-channel-maker', values: { name: 'Hana' } },
  ],
  [
    { by: 'maker', name: null },
    { refusal: 'not-workspace-admin', values: {} },
  ],
  [
    { by: 'installer', name: 'Hana' },
    { refusal: 'not-installer', values: { name: 'Hana' } },
  ],
  [
    { by: 'installer', name: null },
    { refusal: 'not-admin', values: {} },
  ],
  [
    { by: 'setting', setting: 'TEAMS_ADMINS', id: 'me' },
    { refusal: 'no-admin-set', values: { setting: 'TEAMS_ADMINS', id: 'me' } },
  ],
  [
    { by: 'setting', setting: 'TEAMS_ADMINS', id: null },
    { refusal: 'no-admin-set-no-id', values: { setting: 'TEAMS_ADMINS' } },
  ],
  [{ by: 'operators' }, { refusal: 'not-operator', values: {} }],
  [{ by: 'administrators' }, { refusal: 'not-admin', values: {} }],
])('%j: the refusal names who may', (holder, refusal) => {
  expect(may(roles('no', 'no', { place: holder }), 'set-up-team')).toEqual(refusal);
});

test('the organisation has holders of its own', () => {
  const asked = roles('yes', 'no', { place: { by: 'maker', name: 'Hana' } });
  expect(may(asked, 'change-campaigns')).toEqual({ refusal: 'not-org-admin', values: {} });
});
