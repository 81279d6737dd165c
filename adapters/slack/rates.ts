import type { Rate } from '../../src/ports/rate-limiter';

/* A little below Slack's numbers, which count for one app in one workspace: its clock is not ours. */

function perMinute(calls: number, burst: number): Rate {
  return { burst, everyMs: 60_000 / calls };
}

/** Of methods which nobody waits for in front of a screen: nothing is left for who would. */
function fannedOut(calls: number, burst: number): Rate {
  return { ...perMinute(calls, burst), reserve: 0 };
}

/** Families of methods, each with its own budget in a workspace. */
export type Family =
  | 'auth.test'
  | 'chat.postMessage'
  | 'chat.postEphemeral'
  | 'chat.update'
  | 'conversations.history'
  | 'conversations.info'
  | 'conversations.members'
  | 'usergroups.list'
  | 'usergroups.users.list'
  | 'users.info'
  | 'users.list'
  | 'views';

export const RATES: Readonly<Record<Family, Rate>> = {
  'auth.test': perMinute(60, 10),
  /** Slack says "several hundred a minute", beside one a second in each channel. */
  'chat.postMessage': fannedOut(285, 285),
  'chat.postEphemeral': perMinute(95, 50),
  /** Together never more than 50 in any minute: all polls of a workspace live on these. */
  'chat.update': fannedOut(40, 10),
  'conversations.history': perMinute(40, 10),
  'conversations.info': perMinute(45, 40),
  'conversations.members': fannedOut(95, 95),
  'usergroups.list': perMinute(19, 15),
  'usergroups.users.list': perMinute(19, 15),
  'users.info': perMinute(95, 60),
  'users.list': perMinute(19, 15),
  views: perMinute(95, 80),
};

export const POSTS_IN_A_CHANNEL: Rate = perMinute(58, 3);

/** Edits of one message: quick at first, then slower, so that a rush of votes leaves room for other polls. */
export const EDITS_OF_A_POST: Rate = perMinute(4, 8);
