import type { Card } from '../../src/domain/card';
import type { OrgId } from '../../src/domain/people/person';
import type { Post } from '../../src/ports/chat';

/** Sends the edits of a message one after the other; of those that wait, only the last is sent. */
export interface Edits {
  /** Resolves when this state of the message, or a later one, was sent. */
  edit(org: OrgId, post: Post, card: Card): Promise<void>;
}

interface Editing {
  card: Card;
  /** The card has changed since it was taken. */
  newer: boolean;
  done: Promise<void>;
}

/** `send` waits for its turn, then takes the card, which holds all changes made until then. */
export function createEdits(send: (org: OrgId, post: Post, take: () => Card) => Promise<void>): Edits {
  const editing = new Map<string, Editing>();

  async function sendUntilLast(org: OrgId, post: Post, entry: Editing): Promise<void> {
    do {
      await send(org, post, () => {
        entry.newer = false;
        return entry.card;
      });
    } while (entry.newer);
  }

  return {
    edit(org, post, card) {
      const key = `${org} ${post}`;
      const known = editing.get(key);
      if (known) {
        Object.assign(known, { card, newer: true });
        return known.done;
      }
      const entry: Editing = { card, newer: false, done: Promise.resolve() };
      editing.set(key, entry);
      entry.done = sendUntilLast(org, post, entry).finally(() => editing.delete(key));
      return entry.done;
    },
  };
}
