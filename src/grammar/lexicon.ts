import { distance } from 'fastest-levenshtein';
import { squeeze } from '../domain/typed/lexicon';

/** How unlike a known word a word may be (see `nearest`) and still be taken for its misspelling. */
const MISSPELT = 0.34;

/** The meaning of the phrase most like the text, and how unlike it is: 0 the same, at most 0.34; null: none is so like. */
export function nearest<T extends string>(
  phrases: ReadonlyMap<string, T>,
  text: string,
): { means: T; unlike: number } | null {
  const wanted = squeeze(text);
  let best: { means: T; unlike: number } | null = null;
  for (const [phrase, means] of phrases) {
    const unlike = changes(wanted, phrase) / Math.max(wanted.length, phrase.length);
    if (unlike <= MISSPELT && (!best || unlike < best.unlike)) best = { means, unlike };
  }
  return best;
}

/** The meaning of the phrase that was most likely meant; '' when the text is like none of them. */
export function misspelt<T extends string>(phrases: ReadonlyMap<string, T>, text: string): T | '' {
  return nearest(phrases, text)?.means ?? '';
}

/** Letters in another order are one change: `hmoe`. */
function changes(one: string, other: string): number {
  const apart = distance(one, other);
  return apart === 2 && lettersOf(one) === lettersOf(other) ? 1 : apart;
}

function lettersOf(text: string): string {
  return [...text].sort().join('');
}
