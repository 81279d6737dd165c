import { quietUntil } from '../../domain/answers/reminding';
import { languageOf } from '../../domain/people/language';
import type { Member, PersonId } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import { dayAt, type Millis } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { Outcome, TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { type ClaimedTask, type DeliveryNeeds, deliver, type Later } from '../delivery/deliver';
import { type NextTryNeeds, nextTry } from '../delivery/next-try';
import type { PostNeeds } from '../delivery/post';

/** The ports to tell a team's contact something. */
export type ContactNeeds = PostNeeds | 'contacts' | 'log' | 'people';

/**
 * Tells the team's contact, privately, and not in their night: the ledger keeps the task until their morning. A team
 * without a contact is told of in the log.
 */
export async function tellContact(
  core: Ports<ContactNeeds>,
  team: Team,
  body: MessageBody,
  task: ClaimedTask,
): Promise<Outcome | Later> {
  const contact = await contactOf(core, team);
  if (!contact) {
    core.log.warn({ team: team.id, notice: body.kind }, 'the team has no contact to tell');
    return { state: 'skipped', reason: 'no contact' };
  }
  const { person, member } = contact;
  const now = core.clock.now();
  const morning = quietUntil(now, member?.timeZone ?? team.settings.zone);
  if (morning !== null) return { state: 'later', afterMs: morning - now, limited: false };
  const today = dayAt(now, team.settings.zone);
  const card = core.present({ today, ...body }, member ? languageOf(member, team) : team.settings.language);
  return task.send((key) => core.chat.direct(team.org, person, card, key));
}

/** Tells the team's contact as a task of its own, once. Resolves with when to try again; null: it is told, or in vain. */
export async function tellContactOnce(
  core: Ports<ContactNeeds | DeliveryNeeds | NextTryNeeds>,
  team: Team,
  body: MessageBody,
  key: TaskKey,
): Promise<Millis | null> {
  const result = await deliver(core, key, (task) => tellContact(core, team, body, task));
  if (result === null) return nextTry(core, key);
  return result.state === 'put-off' ? core.clock.now() + result.afterMs : null;
}

/** The team's contact, and the profile if one is known; null: the team has none. */
export async function contactOf(
  { contacts, people }: Ports<'contacts' | 'people'>,
  { org, id }: Team,
): Promise<{ person: PersonId; member: Member | null } | null> {
  const person = await contacts.get(org, id);
  return person === null ? null : { person, member: await people.get(org, person) };
}
