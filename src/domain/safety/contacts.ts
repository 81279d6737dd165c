import type { Member, PersonId } from '../people/person';
import { counts } from '../people/roster';
import { type Refusal, refuse } from '../refusal';
import { repeated } from '../text';
import { fold } from '../typed/fold';
import { isNone } from '../typed/switch';

/** A longer list would leave it open who acts. */
const MOST_CONTACTS = 10;

/** The names of a typed list of people: `@sato, @Ito Mei`; empty: nobody. */
export function namesTyped(text: string): string[] {
  if (isNone(text)) return [];
  return text
    .replaceAll(/<\/?at[^>]*>/giu, ' ')
    .split(/[,、，;]|\s+(?=[@＠])/u)
    .map((name) => name.replaceAll(/[@＠]/gu, '').trim())
    .filter((name) => name !== '');
}

/** The persons of these names, each once: by id, by handle, or by a name that one of them has alone. */
export function contactsNamed(names: readonly string[], known: readonly Member[]): PersonId[] | Refusal {
  const found: PersonId[] = [];
  for (const name of names) {
    const [only, ...more] = meantBy(name, known);
    if (!only || more.length > 0) return refuse('unknown-contact', { text: repeated(name) });
    found.push(only.id);
  }
  const contacts = [...new Set(found)];
  return contacts.length > MOST_CONTACTS ? refuse('too-many-contacts', { max: MOST_CONTACTS }) : contacts;
}

function meantBy(typed: string, known: readonly Member[]): Member[] {
  const unique = new Map(known.map((member) => [member.id, member]));
  const people = [...unique.values()].filter((person) => counts(person, { guests: false }));
  const byId = people.filter(({ id }) => id === typed);
  if (byId.length > 0) return byId;
  const name = key(typed);
  const byHandle = people.filter(({ handle }) => handle !== undefined && key(handle) === name);
  return byHandle.length > 0 ? byHandle : people.filter((person) => key(person.name) === name);
}

function key(name: string): string {
  return fold(name).replaceAll(/[@\s]/gu, '');
}
