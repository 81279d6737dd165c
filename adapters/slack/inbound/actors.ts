import type { Actor } from '../../../src/ports/inbox';
import type { Installations } from '../installations';
import type { Directory } from '../people';
import type { Places } from '../places';
import { orgOf, type Workspaces } from '../workspaces';
import type { Origin } from './payloads';

/** What opens a command on Slack. */
export const PREFIX = '/telework';
/** What Slack calls a private channel in a payload. */
const NAMELESS = new Set(['privategroup', 'directmessage']);

export interface ActorOptions {
  /** Overrides the channel: a window remembers where it was opened. */
  where?: { place: string | null; placeName: string } | undefined;
  /** Answers need no role: they are never kept waiting for it. */
  role?: 'needed' | 'unneeded';
}

/** Who acts, from what Slack has signed and what it says of people and channels. Throws where the bot is not installed. */
export type ActorOf = (origin: Origin, options?: ActorOptions) => Promise<Actor>;

export function createActorOf(parts: {
  installations: Installations;
  workspaces: Workspaces;
  directory: Directory;
  places: Places;
}): ActorOf {
  const { installations, workspaces, directory, places } = parts;
  return async (origin, { where, role = 'needed' } = {}) => {
    if (!(await installations.botFor(origin.via))) throw new Error('the bot is not installed there');
    const org = orgOf(origin.teamId);
    const place = where ? where.place : placeOf(origin);
    const { name = '' } = origin.channel ?? {};
    // While the database is away the person is still to hear so; it is learnt from whatever comes next.
    await workspaces.learn(origin.teamId, origin.via).catch(() => undefined);
    const [profile, info] = await Promise.all([
      role === 'needed'
        ? directory.find(org, origin.userId, origin.username)
        : directory.findAtOnce(org, origin.userId, origin.username),
      place === null ? null : places.info(org, place, NAMELESS.has(name) ? '' : name),
    ]);
    return {
      org,
      person: profile.person,
      place,
      placeName: info?.name || (where?.placeName ?? ''),
      admin: profile.admin || info?.creator === origin.userId,
      orgAdmin: profile.admin,
      prefix: PREFIX,
    };
  };
}

/** Null in a private conversation, with the bot or with anybody. */
function placeOf({ channel }: Origin): string | null {
  return channel === null || channel.id.startsWith('D') ? null : channel.id;
}
