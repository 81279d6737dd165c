import type { Addresses } from '../../domain/people/addresses';
import type { OrgId, Person, PersonId } from '../../domain/people/person';
import type { LinkStore } from '../../ports/store/links';
import type { PeopleStore } from '../../ports/store/people';

export interface PersonParts {
  addresses: Addresses;
  store: { links: LinkStore; people: PeopleStore };
  /** Whether people with several ids are one person. */
  linking: boolean;
}

/** The person as the core knows them, whichever platform reports them. Organisations are named as the platform knows them. */
export interface Persons {
  /** Somebody does something under this id. */
  acting(org: OrgId, person: Person): Promise<Person>;
  /** Something is told of somebody. */
  told(org: OrgId, person: Person): Promise<Person>;
  everybody(org: OrgId, persons: readonly Person[]): Promise<Person[]>;
  /** Whom these ids stand for. */
  behind(org: OrgId, ids: readonly PersonId[]): Promise<PersonId[]>;
  /** All ids of a person by which they can be reached, the best first; `org` and `person` as the core knows them. */
  idsOf(org: OrgId, person: PersonId): Promise<PersonId[]>;
}

export function createPersons({ addresses, store, linking }: PersonParts): Persons {
  const { links, people } = store;

  function renamed(org: OrgId, { identity: _, ...person }: Person): Person {
    return { ...person, id: addresses.inward(org, person.id) };
  }

  /** The profile that is shown is that of the id they are counted by. */
  async function standFor(org: OrgId, person: Person, id: PersonId): Promise<Person> {
    if (id === person.id) return person;
    const known = await people.get(org, id);
    if (!known) return { ...person, id };
    const { preferences: _, ...profile } = known;
    return profile;
  }

  /** A value that is missing now changes nothing: an identity stands until another is told. */
  async function find(org: OrgId, id: PersonId, identity: Person['identity']) {
    const found = await links.find(org, id);
    if (identity === undefined || identity === (found?.hash ?? null)) return found;
    await links.identify(org, [{ id, identity }]);
    return links.find(org, id);
  }

  async function told(org: OrgId, given: Person): Promise<Person> {
    const person = renamed(org, given);
    if (!linking) return person;
    const into = addresses.orgOf(org);
    const found = await find(into, person.id, given.identity);
    return standFor(into, person, found?.person ?? person.id);
  }

  return {
    told,
    async acting(org, given) {
      const person = renamed(org, given);
      if (!linking) return person;
      const into = addresses.orgOf(org);
      const found = await find(into, person.id, given.identity);
      if (found && found.via !== person.id) await links.use(into, person.id);
      return standFor(into, person, found?.person ?? person.id);
    },
    async everybody(org, given) {
      if (!linking) return given.map((person) => renamed(org, person));
      const into = addresses.orgOf(org);
      const ids = given.flatMap(({ id, identity }) =>
        identity === undefined ? [] : [{ id: addresses.inward(org, id), identity }],
      );
      const persons = await links.identify(into, ids);
      const all: Person[] = [];
      for (const one of given) {
        const person = renamed(org, one);
        const known = persons.get(person.id) ?? (await links.find(into, person.id))?.person;
        all.push(await standFor(into, person, known ?? person.id));
      }
      return all;
    },
    async behind(org, ids) {
      const into = addresses.orgOf(org);
      const named = ids.map((id) => addresses.inward(org, id));
      if (!linking) return named;
      return Promise.all(named.map(async (id) => (await links.find(into, id))?.person ?? id));
    },
    async idsOf(org, person) {
      const ids = linking ? await links.ids(org, person) : [];
      return ids.length > 0 ? ids : [person];
    },
  };
}
