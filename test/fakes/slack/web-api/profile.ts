import { type Json, Refusal } from '../refusal';
import { known, type User } from '../world';
import { type Call, type Method, optional, record, structured } from './call';

/* People's own profiles: the part of them that is their status. */

const STATUS_TEXT = 100;
/** Some of the emoji that every workspace has. */
const EMOJI = [
  ...['house', 'first_quarter_moon', 'department_store', 'iphone', 'clock1030', 'palm_tree', 'luggage'],
  ...['office', 'white_circle', 'ramen', 'speech_balloon'],
];

function ownUser(call: Call): User {
  const own = call.token.user ?? '';
  const asked = optional(call, 'user');
  // Only administrators of paid plans change others.
  if (asked !== null && asked !== own) throw new Refusal('not_allowed');
  return known(call.world.users, own, 'user');
}

/** A status that has ended is gone. Three signs come back escaped. */
function profileJson({ world }: Call, user: User): Json {
  const { expiration } = user.status;
  if (expiration > 0 && expiration * 1_000 <= world.now())
    user.status = { text: '', emoji: '', expiration: 0 };
  return {
    profile: {
      real_name: user.realName,
      status_text: user.status.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      status_emoji: user.status.emoji,
      status_expiration: user.status.expiration,
    },
  };
}

function set(call: Call): Json {
  const user = ownUser(call);
  if (user.singleChannel) throw new Refusal('user_is_ultra_restricted');
  const profile = record(structured(call, 'profile', 'invalid_profile'));
  if (!profile) throw new Refusal('invalid_profile');
  const { status_text: text = '', status_emoji: emoji = '', status_expiration: expiration = 0 } = profile;
  if (typeof text !== 'string' || typeof emoji !== 'string' || typeof expiration !== 'number')
    throw new Refusal('invalid_profile');
  if (text.length > STATUS_TEXT) throw new Refusal('profile_set_failed');
  if (expiration !== 0 && expiration * 1_000 <= call.world.now()) throw new Refusal('profile_set_failed');
  if (emoji !== '' && !/^:[\w+-]+:$/.test(emoji))
    throw new Refusal('profile_status_set_failed_not_emoji_syntax');
  if (emoji !== '' && !EMOJI.includes(emoji.slice(1, -1)))
    throw new Refusal('profile_status_set_failed_not_valid_emoji');
  user.status = { text, emoji: text !== '' && emoji === '' ? ':speech_balloon:' : emoji, expiration };
  return profileJson(call, user);
}

export const profile: Record<string, Method> = {
  'users.profile.get': {
    token: ['user'],
    scopes: ['users.profile:read'],
    run: (call) => profileJson(call, ownUser(call)),
  },
  'users.profile.set': { token: ['user'], scopes: ['users.profile:write'], run: set },
};
