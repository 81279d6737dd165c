import type { Addresses } from '../../domain/people/addresses';
import type { OrgId, PersonId } from '../../domain/people/person';
import type { StatusAccess, StatusState } from '../../domain/people/status';
import type { Chat } from '../../ports/chat';
import type { Persons } from './persons';

/** Of a person on several platforms the best is said: their status is shown wherever it may be. */
const STATES: readonly StatusState[] = ['shown', 'own', 'refused', 'connect', 'off'];
const ACCESS: readonly StatusAccess[] = ['ready', 'connect', 'no-address', 'off'];

/** The statuses of people who may have an id on each platform. */
export function joinStatuses(
  chat: Chat,
  addresses: Addresses,
  persons: Persons,
): Pick<Chat, 'statusAccess' | 'statusLink' | 'setStatus' | 'dropStatusAccess'> {
  async function each<T>(
    org: OrgId,
    person: PersonId,
    ask: (org: OrgId, id: PersonId) => Promise<T>,
  ): Promise<T[]> {
    const answers: T[] = [];
    for (const id of await persons.idsOf(org, person)) {
      const known = addresses.outward(org, id);
      answers.push(await ask(known.org, known.address));
    }
    return answers;
  }

  return {
    async statusAccess(org, person) {
      const found = await each(org, person, (at, id) => chat.statusAccess(at, id));
      return ACCESS.find((access) => found.includes(access)) ?? 'off';
    },
    async statusLink(org, person) {
      const links = await each(org, person, (at, id) => chat.statusLink(at, id));
      return links.find((link) => link !== null) ?? null;
    },
    async setStatus(org, person, status, ours) {
      const found = await each(org, person, (at, id) => chat.setStatus(at, id, status, ours));
      return STATES.find((state) => found.includes(state)) ?? 'off';
    },
    async dropStatusAccess(org, person) {
      await each(org, person, (at, id) => chat.dropStatusAccess(at, id));
    },
  };
}
