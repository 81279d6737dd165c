import { languageOf } from '../../domain/people/language';
import type { Member } from '../../domain/people/person';
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
  const member = await contactOf(core, team);
  if (!member) {
    core.log.warn({ team: team.id, notice: body.kind }, 'the team has no contact to tell');
    return { state: 'skipped', reason: 'no contact' };
  }
  const today = dayAt(core.clock.now(), team.settings.zone);
  const card = core.present({ today, ...body }, languageOf(member, team));
  return task.send((key) => core.chat.direct(team.org, member.id, card, key));
}

/** The team's contact; null: none is known. */
export async function contactOf(
  { contacts, people }: Ports<'contacts' | 'people'>,
  { org, id }: Team,
): Promise<Member | null> {
  const contact = await contacts.get(org, id);
  return contact === null ? null : people.get(org, contact);
}
