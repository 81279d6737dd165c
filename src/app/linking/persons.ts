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

export function createPersons(parts: PersonParts): Persons {
  return parts.linking ? new LinkedPersons(parts) : unlinkedPersons(parts.addresses);
}

/** Each id is a person of its own; only the names of joined organisations change. */
function unlinkedPersons(addresses: Addresses): Persons {
  const named = async (org: OrgId, person: Person) => renamed(addresses, org, person);
  return {
    acting: named,
    told: named,
    everybody: async (org, persons) => persons.map((person) => renamed(addresses, org, person)),
    behind: async (org, ids) => ids.map((id) => addresses.inward(org, id)),
    idsOf: async (_org, person) => [person],
  };
}

function renamed(addresses: Addresses, org: OrgId, { identity: _, ...person }: Person): Person {
  return { ...person, id: addresses.inward(org, person.id) };
}

/** Ids that share an identity are one person. */
class LinkedPersons implements Persons {
  readonly #addresses: Addresses;
  readonly #links: LinkStore;
  readonly #people: PeopleStore;

  constructor({ addresses, store: { links, people } }: PersonParts) {
    this.#addresses = addresses;
    this.#links = links;
    this.#people = people;
  }

  async acting(org: OrgId, given: Person): Promise<Person> {
    const into = this.#addresses.orgOf(org);
    const person = renamed(this.#addresses, org, given);
    const found = await this.#find(into, person.id, given.identity);
    if (found && found.via !== person.id) await this.#links.use(into, person.id);
    return this.#standFor(into, person, found?.person ?? person.id);
  }

  async told(org: OrgId, given: Person): Promise<Person> {
    const into = this.#addresses.orgOf(org);
    const person = renamed(this.#addresses, org, given);
    const found = await this.#find(into, person.id, given.identity);
    return this.#standFor(into, person, found?.person ?? person.id);
  }

  async everybody(org: OrgId, given: readonly Person[]): Promise<Person[]> {
    const into = this.#addresses.orgOf(org);
    const ids = given.flatMap(({ id, identity }) =>
      identity === undefined ? [] : [{ id: this.#addresses.inward(org, id), identity }],
    );
    const persons = await this.#links.identify(into, ids);
    const all: Person[] = [];
    for (const one of given) {
      const person = renamed(this.#addresses, org, one);
      const known = persons.get(person.id) ?? (await this.#links.find(into, person.id))?.person;
      all.push(await this.#standFor(into, person, known ?? person.id));
    }
    return all;
  }

  async behind(org: OrgId, ids: readonly PersonId[]): Promise<PersonId[]> {
    const into = this.#addresses.orgOf(org);
    const named = ids.map((id) => this.#addresses.inward(org, id));
    return Promise.all(named.map(async (id) => (await this.#links.find(into, id))?.person ?? id));
  }

  async idsOf(org: OrgId, person: PersonId): Promise<PersonId[]> {
    const ids = await this.#links.ids(org, person);
    return ids.length > 0 ? ids : [person];
  }

  /** The profile that is shown is that of the id they are counted by. */
  async #standFor(org: OrgId, person: Person, id: PersonId): Promise<Person> {
    if (id === person.id) return person;
    const known = await this.#people.get(org, id);
    if (!known) return { ...person, id };
    const { preferences: _, ...profile } = known;
    return profile;
  }

  /** A value that is missing now changes nothing: an identity stands until another is reported. */
  async #find(org: OrgId, id: PersonId, identity: Person['identity']) {
    const found = await this.#links.find(org, id);
    if (identity === undefined || identity === (found?.hash ?? null)) return found;
    await this.#links.identify(org, [{ id, identity }]);
    return this.#links.find(org, id);
  }
}
