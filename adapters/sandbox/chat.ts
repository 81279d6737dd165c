import type { Card } from '../../src/domain/card';
import type { OrgId, Person } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Chat, Place, PostKey } from '../../src/ports/chat';
import { faultOf } from './card-schema';
import { gone, invalid } from './errors';
import { rolesOf, toPlainPerson } from './people';
import type { Platform } from './platform';

/** The parts of the chat port on this platform. */
export interface ChatParts {
  org: OrgId;
  platform: Platform;
  now: () => Millis;
  newId: () => string;
}

/**
 * The sandbox as a chat platform: strict as the real ones, and, unlike them, it knows the keys of posts: a second
 * post with a key returns the first.
 */
export function createChat({ org, platform, now, newId }: ChatParts): Chat {
  function ensure(known: boolean, what: string): void {
    if (!known) throw gone(what);
  }

  function accept(ownerOrg: OrgId, card: Card): void {
    ensure(ownerOrg === org, 'organisation');
    const fault = faultOf(card);
    if (fault) throw invalid(fault);
  }

  function once(key: PostKey, write: (id: string) => void): string {
    const known = platform.keyed(key.id);
    if (known) return known;
    const id = newId();
    write(id);
    return id;
  }

  return {
    async post(ownerOrg, place, card, key) {
      accept(ownerOrg, card);
      ensure(
        platform.places.some(({ id }) => id === place),
        'place',
      );
      return once(key, (id) => platform.write({ kind: 'post', id, place, key: key.id, at: now(), card }));
    },
    async edit(ownerOrg, post, card) {
      accept(ownerOrg, card);
      ensure(platform.has(post), 'message');
      platform.write({ kind: 'edit', id: post, at: now(), card });
    },
    async direct(ownerOrg, person, card, key) {
      accept(ownerOrg, card);
      ensure(platform.person(person) !== null, 'person');
      return once(key, (id) => platform.write({ kind: 'direct', id, person, key: key.id, at: now(), card }));
    },
    async *roster(ownerOrg: OrgId, place: Place): AsyncIterable<Person> {
      ensure(ownerOrg === org && platform.places.some(({ id }) => id === place), 'place');
      for (const person of platform.everybody) yield toPlainPerson(person);
    },
    group: async () => 'unsupported',
    async forget(ownerOrg, person) {
      if (ownerOrg === org) platform.forget(person);
    },
    statusAccess: async () => 'off',
    statusLink: async () => null,
    setStatus: async () => 'off',
    dropStatusAccess: async () => {},
    isShared: async () => false,
    async standing(ownerOrg, id) {
      const person = ownerOrg === org ? platform.person(id) : null;
      if (person === null) throw gone('person');
      return { kind: 'person', roles: rolesOf(person) };
    },
    mayManage: async (_org, person) => platform.person(person)?.admin === true,
  };
}
