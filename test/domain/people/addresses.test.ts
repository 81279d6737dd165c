import fc from 'fast-check';
import { createAddresses, platformAt } from '../../../src/domain/people/addresses';

const addresses = createAddresses([
  { org: 'teams:tenant', into: 'slack:T1' },
  { org: 'teams:tenant-2', into: 'slack:T1' },
  { org: 'slack:T9', into: 'teams:other' },
]);
const ORGS = ['slack:T1', 'teams:tenant', 'teams:tenant-2', 'slack:T9', 'teams:other', 'teams:alone'];

/** As platforms write addresses: of channels, posts and people. */
const address = fc.oneof(
  fc.constantFrom('C01', 'C01/123.456', '19:a@thread.tacv2', '19:a@thread.tacv2|1532', '29:1x', 'U01'),
  fc.string().filter((text) => !text.includes(':')),
);

test('every address comes back to its platform as it was', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ORGS), address, (org, text) => {
      const inside = addresses.inward(org, text);
      expect(addresses.outward(addresses.orgOf(org), inside)).toEqual({ org, address: text });
    }),
  );
});

test('no two addresses of joined organisations are the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ORGS), fc.constantFrom(...ORGS), address, address, (a, b, one, other) => {
      const same = a === b && one === other;
      const [first, second] = [addresses.inward(a, one), addresses.inward(b, other)];
      expect(addresses.orgOf(a) === addresses.orgOf(b) && first === second).toBe(same);
    }),
  );
});

test('what is not joined keeps its name and its addresses', () => {
  expect(addresses.orgOf('teams:alone')).toBe('teams:alone');
  expect(addresses.inward('teams:alone', '29:1x')).toBe('29:1x');
  expect(addresses.inward('slack:T1', 'C01')).toBe('C01');
  expect(addresses.outward('teams:alone', 'teams:tenant|29:1x')).toEqual({
    org: 'teams:alone',
    address: 'teams:tenant|29:1x',
  });
});

test('knows the platform of an address, and all organisations under one name', () => {
  expect(platformAt('slack:T1', 'C01')).toBe('slack');
  expect(platformAt('slack:T1', 'teams:tenant|19:a@thread.tacv2')).toBe('teams');
  expect(addresses.members('slack:T1')).toEqual(['slack:T1', 'teams:tenant', 'teams:tenant-2']);
  expect(addresses.members('teams:alone')).toEqual(['teams:alone']);
});
