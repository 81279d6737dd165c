import type { TimeControl } from '../../../src/ports/time-control';
import type { Message, Note, Platform } from '../platform';
import type { PlayState } from '../play/play';
import { isoOf } from '../time';

/** Everything the platform shows, as the JSON API gives it. */
export function stateOf(platform: Platform, control: TimeControl, play: PlayState) {
  return {
    ...clockOf(control),
    play,
    persons: platform.persons.map(({ id, name, locale, timeZone, admin }) => ({
      id,
      name,
      locale,
      timeZone,
      admin,
    })),
    places: platform.places.map(({ id, name }) => ({ id, name, messages: platform.channel(id).map(shown) })),
    directs: byPerson(platform, (person) => platform.directs(person).map(shown)),
    ephemerals: byPerson(platform, (person) => platform.notes(person).map(shownNote)),
  };
}

export function clockOf(control: TimeControl) {
  return { now: isoOf(control.now()), speed: control.speed(), real: control.isReal() };
}

function shown({ id, at, card, edited }: Message) {
  return { id, at: isoOf(at), text: card.summary, card, edited };
}

function shownNote(note: Note) {
  return { ...shown(note), place: note.place, refused: note.refused };
}

function byPerson<T>({ persons }: Platform, of: (person: string) => T): Record<string, T> {
  return Object.fromEntries(persons.map(({ id }) => [id, of(id)]));
}
