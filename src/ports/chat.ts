import type { Card } from '../domain/card';
import type { OrgId, Person, PersonId, PersonKind } from '../domain/people/person';
import type { Status, StatusAccess, StatusState } from '../domain/people/status';
import type { Roles } from '../domain/permissions';
import type { Millis } from '../domain/time/calendar';

/** The address of a channel. */
export type Place = string;

/** The address of a message that was posted. */
export type Post = string;

/** Which task a post belongs to. */
export interface PostKey {
  /** The same for every attempt, and opaque: adapters do not look into it. */
  id: string;
  /** An earlier attempt may have reached the platform: look for its post first. */
  mayHaveBeenSent: boolean;
  /** A second post does no harm, where the platform cannot look for the first one. */
  repeatable: boolean;
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
  /** Whether the person administers a place they are in, as `Actor.roles` would say there. */
  mayManage(org: OrgId, person: PersonId, place: Place): Promise<boolean>;
  /**
   * What the person is to the organisation, with their roles where no place is meant; at most 15 minutes old. Throws a
   * ChatError of the kind `gone` where the platform does not know them any more.
   */
  standing(org: OrgId, person: PersonId): Promise<Standing>;
  /** Whether people of other organisations are in the place, or invited to it, as the platform says now. */
  isShared(org: OrgId, place: Place): Promise<boolean>;
  /**
   * Drops what the adapter itself keeps about the person: profiles, addresses, private messages. The adapter
   * keeps again what the platform reports when they next do something.
   */
  forget(org: OrgId, person: PersonId): Promise<void>;
  /** How far the bot may set the person's status, as far as is known here: the platform is not asked. */
  statusAccess(org: OrgId, person: PersonId): Promise<StatusAccess>;
  /** Where the person alone can give their permission, once, within ten minutes; null: none is needed or possible. */
  statusLink(org: OrgId, person: PersonId): Promise<string | null>;
  /**
   * Shows the status; null: clears it. Only an empty status is written, or exactly one of `ours`: any other is the
   * person's own, and stays. Doing the same twice does no harm. Never resolves with `none` or `failed`.
   */
  setStatus(
    org: OrgId,
    person: PersonId,
    status: Status | null,
    ours: readonly Status[],
  ): Promise<StatusState>;
  /** Gives the person's permission back, and keeps nothing of it. */
  dropStatusAccess(org: OrgId, person: PersonId): Promise<void>;
}

/** A person who acts outside the chat, as the platform knows them. */
export interface Standing {
  kind: PersonKind;
  roles: Roles;
}

/** People whom the platform keeps under a name. */
export interface UserGroup {
  /** As people write it, without `@`. */
  name: string;
  members: readonly PersonId[];
}

/**
 * Why a platform did not do something: from its status codes, never from message text.
 * `uncertain`: it may have been done (a time-out after sending); `unreachable`: it surely was not; `gone`: the channel
 * or the person is not there for the bot; `deleted`: only the message to be edited is not there any more.
 */
export type ChatFault =
  | 'rate-limited'
  | 'gone'
  | 'deleted'
  | 'forbidden'
  | 'unreachable'
  | 'uncertain'
  | 'invalid';

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
