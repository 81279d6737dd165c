import { createHash } from 'node:crypto';
import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Place, Post } from '../../src/ports/chat';
import type { Rate } from '../../src/ports/rate-limiter';

/*
 * A little below Slack's numbers, which count for one app in one workspace by Slack's clock:
 * https://docs.slack.dev/apis/web-api/rate-limits
 */

function perMinute(calls: number, burst: number): Rate {
  return { burst, everyMs: 60_000 / calls };
}

/** For methods that are never urgent: without a reserve. */
function neverUrgent(calls: number, burst: number): Rate {
  return { ...perMinute(calls, burst), reserve: 0 };
}

/** Families of methods, each with its own limit in a workspace. */
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
  | 'users.conversations'
  | 'users.info'
  | 'users.list'
  | 'users.profile.get'
  | 'users.profile.set'
  | 'views';

const RATES: Readonly<Record<Family, Rate>> = {
  'auth.test': perMinute(60, 10),
  /** Slack says "several hundred a minute", in addition to one a second in each channel. */
  'chat.postMessage': neverUrgent(285, 285),
  'chat.postEphemeral': perMinute(95, 50),
  /** At most 50 in any minute, burst included: all polls of a workspace share them. */
  'chat.update': neverUrgent(40, 10),
  'conversations.history': perMinute(40, 10),
  'conversations.info': perMinute(45, 40),
  'conversations.members': neverUrgent(95, 95),
  'usergroups.list': perMinute(19, 15),
  'usergroups.users.list': perMinute(19, 15),
  'users.conversations': neverUrgent(45, 40),
  'users.info': perMinute(95, 60),
  'users.list': perMinute(19, 15),
  'users.profile.get': neverUrgent(95, 60),
  'users.profile.set': neverUrgent(45, 40),
  views: perMinute(95, 80),
};

const POSTS_IN_CHANNEL: Rate = perMinute(58, 3);

/**
 * Fast at first, then slower, so that a rush of votes in one poll leaves calls to other polls: one stands still for less
 * than ten seconds. Where more than five polls of a workspace are voted on at once, they share what Slack allows.
 */
const EDITS_OF_POST: Rate = perMinute(7, 8);

/** Several calls may wait this long within the lease of a task. */
export const MAX_WAIT_MS: Millis = 15_000;
export const URGENT_MAX_WAIT_MS: Millis = 8_000;
/** An edit that would wait longer is tried again later: its message is newer then, and other polls are not held up. */
export const EDIT_MAX_WAIT_MS: Millis = 5_000;

/** A bucket's name and its rate. */
export type Bucket = [name: string, rate: Rate];

/** The buckets that a call takes from, in order. `channel`: where it posts a message, or to whom: it is hashed. */
export function bucketsOf(org: OrgId, family: Family, channel?: Place): Bucket[] {
  const method: Bucket = [`${bucketPrefix(org)}${family}`, RATES[family]];
  if (channel === undefined) return [method];
  const hash = createHash('sha256').update(`${org} ${channel}`).digest('base64url');
  return [[`${bucketPrefix(org)}in ${hash}`, POSTS_IN_CHANNEL], method];
}

export function editsOf(org: OrgId, post: Post): Bucket {
  return [`${bucketPrefix(org)}edits ${post}`, EDITS_OF_POST];
}

/** With what the names of all buckets of a workspace begin. */
export function bucketPrefix(org: OrgId): string {
  return `${org} `;
}

/** What Slack sends stays far below; a window full of text is the largest. */
export const MAX_BODY_BYTES = 256 * 1_024;
/** A request without a signature is read only where it can be Slack's test of the certificate, which is this small. */
export const MAX_UNSIGNED_BYTES = 1_024;
