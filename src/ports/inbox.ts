import type { Card } from '../domain/card';
import type { Locale, OrgId, Person, PersonId } from '../domain/people/person';
import type { Roles } from '../domain/permissions';
import type { SharingNews } from '../domain/teams/sharing';
import type { Place, Post } from './chat';

/** Who does something, and where; the adapter has verified both. `place` is null in a private conversation. */
export interface Actor {
  org: OrgId;
  person: Person;
  place: Place | null;
  placeName: string;
  /** Whether people of other organisations are in the place, or invited to it: they see what is posted there. */
  shared?: SharingNews;
  /** Whether the bot was added to this very place, so that the place is to have a team. */
  added?: boolean;
  /** Asks the platform for their roles in this place, now. Asked only where a right needs it; never rejects. */
  roles(): Promise<Roles>;
  /** Whether the platform can show a form at once in answer to a command; settings are then shown as one. */
  opensForms?: boolean;
  /** What opens a command on this platform, for examples: `/telework`. */
  prefix: string;
}

/** What one person sees in answer. `refused`: nothing was changed. */
export interface Reply {
  card: Card;
  refused: boolean;
  /** What is wrong with each input of a form that was submitted, in words; absent: nothing is about one input. */
  faults?: { field: string; text: string }[];
  /** Holds what others in the place must not see: where replies are public, it is sent in private. */
  confidential?: boolean;
  /** The card takes the place of the private message in which the button was pressed, for good. */
  inPlace?: boolean;
}

/** What the platform tells of a place in which the bot is. What is left out is not known. */
export interface PlaceNews {
  /** The person of the organisation who added the bot. */
  by?: PersonId;
  /** Whether people of other organisations are in the place, or invited to it; `unknown`: that is to be asked. */
  shared?: SharingNews;
}

/** The new address of a message in a place that has another address now. */
export type Readdress = (post: Post, from: Place, to: Place) => Post;

/** The places in which the bot is. */
export interface PlacesSeen {
  places: readonly (Pick<PlaceNews, 'shared'> & { place: Place; name: string })[];
  readdress: Readdress;
  /** Of a joined organisation, the part of which these are all places. */
  part?: OrgId;
}

/** What a chat platform tells the core. Refusals are replies; only faults throw. */
export interface Inbox {
  press(actor: Actor, action: string): Promise<Reply>;
  command(actor: Actor, text: string): Promise<Reply>;
  submit(actor: Actor, form: string, values: Record<string, string>): Promise<Reply>;
  /** The person's panel, shown unasked, so that it also says what the bot is. */
  home(actor: Actor): Promise<Card>;
  /**
   * The poll's message or a day's announcement as everybody sees it now, by one of its buttons; null: none of this
   * person's.
   */
  shown(actor: Actor, action: string): Promise<Card | null>;
  /** A person joined a place or left it. */
  member(org: OrgId, place: Place, person: Person, change: 'joined' | 'left'): Promise<void>;
  /** A person changed name, language, zone or kind, wherever they are a member. */
  profile(org: OrgId, person: Person): Promise<void>;
  /** The bot was added to a place, the place's name or what is told `about` it changed, or the bot was removed (`null`). */
  place(org: OrgId, place: Place, name: string | null, about?: PlaceNews): Promise<void>;
  /** Another organisation may have come to the place, or left it. A place that is not served is not followed. */
  sharingChanged(org: OrgId, place: Place): Promise<void>;
  /**
   * A place has another address now, with everything in it. Both may have been told of before. Does nothing where the
   * core does not know the old address.
   */
  moved(org: OrgId, from: Place, to: Place, readdress: Readdress): Promise<void>;
  /** All places in which the bot is: what the core serves besides is lost, or has another address now. */
  places(org: OrgId, seen: PlacesSeen): Promise<void>;
  /** The person has given, or taken back, their permission to set their status. Resolves with whether they want it set. */
  statusAccessChanged(org: OrgId, person: PersonId): Promise<boolean>;
  /** The person installed the bot in the organisation: they are told what it is. `seen`: the language of their browser. */
  installed(org: OrgId, person: PersonId, seen: Locale): Promise<void>;
  /** The bot was removed from the whole organisation; of a joined one, only from the part that is called `part`. */
  removed(org: OrgId, part?: OrgId): Promise<void>;
}
