import type { OrgId, Person } from '../../../src/domain/people/person';
import { isOutsider } from '../../../src/domain/people/roster';
import type { Roles } from '../../../src/domain/permissions';
import type { Actor } from '../../../src/ports/inbox';
import type { Log } from '../../../src/ports/log';
import type { Installations } from '../installations';
import type { Directory } from '../people';
import type { Places } from '../places';
import { type RolesInPlaces, UNKNOWN_ROLES } from '../roles';
import { orgOf, type Workspaces } from '../workspaces';
import type { Origin } from './payloads';

/** What payloads call private channels instead of by their names. */
const NAMELESS = new Set(['privategroup', 'directmessage']);

export interface ActorOptions {
  /** Takes the place of the request's channel: a window remembers where it was opened. */
  where?: { place: string | null; placeName: string } | undefined;
  /** `at-once`: an older profile will do, so that answers never wait for Slack. */
  profile?: 'current' | 'at-once';
}

/**
 * The actor of a signed request, with what Slack says of people and channels. Throws where the bot is not installed, or
 * where the organisation of the person is not known.
 */
export type ActorOf = (origin: Origin, options?: ActorOptions) => Promise<Actor>;

export function createActorOf(parts: {
  installations: Installations;
  workspaces: Workspaces;
  directory: Directory;
  places: Places;
  roles: RolesInPlaces;
  /** What opens a command: `/telework`. */
  command: string;
  log: Log;
}): ActorOf {
  const { installations, workspaces, directory, places, roles, command, log } = parts;
  return async (origin, { where, profile: wanted = 'current' } = {}) => {
    if (!(await installations.botFor(origin.via))) throw new Error('the bot is not installed there');
    const org = orgOf(origin.teamId);
    const place = where ? where.place : placeOf(origin);
    const { name = '' } = origin.channel ?? {};
    // While the database is away, the person is still answered: the next request teaches the same.
    await workspaces.learn(origin.teamId, origin.via).catch(() => undefined);
    const [person, info] = await Promise.all([
      personOf(org, origin, wanted),
      place === null ? null : places.lastInfo(org, place, NAMELESS.has(name) ? '' : name),
    ]);
    return {
      org,
      person,
      place,
      placeName: info?.name || (where?.placeName ?? ''),
      ...(info !== null && { shared: info.shared ?? 'unknown' }),
      added: info?.isMember ?? false,
      roles: () => roles.of(org, origin.userId, place).catch(unknown),
      opensForms: true,
      prefix: command,
    };
  };

  async function personOf(org: OrgId, origin: Origin, wanted: ActorOptions['profile']): Promise<Person> {
    let person: Person | null = null;
    try {
      const find = wanted === 'current' ? directory.find : directory.findAtOnce;
      person = await find.call(directory, org, origin.userId, origin);
      return person;
    } finally {
      // The install that serves one organisation does not serve the workspaces of others.
      if ((!person || isOutsider(person)) && !origin.isWorkspaceKnown)
        await workspaces.unlearn(origin.teamId, origin.via);
    }
  }

  function unknown(error: unknown): Roles {
    log.warn({ err: error }, 'roles of a person not known');
    return UNKNOWN_ROLES;
  }
}

/** Null in a direct message. */
function placeOf({ channel }: Origin): string | null {
  return channel === null || channel.id.startsWith('D') ? null : channel.id;
}
