import type { Card, Part } from '../../src/domain/card';
import type { Millis } from '../../src/domain/time/calendar';
import type { Post } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';

/** The cards everybody sees, by their posts: what a person's own view is made of. */
export interface Bases {
  keep(post: Post, card: Card): void;
  /** `old`: another process may have changed it since. Null: it is not known here. */
  get(post: Post): { card: Card; old: boolean } | null;
}

/** Polls of other days are pressed rarely, and then answered without what stood around them. */
const KEPT = 500;
/** While people vote a poll is edited more often than this. */
const BELIEVED: Millis = 120_000;

export function createBases({ now }: Clock): Bases {
  const cards = new Map<Post, { card: Card; at: Millis }>();
  return {
    keep(post, card) {
      cards.delete(post);
      cards.set(post, { card, at: now() });
      const [oldest] = cards.keys();
      if (cards.size > KEPT && oldest !== undefined) cards.delete(oldest);
    },
    get(post) {
      const kept = cards.get(post);
      return kept ? { card: kept.card, old: now() >= kept.at + BELIEVED } : null;
    },
  };
}

function asksForAnswer(part: Part): boolean {
  return part.kind === 'choices' && part.choices.some(({ purpose }) => purpose === 'answer');
}

function offersChange(part: Part): boolean {
  if (part.kind !== 'choices') return false;
  return part.choices.some(({ purpose }) => purpose === 'answer' || purpose === 'change');
}

/** The presser's own view: what they hear, above the card that everybody sees; it asks only once. */
export function ownView(reply: Card, base: Card | null): Card {
  if (!base) return reply;
  const asked = reply.parts.some(offersChange);
  const below = asked ? base.parts.filter((part) => !asksForAnswer(part)) : base.parts;
  return { ...reply, summary: `${reply.summary}\n${base.summary}`, parts: [...reply.parts, ...below] };
}
