import type { OrgId, PersonId } from '../../../src/domain/people/person';
import type { Roles } from '../../../src/domain/permissions';
import type { Place } from '../../../src/ports/chat';
import type { Actor } from '../../../src/ports/inbox';
import type { Log } from '../../../src/ports/log';
import type { Installations } from '../installations';
import type { Directory } from '../people';
import type { Places } from '../places';
import { orgOf, type Workspaces } from '../workspaces';
import type { Origin } from './payloads';

/** What opens a command on Slack. */
const PREFIX = '/telework';
const PLATFORM = 'Slack';
/** What payloads call private channels instead of by their names. */
const NAMELESS = new Set(['privategroup', 'directmessage']);

interface ActorOptions {
  /** Takes the place of the request's channel: a window remembers where it was opened. */
  where?: { place: string | null; placeName: string } | undefined;
  /** `at-once`: an older profile will do, so that answers never wait for Slack. */
  profile?: 'current' | 'at-once';
}

/** The actor of a signed request, with what Slack says of people and channels. Throws where the bot is not installed. */
export type ActorOf = (origin: Origin, options?: ActorOptions) => Promise<Actor>;

export function createActorOf(parts: {
  installations: Installations;
  workspaces: Workspaces;
  directory: Directory;
  places: Places;
  log: Log;
}): ActorOf {
  const { installations, workspaces, directory, places, log } = parts;
  return async (origin, { where, profile: wanted = 'current' } = {}) => {
    if (!(await installations.botFor(origin.via))) throw new Error('the bot is not installed there');
    const org = orgOf(origin.teamId);
    const place = where ? where.place : placeOf(origin);
    const { name = '' } = origin.channel ?? {};
    // While the database is away, the person is still answered: the next request teaches the same.
    await workspaces.learn(origin.teamId, origin.via).catch(() => undefined);
    const [profile, info] = await Promise.all([
      wanted === 'current'
        ? directory.find(org, origin.userId, origin.username)
        : directory.findAtOnce(org, origin.userId, origin.username),
      place === null ? null : places.info(org, place, NAMELESS.has(name) ? '' : name),
    ]);
    return {
      org,
      person: profile.person,
      place,
      placeName: info?.name || (where?.placeName ?? ''),
      roles: () => rolesOf(org, origin.userId, place),
      opensForms: true,
      prefix: PREFIX,
    };
  };

  async function rolesOf(org: OrgId, person: PersonId, place: Place | null): Promise<Roles> {
    try {
      const [{ admin }, info] = await Promise.all([
        directory.find(org, person),
        place === null ? null : places.info(org, place, ''),
      ]);
      return {
        place: admin || info?.creator === person ? 'yes' : 'no',
        organisation: admin ? 'yes' : 'no',
        platform: PLATFORM,
      };
    } catch (error) {
      log.warn({ err: error }, 'roles of a person not known');
      return { place: 'unknown', organisation: 'unknown', platform: PLATFORM };
    }
  }
}

/** Null in a direct message. */
function placeOf({ channel }: Origin): string | null {
  return channel === null || channel.id.startsWith('D') ? null : channel.id;
}
