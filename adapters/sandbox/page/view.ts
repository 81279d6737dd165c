import type { Locale, PersonId } from '../../../src/domain/people/person';
import type { Millis } from '../../../src/domain/time/calendar';
import type { DemoPerson, SandboxPlace } from '../people';
import type { Message, Note, Platform } from '../platform';
import type { PlayState } from '../play/play';
import type { Preview, TeamTimes, Upcoming } from '../types';
import type { Words, WordsIn } from '../words';
import { lookOf, SANDBOX } from './looks';

/** One thing in a conversation. */
export type Item = { kind: 'message'; message: Message } | { kind: 'note'; note: Note };

export interface ClockView {
  now: Millis;
  speed: number;
  real: boolean;
  times: TeamTimes;
  upcoming: Upcoming | null;
  play: PlayState;
}

/** Everything one look at the page shows. */
export interface View {
  viewer: DemoPerson;
  locale: Locale;
  /** The language the address asks for, if it does. */
  asked: Locale | null;
  words: Words;
  /** The drawing of the cards: `sandbox`, or a preview's name in small letters. */
  look: string;
  previews: readonly Preview[];
  /** Whether there are pages to sign in to. */
  hasOffice: boolean;
  persons: { person: DemoPerson; unread: boolean }[];
  places: { place: SandboxPlace; unread: boolean }[];
  privateUnread: boolean;
  /** Null: the private conversation with the bot. */
  place: SandboxPlace | null;
  items: Item[];
  /** Number of older items that are left out. */
  hidden: number;
  clock: ClockView;
}

/** The page's address, read: the viewer, the conversation and the language. */
export interface Look {
  viewer: DemoPerson;
  place: SandboxPlace | null;
  /** Null: the language the bot last spoke to this person. */
  locale: Locale | null;
  /** As typed. */
  drawing: string;
  all: boolean;
}

/** Items of a conversation that are drawn at first. */
const SHOWN = 60;

/** What each person has seen, for the dots at unread conversations. Kept in memory only. */
export interface Seen {
  mark(person: PersonId, place: string | null): void;
  unread(person: PersonId, place: string | null): boolean;
}

export function createSeen(platform: Platform): Seen {
  const start = platform.latest();
  const seen = new Map<string, number>();
  const key = (person: PersonId, place: string | null) => JSON.stringify([person, place]);
  const messages = (person: PersonId, place: string | null) =>
    place === null ? platform.directs(person) : platform.channel(place);
  return {
    mark: (person, place) => void seen.set(key(person, place), platform.latest()),
    unread: (person, place) =>
      (messages(person, place).at(-1)?.seq ?? 0) > (seen.get(key(person, place)) ?? start),
  };
}

interface ViewParts {
  platform: Platform;
  seen: Seen;
  wordsIn: WordsIn;
  previews: readonly Preview[];
  hasOffice: boolean;
}

export function viewOf(
  { platform, seen, wordsIn, previews, hasOffice }: ViewParts,
  look: Look,
  clock: ClockView,
): View {
  const { viewer, place } = look;
  const locale = look.locale ?? languageOf(platform, viewer);
  const items = itemsOf(platform, viewer.id, place?.id ?? null);
  const hidden = look.all ? 0 : Math.max(0, items.length - SHOWN);
  return {
    viewer,
    locale,
    asked: look.locale,
    words: wordsIn(locale),
    look: previews.map(lookOf).find((known) => known === look.drawing) ?? SANDBOX,
    previews,
    hasOffice,
    persons: platform.persons.map((person) => ({ person, unread: seen.unread(person.id, null) })),
    places: platform.places.map((each) => ({ place: each, unread: seen.unread(viewer.id, each.id) })),
    privateUnread: seen.unread(viewer.id, null),
    place,
    items: items.slice(hidden),
    hidden,
    clock,
  };
}

/** The language of the bot's last words to this person, for they may have asked for another than their own. */
function languageOf(platform: Platform, { id, locale }: DemoPerson): Locale {
  const last = [...platform.notes(id), ...platform.directs(id)].sort((a, b) => a.seq - b.seq).at(-1);
  return last?.card.locale ?? locale;
}

function itemsOf(platform: Platform, person: PersonId, place: string | null): Item[] {
  const messages = place === null ? platform.directs(person) : platform.channel(place);
  const notes = platform.notes(person).filter((note) => note.place === place);
  const items: (Item & { seq: number })[] = [
    ...messages.map((message) => ({ kind: 'message' as const, message, seq: message.seq })),
    ...notes.map((note) => ({ kind: 'note' as const, note, seq: note.seq })),
  ];
  return items.sort((a, b) => a.seq - b.seq);
}
