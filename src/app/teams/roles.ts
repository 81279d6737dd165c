import { type Roles, withoutRoles } from '../../domain/permissions';
import { placeAt, slotAt, slotsOf } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { RequestContext } from '../context';
import { isChatFault } from '../delivery/outcome';

/** The ports to find out what a person administers of a team. */
export type RolesNeeds = 'chat' | 'log' | 'people';

/**
 * What the person administers of this team. In its place, and for an administrator who asks in private, what the
 * platform said of the request holds. From elsewhere only the team's own places count: its members are asked for there,
 * and a role that the person has in another place, even over the organisation, gives none here.
 */
export async function rolesIn(
  { core, actor, member, roles }: Pick<RequestContext<RolesNeeds>, 'core' | 'actor' | 'member' | 'roles'>,
  team: Team,
): Promise<Roles> {
  const here = await roles();
  if (slotAt(team, actor.place) || (actor.place === null && here.place === 'yes')) return here;
  // Who administers this team instead is not who administers where the person is.
  const { place: _, ...holders } = here.holders ?? {};
  const none: Roles = { ...withoutRoles(here), holders };
  if (!(await core.people.teamsOf(actor.org, member.id)).includes(team.id)) return none;
  try {
    for (const slot of slotsOf(team)) {
      if (await core.chat.mayManage(actor.org, member.id, placeAt(team, slot)))
        return { ...none, place: 'yes' };
    }
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn({ err: error, team: team.id }, 'the roles of a person in a team are not known');
    return { ...none, place: 'unknown' };
  }
  return none;
}
