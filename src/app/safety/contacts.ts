import type { Poll } from '../../domain/answers/poll';
import type { Member, PersonId } from '../../domain/people/person';
import { type SafetyContact, type SafetyDuty, safetyAskedAt } from '../../domain/safety/safety';
import type { Team } from '../../domain/teams/team';
import type { Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** The ports to find out whom to tell of safety answers. */
export type SafetyDutyNeeds = 'clock' | 'contacts' | 'safety';

/** Clocks of two processes differ by less. */
const SKEW: Millis = 60_000;

/**
 * The team's safety contacts; where it has named none, the person who set it up. Those named at an instant that is still to
 * come, as the clock was set back, are told of everything: no call for help may be hidden by a wrong clock.
 */
export async function safetyContacts(
  { clock, safety, contacts }: Ports<SafetyDutyNeeds>,
  { org, id }: Pick<Team, 'org' | 'id'>,
): Promise<SafetyContact[]> {
  const named = await safety.contacts(org, id);
  const current = named.length > 0 ? null : await contacts.current(org, id);
  const latest = clock.now() + SKEW;
  return (current ? [current] : named).map(({ person, since }) => ({
    person,
    since: since > latest ? 0 : since,
  }));
}

/**
 * What the team's agenda of safety is made from; null: none of the polls asks whether people are safe, or has followed one
 * that did.
 */
export async function safetyDuty(
  core: Ports<SafetyDutyNeeds>,
  team: Team,
  polls: readonly Poll[],
): Promise<SafetyDuty | null> {
  const first = polls.find((poll) => safetyAskedAt(poll) !== null || poll.round > 0);
  if (!first) return null;
  const [contacts, calls] = await Promise.all([
    safetyContacts(core, team),
    core.safety.calls(team.org, team.id, first.day),
  ]);
  return { contacts, calls };
}

/** The names of people, with their handles where they are known; people without a profile are left out. */
export async function namesOf(
  { people }: Ports<'people'>,
  { org }: Pick<Team, 'org'>,
  persons: readonly PersonId[],
): Promise<string[]> {
  const members = await Promise.all(persons.map((person) => people.get(org, person)));
  return members.flatMap((member) => (member && member.name !== '' ? [nameOf(member)] : []));
}

/** A contact must know of whom they read: of two people of one name their handles tell. */
export function nameOf({ name, handle }: Member): string {
  return handle === undefined ? name : `${name} (${handle})`;
}
