import { distance } from 'fastest-levenshtein';
import { squeeze } from '../domain/typed/lexicon';

/** How unlike a known word a word may be (see `nearest`) and still be taken for its misspelling. */
export const MISSPELT = 0.5;

/** The meaning of the phrase most like the text, and how unlike it is: 0 the same, 1 nothing in common. */
export function nearest<T extends string>(
  phrases: ReadonlyMap<string, T>,
  text: string,
): { means: T; unlike: number } | null {
  const wanted = squeeze(text);
  let best: { means: T; unlike: number } | null = null;
  for (const [phrase, means] of phrases) {
    const unlike = distance(wanted, phrase) / Math.max(wanted.length, phrase.length);
    if (!best || unlike < best.unlike) best = { means, unlike };
  }
  return best;
}

/** The meaning of the phrase that was most likely meant; '' when the text is like none of them. */
export function misspelt<T extends string>(phrases: ReadonlyMap<string, T>, text: string): T | '' {
  const best = nearest(phrases, text);
  return best && best.unlike <= MISSPELT ? best.means : '';
}
