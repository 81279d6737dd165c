import type { PersonId } from '../../src/domain/people/person';
import type { Roles } from '../../src/domain/permissions';
import type { Origin } from './origin';
import type { PlaceRecord } from './records';

const PLATFORM = 'Microsoft Teams';

/** What Teams and the operator's settings say of a person. */
interface Standing {
  /** Object ids of the operator's administrators, in lower case. */
  admins: readonly string[];
  /** The place's record; null in a personal chat, or where none is stored. */
  placeRecord: PlaceRecord | null;
  guest: boolean;
}

/**
 * Teams gives bots neither owners nor roles. So the person who added the bot to a team or chat administers it there;
 * where that person is unknown (installed by policy), any member except guests does. The operator's administrators may do
 * everything, and they alone administer in personal chats, where no members could see a change. Campaigns concern the
 * whole organisation: if the operator has listed administrators, only they may change them.
 */
export function rolesOf({ inbound, place }: Origin, { admins, placeRecord, guest }: Standing): Roles {
  if (isOperatorsAdmin(admins, inbound.from.aadObjectId))
    return { place: 'yes', organisation: 'yes', platform: PLATFORM };
  const manages = place !== null && mayManagePlace(inbound.from.id, { placeRecord, guest });
  return {
    place: manages ? 'yes' : 'no',
    organisation: manages && admins.length === 0 ? 'yes' : 'no',
    platform: PLATFORM,
  };
}

/** Whether a member administers the place, without regard to the operator's administrators. */
export function mayManagePlace(
  id: PersonId,
  { placeRecord, guest }: Pick<Standing, 'placeRecord' | 'guest'>,
): boolean {
  if (guest) return false;
  const installers = placeRecord?.installers ?? [];
  return installers.length === 0 || installers.includes(id);
}

function isOperatorsAdmin(admins: readonly string[], objectId: string | null | undefined): boolean {
  return Boolean(objectId) && admins.includes((objectId ?? '').toLowerCase());
}
