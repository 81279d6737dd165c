import { languageOf } from '../../domain/people/language';
import type { Member, PersonId } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import { dayAt } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask } from '../delivery/deliver';
import type { PostNeeds } from '../delivery/post';

/** The ports to tell a team's contact something. */
export type ContactNeeds = PostNeeds | 'contacts' | 'log' | 'people';

/** Tells the team's contact, privately. A team without one is told of in the log. */
export async function tellContact(
  core: Ports<ContactNeeds>,
  team: Team,
  body: MessageBody,
  task: ClaimedTask,
): Promise<Outcome> {
  const contact = await contactOf(core, team);
  if (!contact) {
    core.log.warn({ team: team.id, notice: body.kind }, 'the team has no contact to tell');
    return { state: 'skipped', reason: 'no contact' };
  }
  const { person, member } = contact;
  const today = dayAt(core.clock.now(), team.settings.zone);
  const card = core.present({ today, ...body }, member ? languageOf(member, team) : team.settings.language);
  return task.send((key) => core.chat.direct(team.org, person, card, key));
}

/** The team's contact, and the profile if one is known; null: the team has none. */
export async function contactOf(
  { contacts, people }: Ports<'contacts' | 'people'>,
  { org, id }: Team,
): Promise<{ person: PersonId; member: Member | null } | null> {
  const person = await contacts.get(org, id);
  return person === null ? null : { person, member: await people.get(org, person) };
}
