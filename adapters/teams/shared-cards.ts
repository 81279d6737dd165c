import { LRUCache } from 'lru-cache';
import type { Card, Part } from '../../src/domain/card';
import type { Post } from '../../src/ports/chat';

/** Older messages are pressed rarely; then the answer is shown without the card around it. */
const MOST_CARDS = 500;

/** The cards that everyone sees, as this process sent them, by their posts. A person's own view is made from them. */
export class SharedCardCache {
  readonly #cards = new LRUCache<string, Card>({ max: MOST_CARDS });

  keep(tenant: string, post: Post, card: Card): void {
    this.#cards.set(keyOf(tenant, post), card);
  }

  /** Null when this process does not know the card. */
  get(tenant: string, post: Post): Card | null {
    return this.#cards.get(keyOf(tenant, post)) ?? null;
  }

  /** Cards may name people. */
  dropIn(tenant: string): void {
    const prefix = keyOf(tenant, '');
    for (const key of [...this.#cards.keys()]) if (key.startsWith(prefix)) this.#cards.delete(key);
  }
}

function keyOf(tenant: string, post: Post): string {
  return `${tenant}/${post}`;
}

/** The presser's own view: the reply above the card that everyone sees, with one set of answer buttons. */
export function ownView(reply: Card, shared: Card | null): Card {
  if (!shared) return reply;
  const asks = reply.parts.some(offersChange);
  const below = asks ? shared.parts.filter((part) => !asksForAnswer(part)) : shared.parts;
  return { ...reply, summary: `${reply.summary}\n${shared.summary}`, parts: [...reply.parts, ...below] };
}

function asksForAnswer(part: Part): boolean {
  return part.kind === 'choices' && part.choices.some(({ purpose }) => purpose === 'answer');
}

function offersChange(part: Part): boolean {
  if (part.kind !== 'choices') return false;
  return part.choices.some(({ purpose }) => purpose === 'answer' || purpose === 'change');
}
