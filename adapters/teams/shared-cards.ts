import { LRUCache } from 'lru-cache';
import type { Card, Part } from '../../src/domain/card';
import type { Millis } from '../../src/domain/time/calendar';
import type { Post } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';

/** Older polls are pressed rarely; then the answer is shown without the card around it. */
const MOST_CARDS = 500;
/** While people vote, a poll is edited more often than this. */
const CACHE_TTL_MS: Millis = 120_000;

/** The cards that everyone sees, by their posts. A person's own view of a post is made from them. */
export class SharedCardCache {
  readonly #clock: Clock;
  readonly #cards = new LRUCache<Post, { card: Card; keptAt: Millis }>({ max: MOST_CARDS });

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  keep(post: Post, card: Card): void {
    this.#cards.set(post, { card, keptAt: this.#clock.now() });
  }

  /** Null when this process does not know the card. `stale`: another process may have changed it since. */
  get(post: Post): { card: Card; stale: boolean } | null {
    const kept = this.#cards.get(post);
    if (!kept) return null;
    return { card: kept.card, stale: this.#clock.now() >= kept.keptAt + CACHE_TTL_MS };
  }
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
