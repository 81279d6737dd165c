import {
  channelTitle,
  idOfKey,
  isTeamsOrg,
  orgOf,
  ownNameOf,
  personKey,
  placeKey,
  readPost,
  tenantOfOrg,
  toPost,
  withoutThread,
} from '../../../adapters/teams/keys';
import { ChatError } from '../../../src/ports/chat';

const CHANNEL = '19:0123@thread.tacv2';

test('an organisation names its tenant', () => {
  expect(tenantOfOrg(orgOf('tenant'))).toBe('tenant');
  expect([orgOf('tenant'), 'slack:T0123'].map(isTeamsOrg)).toEqual([true, false]);
});

test('a post names its conversation and its message', () => {
  const address = { conversation: CHANNEL, message: '1532386800000' };
  expect(readPost(toPost(address))).toEqual(address);
});

test.each(['', 'nonsense', '|1'])('the post %j is gone', (post) => {
  let fault: unknown;
  try {
    readPost(post);
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(ChatError);
  expect(fault).toMatchObject({ kind: 'gone' });
});

test('the key of a record begins as all keys of its tenant, and names the place or person', () => {
  expect(placeKey('tenant', CHANNEL).startsWith(placeKey('tenant', ''))).toBe(true);
  expect(idOfKey('tenant', placeKey('tenant', CHANNEL))).toBe(CHANNEL);
  expect(idOfKey('tenant', personKey('tenant', '29:ana'))).toBe('29:ana');
});

test('a conversation of a thread is that of its channel', () => {
  expect(withoutThread(`${CHANNEL};messageid=1532386800000`)).toBe(CHANNEL);
  expect(withoutThread(CHANNEL)).toBe(CHANNEL);
});

test('a channel’s title holds its own name; that of General is its team’s', () => {
  expect(ownNameOf(channelTitle('Sales', 'Osaka'))).toBe('Osaka');
  expect(channelTitle('Sales', null)).toBe('Sales');
  expect(ownNameOf('Sales')).toBeUndefined();
});
