import { createHash } from 'node:crypto';
import type { OrgId, PersonId } from '../../src/domain/people/person';
import { ChatError, type Place, type Post } from '../../src/ports/chat';

/* The texts by which the core and the database name what is in Teams. Only this file makes and reads them. */

const ORG_PREFIX = 'teams:';
const BAR = '|';
const THREAD = ';messageid=';
const TITLE_SEPARATOR = ' › ';

export function orgOf(tenant: string): OrgId {
  return ORG_PREFIX + tenant;
}

/** The tenant of one of this adapter's organisations. */
export function tenantOfOrg(org: OrgId): string {
  return org.slice(ORG_PREFIX.length);
}

export function isTeamsOrg(org: OrgId): boolean {
  return org.startsWith(ORG_PREFIX);
}

/** Where a message is. */
export interface MessageAddress {
  conversation: string;
  message: string;
}

/** Neither id holds a bar. */
export function toPost({ conversation, message }: MessageAddress): Post {
  return conversation + BAR + message;
}

/** Throws a `gone` ChatError for a text that this adapter did not make. */
export function readPost(post: Post): MessageAddress {
  const bar = post.lastIndexOf(BAR);
  if (bar < 1) throw new ChatError('gone', 'this is not the address of a message in Teams');
  return { conversation: post.slice(0, bar), message: post.slice(bar + 1) };
}

/** The key of a place's record; with an empty place the beginning of the keys of all places of the tenant. */
export function placeKey(tenant: string, place: Place | ''): string {
  return `${tenant}/${place}`;
}

/** The key of a person's record; with an empty person the beginning of the keys of all people of the tenant. */
export function personKey(tenant: string, person: PersonId | ''): string {
  return `${tenant}/${person}`;
}

/** The key under which a person was greeted. */
export function greetKey(person: string): string {
  return `greet/${person}`;
}

/** The key of an activity that was received. A hash: the id of a personal chat would lead to its person. */
export function activityKey(tenant: string, conversation: string, activity: string): string {
  const hash = createHash('sha256').update(`${conversation}/${activity}`).digest('base64url');
  return `${tenant}/${hash}`;
}

/** The beginning of the activity keys of a tenant. */
export function activityKeysIn(tenant: string): string {
  return `${tenant}/`;
}

/** The tenant of a record's key. */
export function tenantIn(key: string): string {
  return key.split('/', 1)[0] ?? '';
}

/** The place or the person that a key of this tenant names. */
export function idOfKey(tenant: string, key: string): string {
  return key.slice(tenant.length + 1);
}

/** The id of a channel without the thread in it. */
export function withoutThread(conversation: string): string {
  return conversation.split(THREAD, 1)[0] ?? '';
}

/** The title of a channel. The General channel does not have a name of its own. */
export function channelTitle(team: string, channel: string | null | undefined): string {
  return channel ? team + TITLE_SEPARATOR + channel : team;
}

/** A channel's own name in its title; undefined for the General channel. */
export function ownNameOf(title: string): string | undefined {
  return title.split(TITLE_SEPARATOR)[1];
}
