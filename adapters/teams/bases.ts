import { decodeAction, encodeAction } from '../../src/app/actions';
import type { Post } from '../../src/app/ports';
import type { Card, Part } from '../../src/domain/card';

/** The cards everybody sees, by their posts, while they may still be pressed: what a person's own view is made of. */
export interface Bases {
  keep(post: Post, card: Card): void;
  get(post: Post): Card | null;
}

/** Polls of other days are pressed rarely, and then answered without what stood around them. */
const KEPT = 500;

export function createBases(): Bases {
  const cards = new Map<Post, Card>();
  return {
    keep(post, card) {
      cards.delete(post);
      cards.set(post, card);
      const [oldest] = cards.keys();
      if (cards.size > KEPT && oldest !== undefined) cards.delete(oldest);
    },
    get: (post) => cards.get(post) ?? null,
  };
}

type Choices = Extract<Part, { kind: 'choices' }>;

function asksForAnswer(part: Part): part is Choices {
  return (
    part.kind === 'choices' && part.choices.some(({ action }) => decodeAction(action)?.kind === 'answer')
  );
}

function offersChange(part: Part): boolean {
  if (part.kind !== 'choices') return false;
  return part.choices.some(({ action }) => ['answer', 'change'].includes(decodeAction(action)?.kind ?? ''));
}

/** The presser's own view: what they hear, above the card that everybody sees; it asks only once. */
export function ownView(reply: Card, base: Card | null): Card {
  if (!base) return reply;
  const asked = reply.parts.some(offersChange);
  const below = asked ? base.parts.filter((part) => !asksForAnswer(part)) : base.parts;
  return { ...reply, summary: `${reply.summary}\n${base.summary}`, parts: [...reply.parts, ...below] };
}

/** What asks the core for a person's own answers to this card: null for a card that asks nothing. */
export function refreshAction(card: Card): string | null {
  for (const part of card.parts.filter(asksForAnswer)) {
    const action = decodeAction(part.choices[0]?.action ?? '');
    if (action?.kind === 'answer')
      return encodeAction({ kind: 'change', team: action.team, day: action.day });
  }
  return null;
}
