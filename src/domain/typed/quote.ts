import type { Refusal } from '../refusal';
import { repeated } from '../text';
import { fold } from './fold';

/** Longer texts are quoted whole: looking for a part of them takes the square of their length. */
const MOST_SEARCHED = 300;

/** The refusal, quoting the text as it was typed where it quotes a part of the folded text. */
export function quoteTyped(typed: string, refusal: Refusal): Refusal {
  const { text } = refusal.values;
  if (typeof text !== 'string') return refusal;
  return { ...refusal, values: { ...refusal.values, text: repeated(asTyped(typed, text.trim())) } };
}

/** The part of the text that was folded to this one; the whole text where there is none. */
function asTyped(typed: string, folded: string): string {
  if (typed.includes(folded)) return folded;
  if (typed.length > MOST_SEARCHED) return typed;
  for (let start = typed.length; start >= 0; start -= 1) {
    if (!fold(typed.slice(start)).startsWith(folded)) continue;
    const end = endOf(typed, start, folded);
    if (end !== null) return typed.slice(start, end).trim();
  }
  return typed;
}

function endOf(typed: string, start: number, folded: string): number | null {
  for (let end = start; end <= typed.length; end += 1) {
    if (fold(typed.slice(start, end)) === folded) return end;
  }
  return null;
}
