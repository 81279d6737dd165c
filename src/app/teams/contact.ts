import type { OrgId, PersonId } from '../../domain/people/person';
import type { Place } from '../../ports/chat';
import type { Ports } from '../core';

/** The person who brought the bot to a channel is its team's contact until an administrator sets the team up. */
export async function suggestContact(
  { teams, contacts }: Ports<'teams' | 'contacts'>,
  org: OrgId,
  place: Place,
  person: PersonId,
): Promise<void> {
  const team = await teams.at(org, place);
  if (team) await contacts.suggest(org, team.id, person);
}
