import type { Forgery } from '../deliver';
import { TIMES } from '../limits';
import { newResponseUrl } from '../response-urls';
import type { Seed } from '../seed';
import { type Channel, known, newTrigger, type ResponseUrl, type User, type World } from '../world';
import type { Entry } from './elements';
import { contextTeam } from './payloads';
import type { Post } from './post';

/** What it takes to act as a person. */
export interface Acting {
  world: World;
  seed: Seed;
  post: Post;
  baseUrl: () => string;
  charts: () => boolean;
}

export interface PressOptions {
  entry?: Entry;
  forgery?: Forgery;
}

export function userAt({ world }: Acting, id: string): User {
  return known(world.users, id, 'user');
}

/** The channel, if the person can act in it. */
export function placeOf({ world }: Acting, user: User, id: string): Channel {
  const channel = known(world.channels, id, 'channel');
  if (channel.kind !== 'public' && !channel.members.has(user.id))
    throw new Error(`${user.id} cannot see ${id}`);
  return channel;
}

/** A trigger of something done in a channel, in a view, or in neither. */
export function triggerOf({ world }: Acting, user: User, at: { channel?: string; view?: string }): string {
  const team = contextTeam(world, user, at.channel ?? null);
  return newTrigger(world, user.id, team, at.view ?? null, TIMES.triggerMs);
}

export function responseUrlOf(
  { world, baseUrl }: Acting,
  user: User,
  channel: Channel,
  original: ResponseUrl['original'],
): string {
  const target = { channel: channel.id, user: user.id, team: contextTeam(world, user, channel.id), original };
  return baseUrl() + newResponseUrl(world, target, original ? 'actions' : 'commands');
}
