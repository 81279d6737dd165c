import type { Card } from '../../src/domain/card';
import type { OrgId, PersonId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Actor, Inbox, Reply } from '../../src/ports/inbox';
import { faultOf } from './card-schema';
import { invalid } from './errors';
import { type DemoPerson, rolesOf, toPlainPerson } from './people';
import type { Note, Platform } from './platform';

/** Opens a command on this platform. */
export const PREFIX = '/telework';
const ASKED_SHOWN = 200;

/** The answer a person sees. `note` is the card as text; `message` is the id by which its buttons are pressed. */
export interface Acted {
  note: string;
  card: Card;
  refused: boolean;
  message: string;
  /** What is wrong with each input of a form, where that is known. */
  faults?: Reply['faults'];
}

/** Acts of people on this platform. Each resolves once the answer is in their conversation. */
export interface Acts {
  /** Null when the person sees no such message. */
  press(person: DemoPerson, message: string, action: string): Promise<Acted | null>;
  command(person: DemoPerson, place: string | null, text: string): Promise<Acted>;
  submit(person: DemoPerson, form: FormSent): Promise<Acted>;
  /** A command that prepares the scene: its answer is shown to nobody. */
  arrange(person: DemoPerson, place: string, text: string): Promise<void>;
}

interface FormSent {
  place: string | null;
  /** The message the form stood in, when known. */
  message: string | null;
  form: string;
  values: Record<string, string>;
}

export interface ActParts {
  org: OrgId;
  platform: Platform;
  inbox: Inbox;
  now: () => Millis;
  newId: () => string;
}

export function createActs({ org, platform, inbox, now, newId }: ActParts): Acts {
  function actor(person: DemoPerson, place: string | null): Actor {
    const placeName = platform.places.find(({ id }) => id === place)?.name ?? '';
    const roles = async () => rolesOf(person);
    return { org, person: toPlainPerson(person), place, placeName, roles, prefix: PREFIX };
  }

  /** Writes the answer down as a note, in place of the last one where both are about the same message. */
  function note(person: PersonId, asked: Asked, reply: Reply): Acted {
    const fault = faultOf(reply.card);
    if (fault) throw invalid(fault);
    const last = lastNote(platform, person, asked.place);
    const replaced = last && follows(last, asked, reply) ? last : null;
    const id = replaced?.id ?? newId();
    const about = replaced ? replaced.about : asked.about;
    platform.write({ kind: 'note', id, person, ...asked, about, at: now(), ...reply });
    return { note: reply.card.summary, card: reply.card, refused: reply.refused, message: id };
  }

  return {
    async press(person, id, action) {
      const seen = platform.visible(person.id, id);
      if (!seen) return null;
      const reply = await inbox.press(actor(person, seen.place), action);
      if (reply.inPlace && platform.has(id)) {
        const { card, refused } = reply;
        platform.write({ kind: 'edit', id, at: now(), card });
        return { note: card.summary, card, refused, message: id };
      }
      const asked = labelOf(seen.message.card, action);
      return note(person.id, { place: seen.place, about: id, asked }, reply);
    },
    async command(person, place, text) {
      const bare = withoutPrefix(text);
      const reply = await inbox.command(actor(person, place), bare);
      const asked = `${PREFIX} ${bare}`.slice(0, ASKED_SHOWN);
      return note(person.id, { place, about: null, asked }, reply);
    },
    async arrange(person, place, text) {
      await inbox.command(actor(person, place), text);
    },
    async submit(person, { place, message, form, values }) {
      const { faults, ...reply } = await inbox.submit(actor(person, place), form, values);
      const noted = note(person.id, { place, about: message, asked: '' }, reply);
      return faults ? { ...noted, faults } : noted;
    },
  };
}

interface Asked {
  place: string | null;
  about: string | null;
  asked: string;
}

function follows(last: Note, { about }: Asked, { refused }: Reply): boolean {
  if (about === null || (refused && !last.refused)) return false;
  return about === last.id || about === last.about;
}

/** The person's note in this conversation, when it is the last thing there. */
function lastNote(platform: Platform, person: PersonId, place: string | null): Note | null {
  const last = platform.notes(person).findLast((note) => note.place === place);
  const messages = place === null ? platform.directs(person) : platform.channel(place);
  return last && last.seq > (messages.at(-1)?.seq ?? 0) ? last : null;
}

function labelOf({ parts }: Card, action: string): string {
  const choices = parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  return choices.find((choice) => choice.action === action)?.label ?? '';
}

/** People type the prefix out of habit; the core gets what follows it. */
function withoutPrefix(text: string): string {
  const trimmed = text.trimStart();
  const rest = trimmed.slice(PREFIX.length);
  const opens = trimmed.toLowerCase().startsWith(PREFIX) && (rest === '' || /^\s/.test(rest));
  return opens ? rest.trimStart() : text;
}
