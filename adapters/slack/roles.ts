import type { OrgId, PersonId } from '../../src/domain/people/person';
import type { Holder, Roles } from '../../src/domain/permissions';
import type { Place } from '../../src/ports/chat';
import { isOutOfReach } from './errors';
import type { Directory } from './people';
import type { Places } from './places';

const PLATFORM = 'Slack';

export const UNKNOWN_ROLES: Roles = { place: 'unknown', organisation: 'unknown', platform: PLATFORM };

/** Who administers channels: the person who made one while they are in it, and administrators of the workspace. */
export class RolesInPlaces {
  readonly #directory: Directory;
  readonly #places: Places;

  constructor({ directory, places }: { directory: Directory; places: Places }) {
    this.#directory = directory;
    this.#places = places;
  }

  /** The present roles of the person; `place` null: in private. Throws ChatErrors where Slack does not answer. */
  async of(org: OrgId, id: PersonId, place: Place | null): Promise<Roles> {
    const { person, admin } = await this.#directory.current(org, id);
    const maker = place === null || admin ? null : await this.#makerOf(org, place);
    const made = person.kind === 'person' && maker === id;
    return {
      place: admin || made ? 'yes' : 'no',
      organisation: admin ? 'yes' : 'no',
      platform: PLATFORM,
      holders: {
        organisation: { by: 'administrators' },
        ...(admin || made ? {} : { place: await this.#holderOf(org, maker) }),
      },
    };
  }

  /** Null where the person who made the channel has left it, and in channels that the bot may not look into. */
  async #makerOf(org: OrgId, place: Place): Promise<PersonId | null> {
    try {
      const { creator } = await this.#places.info(org, place);
      return creator !== null && (await this.#places.isMember(org, place, creator)) ? creator : null;
    } catch (error) {
      if (isOutOfReach(error)) return null;
      throw error;
    }
  }

  /** A refusal goes without the name where Slack does not tell it. */
  async #holderOf(org: OrgId, maker: PersonId | null): Promise<Holder> {
    const found = maker === null ? null : await this.#directory.current(org, maker).catch(() => null);
    return { by: 'maker', name: found?.person.kind === 'person' ? found.person.name : null };
  }
}
