import { refused } from './errors';
import type { Json } from './json';

/* The messages of the conversations, as people see them. */

interface Attachment {
  contentType: string;
  content: Json;
}

export interface SeenMessage {
  id: string;
  conversation: string;
  /** The first message of its thread in a channel; null for a first message and in chats. */
  thread: string | null;
  /** `bot`, or the id of the person who wrote it. */
  from: string;
  text: string;
  /** The text for notifications and screen readers. */
  summary: string;
  attachments: Attachment[];
  /** The first Adaptive Card, shown to everyone; null when there is none. */
  card: Json | null;
  /** Cards that one person sees instead, from the answers to their presses and refreshes. */
  views: Map<string, Json>;
  edits: number;
  deleted: boolean;
  /** Epoch milliseconds by the fake's clock. */
  at: number;
  editedAt: number | null;
}

export interface Draft {
  conversation: string;
  thread: string | null;
  from: string;
  text: string;
  summary: string;
  attachments: Attachment[];
}

export interface Messages {
  add(draft: Draft): SeenMessage;
  edit(message: SeenMessage, draft: Draft): void;
  remove(message: SeenMessage): void;
  /** A message of the bot that is not deleted. Throws the connector's refusal otherwise. */
  own(conversation: string, id: string): SeenMessage;
  /** Any message that is not deleted, or null. */
  find(conversation: string, id: string): SeenMessage | null;
  /** Oldest first, deleted ones included. */
  in(conversation: string): SeenMessage[];
}

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

export function makeMessages(now: () => number): Messages {
  const byConversation = new Map<string, SeenMessage[]>();
  const list = (conversation: string) => byConversation.get(conversation) ?? [];
  const find = (conversation: string, id: string) =>
    list(conversation).find((each) => each.id === id && !each.deleted) ?? null;
  let last = 0;
  return {
    add(draft) {
      // Teams names messages by the millisecond, and no two share one.
      last = Math.max(last + 1, Math.floor(now()));
      const message = newMessage(draft, String(last), now());
      const before = byConversation.get(draft.conversation);
      if (before === undefined) byConversation.set(draft.conversation, [message]);
      else before.push(message);
      return message;
    },
    edit: (message, draft) => change(message, draft, now()),
    remove(message) {
      message.deleted = true;
    },
    own(conversation, id) {
      const message = find(conversation, id);
      if (message === null) throw refused.noActivity();
      if (message.from !== 'bot') throw refused.notOwn();
      return message;
    },
    find,
    in: list,
  };
}

function newMessage(draft: Draft, id: string, at: number): SeenMessage {
  const fresh = { views: new Map(), edits: 0, deleted: false, at, editedAt: null };
  return { ...draft, ...fresh, id, card: firstCard(draft.attachments) };
}

function change(message: SeenMessage, draft: Draft, at: number): void {
  const { text, summary, attachments } = draft;
  Object.assign(message, { text, summary, attachments, card: firstCard(attachments) });
  // A new card for everyone replaces the views of single people, until their next refresh.
  message.views.clear();
  message.edits += 1;
  message.editedAt = at;
}

function firstCard(attachments: readonly Attachment[]): Json | null {
  return attachments.find((each) => each.contentType === ADAPTIVE)?.content ?? null;
}

/** The card as this person sees it. */
export function cardFor(message: SeenMessage, person: { id: string }): Json | null {
  return message.views.get(person.id) ?? message.card;
}
