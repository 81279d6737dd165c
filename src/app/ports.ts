import type { Millis } from '../domain/calendar';
import type { Card } from '../domain/card';
import type { Locale, OrgId, Person, PersonId } from '../domain/people';
import type { Message } from './messages';

export type * from './store-port';

/*
 * Every interface of the system; what the core asks of the database is in store-port.ts. Small, data only; addresses
 * are opaque strings which only their adapter reads.
 */

/** The address of a channel. */
export type Place = string;
/** The address of a message that was posted. */
export type Post = string;

// ---------------------------------------------------------------------------------------------- core -> platform

/** Which task a post belongs to. `again`: an earlier attempt may have reached the platform; look for it first. */
export interface PostKey {
  id: string;
  again: boolean;
}

/** What the core asks of a chat platform. Every method may throw a ChatError, and nothing else. */
export interface Chat {
  post(org: OrgId, place: Place, card: Card, key: PostKey): Promise<Post>;
  edit(org: OrgId, post: Post, card: Card): Promise<void>;
  direct(org: OrgId, person: PersonId, card: Card, key: PostKey): Promise<Post>;
  /** Everybody in the place, bots included: the domain decides who counts. */
  roster(org: OrgId, place: Place): AsyncIterable<Person>;
  /** A user group by its name or id, in any case; null: there is none. `unsupported`: not on this platform, or not allowed. */
  group(org: OrgId, name: string): Promise<UserGroup | 'unsupported' | null>;
  /** Whether the person may set up the place, as `Actor.admin` would say there. Asked of places they are in. */
  mayManage(org: OrgId, person: PersonId, place: Place): Promise<boolean>;
  /**
   * Drops what the adapter itself keeps about the person: profiles, addresses, private messages. What the platform
   * goes on telling is kept anew when they next do something.
   */
  forget(org: OrgId, person: PersonId): Promise<void>;
}

/** People whom the platform keeps under a name. */
export interface UserGroup {
  /** As people write it, without `@`. */
  name: string;
  members: readonly PersonId[];
}

/**
 * Why a platform did not do something: from its status codes, never from message text.
 * `uncertain`: it may have been done (a time-out after sending); `unreachable`: it surely was not.
 */
export type ChatFault = 'rate-limited' | 'gone' | 'forbidden' | 'unreachable' | 'uncertain' | 'invalid';

export class ChatError extends Error {
  constructor(
    readonly kind: ChatFault,
    message: string,
    readonly retryAfterMs: Millis | null = null,
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
    this.name = 'ChatError';
  }
}

// ---------------------------------------------------------------------------------------------- platform -> core

/** Who does something, and where; the adapter has verified both. `place` is null in a private conversation. */
export interface Actor {
  org: OrgId;
  person: Person;
  place: Place | null;
  placeName: string;
  /** Whether this person may set up this place. */
  admin: boolean;
  /** Whether they may change what concerns the whole organisation: its campaigns. Implies `admin`. */
  orgAdmin: boolean;
  /** What opens a command on this platform, for examples: `/telework`. */
  prefix: string;
}

/** What one person sees in answer. `refused`: nothing was changed. */
export interface Reply {
  card: Card;
  refused: boolean;
  /** Names what others in the place must not see: where replies are public, it is sent in private. */
  confidential?: boolean;
}

/** What a chat platform tells the core. Refusals are replies; only faults throw. */
export interface Inbox {
  press(actor: Actor, action: string): Promise<Reply>;
  command(actor: Actor, text: string): Promise<Reply>;
  submit(actor: Actor, form: string, values: Record<string, string>): Promise<Reply>;
  home(actor: Actor): Promise<Card>;
  /** The poll's message as everybody sees it now, by one of its buttons; null: there is none for this person. */
  shown(actor: Actor, action: string): Promise<Card | null>;
  /** Somebody joined, left, or changed name, language, zone or kind. */
  member(org: OrgId, place: Place, person: Person, change: 'joined' | 'left' | 'changed'): Promise<void>;
  /** The bot was added to a place (`by` whom, where that is told) or its name changed, or it was removed (`null`). */
  place(org: OrgId, place: Place, name: string | null, by?: PersonId): Promise<void>;
  /** The bot was removed from the whole organisation; of a joined one, only from the part that is called `part`. */
  removed(org: OrgId, part?: OrgId): Promise<void>;
}

// ------------------------------------------------------------------------------------------------- core -> words

/** Domain data to a card in a language: pure. */
export type Present = (message: Message, locale: Locale) => Card;

// ---------------------------------------------------------------------------------------------------- the world

export interface Clock {
  now(): Millis;
}

/** Real time, for coalescing: runs once after the delay; the returned function cancels it. */
export type After = (delayMs: Millis, run: () => void) => () => void;

/** A log for operators. Fields never hold names, answers, tokens or bodies. */
export interface Log {
  debug(fields: Record<string, unknown>, text: string): void;
  info(fields: Record<string, unknown>, text: string): void;
  warn(fields: Record<string, unknown>, text: string): void;
  error(fields: Record<string, unknown>, text: string): void;
}

/** Time under control, for demonstrations: a clock that can be simulated, and plays everything due on its way. */
export interface TimeControl {
  now(): Millis;
  /** Whether the clock shows real time; any method below but `settle` makes it a simulated one. */
  isReal(): boolean;
  /** Simulated seconds a real second; 0 while the clock stands. */
  speed(): number;
  setSpeed(speed: number): void;
  /** Runs each task at its own time, then stands at `target` and goes on at its speed. Backwards it only moves. */
  moveTo(target: Millis): Promise<void>;
  /** Moves to the next task's time; null when there is none. */
  next(): Promise<Millis | null>;
  /** Back to real time. */
  real(): Promise<void>;
  /** Sends the edits that wait to be coalesced. */
  settle(): Promise<void>;
}
