import type { Card } from '../../src/domain/card';
import type { Person, PersonId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Entry, Journal } from './journal';
import type { DemoPerson, SandboxPlace } from './people';

/** A message in a channel or a private conversation. */
export interface Message {
  id: string;
  /** Its position among all messages of the platform. */
  seq: number;
  at: Millis;
  card: Card;
  edited: boolean;
}

/** A message that only one person sees: the answer to a button or a command of theirs. `place` null: in private. */
export interface Note extends Message {
  place: string | null;
  refused: boolean;
  about: string | null;
  asked: string;
}

/** Notes a person keeps; older ones disappear, as they do on other platforms. */
export const NOTES_KEPT = 20;

export interface People {
  places: readonly SandboxPlace[];
  persons: readonly DemoPerson[];
  others: readonly Person[];
}

/** The chat platform itself: its people, its channels and what was said. Everything it shows comes from its journal. */
export class Platform {
  readonly places: readonly SandboxPlace[];
  /** The people a visitor can be. */
  readonly persons: readonly DemoPerson[];
  /** Everybody in the channels, bots and closed accounts included. */
  readonly everybody: readonly Person[];
  readonly #journal: Journal;
  readonly #channels: Map<string, Message[]>;
  readonly #directs: Map<PersonId, Message[]>;
  readonly #notes: Map<PersonId, Note[]>;
  readonly #posts = new Map<string, Message>();
  readonly #keys = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #seq = 0;

  /** Throws when the journal cannot be read. */
  constructor(journal: Journal, { places, persons, others }: People) {
    this.places = places;
    this.persons = persons;
    this.everybody = [...persons, ...others];
    this.#journal = journal;
    this.#channels = new Map(places.map(({ id }) => [id, []]));
    this.#directs = new Map(persons.map(({ id }) => [id, []]));
    this.#notes = new Map(persons.map(({ id }) => [id, []]));
    for (const entry of journal.replay()) this.#apply(entry);
  }

  person(id: PersonId): DemoPerson | null {
    return this.persons.find((person) => person.id === id) ?? null;
  }

  channel(place: string): readonly Message[] {
    return this.#channels.get(place) ?? [];
  }

  directs(person: PersonId): readonly Message[] {
    return this.#directs.get(person) ?? [];
  }

  notes(person: PersonId): readonly Note[] {
    return this.#notes.get(person) ?? [];
  }

  /** A message this person can see, with the place it is in (null: private). */
  visible(person: PersonId, id: string): { message: Message; place: string | null } | null {
    const isIt = (message: Message) => message.id === id;
    for (const [place, messages] of this.#channels) {
      const message = messages.find(isIt);
      if (message) return { message, place };
    }
    const note = this.notes(person).find(isIt);
    if (note) return { message: note, place: note.place };
    const direct = this.directs(person).find(isIt);
    return direct ? { message: direct, place: null } : null;
  }

  /** The id of the message that was first written with this key. */
  keyed(key: string): string | null {
    return this.#keys.get(key) ?? null;
  }

  has(id: string): boolean {
    return this.#posts.has(id);
  }

  /** The position of the newest message. */
  latest(): number {
    return this.#seq;
  }

  write(entry: Entry): void {
    this.#journal.append(entry);
    this.#apply(entry);
    this.#changed();
  }

  /** Drops the private conversation with this person, from the journal too. */
  forget(person: PersonId): void {
    const own = new Set([...this.directs(person), ...this.notes(person)].map(({ id }) => id));
    this.#journal.rewrite(this.#journal.replay().filter((entry) => !isAbout(entry, person, own)));
    for (const id of own) this.#posts.delete(id);
    for (const [key, id] of this.#keys) if (own.has(id)) this.#keys.delete(key);
    this.#directs.set(person, []);
    this.#notes.set(person, []);
    this.#changed();
  }

  /** Calls back after each change, until the returned function is called. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #apply(entry: Entry): void {
    if (entry.kind === 'post') this.#add(this.#channels.get(entry.place), entry);
    else if (entry.kind === 'direct') this.#add(this.#directs.get(entry.person), entry);
    else if (entry.kind === 'edit') this.#edit(entry);
    else this.#note(entry);
  }

  #add(list: Message[] | undefined, { id, key, at, card }: Entry & { key: string }): void {
    this.#seq += 1;
    const message = { id, seq: this.#seq, at, card, edited: false };
    this.#posts.set(id, message);
    this.#keys.set(key, id);
    list?.push(message);
  }

  #edit({ id, card }: Entry & { kind: 'edit' }): void {
    const message = this.#posts.get(id);
    if (message) Object.assign(message, { card, edited: true });
  }

  #note({ kind: _kind, person, ...shown }: Entry & { kind: 'note' }): void {
    const list = this.#notes.get(person) ?? [];
    const known = list.find(({ id }) => id === shown.id);
    if (known) Object.assign(known, shown);
    else {
      this.#seq += 1;
      list.push({ ...shown, seq: this.#seq, edited: false });
    }
    this.#notes.set(person, list.slice(-NOTES_KEPT));
  }
}

/** Written to or by the person in private, or an edit of that. */
function isAbout(entry: Entry, person: PersonId, own: ReadonlySet<string>): boolean {
  return ('person' in entry && entry.person === person) || (entry.kind === 'edit' && own.has(entry.id));
}
