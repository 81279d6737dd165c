import type { Card } from '../../src/domain/card';
import type { Person, PersonId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Entry, Journal } from './journal';
import type { DemoPerson, SandboxPlace } from './people';

/** A message in a channel or a private conversation. */
export interface Message {
  id: string;
  /** Where it stands among all messages of the platform. */
  seq: number;
  at: Millis;
  card: Card;
  edited: boolean;
}

/** What one person alone sees: the answer to what they pressed or typed. `place` null: in private. */
export interface Note extends Message {
  place: string | null;
  refused: boolean;
  about: string | null;
  asked: string;
}

/** How many notes a person keeps; older ones go, as they do on other platforms. */
export const NOTES_KEPT = 20;

/** The chat platform itself: who is there, and what was said. Everything it shows comes from its journal. */
export interface Platform {
  places: readonly SandboxPlace[];
  /** Whom the visitor can be. */
  persons: readonly DemoPerson[];
  /** Everybody in the channels, bots and closed accounts included. */
  everybody: readonly Person[];
  person(id: PersonId): DemoPerson | null;
  channel(place: string): readonly Message[];
  directs(person: PersonId): readonly Message[];
  notes(person: PersonId): readonly Note[];
  /** A message this person can see, with the place it is in (null: private). */
  visible(person: PersonId, id: string): { message: Message; place: string | null } | null;
  /** The message first written with this key. */
  keyed(key: string): string | null;
  has(id: string): boolean;
  /** Where the newest message stands. */
  latest(): number;
  write(entry: Entry): void;
  /** Drops the private conversation with this person, from the journal too. */
  forget(person: PersonId): void;
  /** Calls back after each change, until the returned function is called. */
  watch(listener: () => void): () => void;
}

export interface People {
  places: readonly SandboxPlace[];
  persons: readonly DemoPerson[];
  others: readonly Person[];
}

export function createPlatform(journal: Journal, { places, persons, others }: People): Platform {
  const channels = new Map<string, Message[]>(places.map(({ id }) => [id, []]));
  const directs = new Map<PersonId, Message[]>(persons.map(({ id }) => [id, []]));
  const notes = new Map<PersonId, Note[]>(persons.map(({ id }) => [id, []]));
  const posts = new Map<string, Message>();
  const keys = new Map<string, string>();
  const listeners = new Set<() => void>();
  let seq = 0;

  function add(list: Message[] | undefined, { id, key, at, card }: Entry & { key: string }): void {
    const message = { id, seq: ++seq, at, card, edited: false };
    posts.set(id, message);
    keys.set(key, id);
    list?.push(message);
  }

  function apply(entry: Entry): void {
    if (entry.kind === 'post') add(channels.get(entry.place), entry);
    else if (entry.kind === 'direct') add(directs.get(entry.person), entry);
    else if (entry.kind === 'edit') edit(entry);
    else note(entry);
  }

  function edit({ id, card }: Entry & { kind: 'edit' }): void {
    const message = posts.get(id);
    if (message) Object.assign(message, { card, edited: true });
  }

  function note({ kind: _kind, person, ...shown }: Entry & { kind: 'note' }): void {
    const list = notes.get(person) ?? [];
    const known = list.find(({ id }) => id === shown.id);
    if (known) Object.assign(known, shown);
    else list.push({ ...shown, seq: ++seq, edited: false });
    notes.set(person, list.slice(-NOTES_KEPT));
  }

  function visible(person: PersonId, id: string): { message: Message; place: string | null } | null {
    for (const [place, messages] of channels) {
      const message = messages.find((candidate) => candidate.id === id);
      if (message) return { message, place };
    }
    const note = notes.get(person)?.find((candidate) => candidate.id === id);
    if (note) return { message: note, place: note.place };
    const direct = directs.get(person)?.find((candidate) => candidate.id === id);
    return direct ? { message: direct, place: null } : null;
  }

  for (const entry of journal.replay()) apply(entry);

  return {
    places,
    persons,
    everybody: [...persons, ...others],
    person: (id) => persons.find((person) => person.id === id) ?? null,
    channel: (place) => channels.get(place) ?? [],
    directs: (person) => directs.get(person) ?? [],
    notes: (person) => notes.get(person) ?? [],
    visible,
    keyed: (key) => keys.get(key) ?? null,
    has: (id) => posts.has(id),
    latest: () => seq,
    write(entry) {
      journal.append(entry);
      apply(entry);
      for (const listener of listeners) listener();
    },
    forget(person) {
      const own = new Set([...(directs.get(person) ?? []), ...(notes.get(person) ?? [])].map(({ id }) => id));
      const kept = journal.replay().filter((entry) => !isAbout(entry, person, own));
      journal.rewrite(kept);
      for (const id of own) posts.delete(id);
      for (const [key, id] of keys) if (own.has(id)) keys.delete(key);
      directs.set(person, []);
      notes.set(person, []);
      for (const listener of listeners) listener();
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Written to or by the person in private, or an edit of that. */
function isAbout(entry: Entry, person: PersonId, own: ReadonlySet<string>): boolean {
  return ('person' in entry && entry.person === person) || (entry.kind === 'edit' && own.has(entry.id));
}
