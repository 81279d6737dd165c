import { matchKey } from '../text';
import type { Person, PersonId } from './person';

/**
 * The name of each person in a list for one reader. Where several names read the same, each has its handle behind it; a
 * person without one has the name alone.
 */
export function namesApart(
  people: readonly Pick<Person, 'id' | 'name' | 'handle'>[],
): ReadonlyMap<PersonId, string> {
  const bearers = new Map<string, Set<PersonId>>();
  for (const { id, name } of people) {
    const key = keyOf(name);
    bearers.set(key, (bearers.get(key) ?? new Set()).add(id));
  }
  const isShared = (name: string) => (bearers.get(keyOf(name))?.size ?? 0) > 1;
  return new Map(
    people.map(({ id, name, handle }) => [id, handle && isShared(name) ? `${name} (${handle})` : name]),
  );
}

/** A name of signs alone has no letters to compare. */
function keyOf(name: string): string {
  return matchKey(name) || name;
}
