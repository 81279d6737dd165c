import { isOutsider } from '../../src/domain/people/roster';
import type { Holder, Roles } from '../../src/domain/permissions';
import type { Belonging } from './belonging';

const PLATFORM = 'Microsoft Teams';

/** What Teams and the operator's settings say of a person. */
export interface Standing {
  id: string;
  /** Their id in the directory; null where Teams did not tell. */
  objectId: string | null;
  kind: Belonging;
  /** Whether Teams told which tenant they are of. */
  certain: boolean;
  /** Object ids of the operator's administrators, in lower case. */
  admins: readonly string[];
}

/**
 * Teams gives bots neither owners nor roles. So the operator's administrators, who are named by the setting, administer
 * the organisation and every place that they are in; the person who added the bot to a team or chat administers it
 * there. Nobody else administers anything, and in a personal chat no place is administered: the places are asked.
 * `installers`: the people who added the bot to the place; null in a personal chat.
 */
export function rolesOf(standing: Standing, installers: readonly string[] | null): Roles {
  const holders = { organisation: holderOfOrganisation(standing) };
  if (!isOutsider(standing) && !standing.certain)
    return { place: 'unknown', organisation: 'unknown', platform: PLATFORM, holders };
  const manages = installers !== null && isManager(standing, installers);
  return {
    place: manages ? 'yes' : 'no',
    organisation: isOperatorsAdmin(standing) ? 'yes' : 'no',
    platform: PLATFORM,
    holders,
  };
}

/** Whether a member of the place administers it. */
export function isManager(standing: Standing, installers: readonly string[]): boolean {
  return isOperatorsAdmin(standing) || (standing.kind === 'person' && installers.includes(standing.id));
}

/** The setting's administrators may be guests of the tenant: the operator has named them. */
function isOperatorsAdmin(standing: Standing): boolean {
  const { objectId, admins } = standing;
  return !isOutsider(standing) && objectId !== null && admins.includes(objectId.toLowerCase());
}

function holderOfOrganisation({ admins, objectId }: Standing): Holder {
  if (admins.length > 0) return { by: 'administrators' };
  return { by: 'setting', setting: 'TEAMS_ADMINS', id: objectId };
}

/** Who administers a place, for a person who does not. `installer`: who added the bot, where they are still there. */
export function holderOfPlace(standing: Standing, installer: { name: string | null } | null): Holder {
  if (installer) return { by: 'installer', name: installer.name };
  return standing.admins.length > 0 ? { by: 'operators' } : holderOfOrganisation(standing);
}
