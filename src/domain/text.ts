/** Longest name of a person, team or campaign that is kept, in characters as people count them. */
export const MAX_NAME = 80;
/** How much of what was typed a refusal repeats. */
export const MAX_SHOWN = 40;

/** What is longer than this a character is no name: it is not even looked at. */
const MOST_UNITS = 50;

/** Control characters, invisible characters, and those which turn the direction of what follows. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
/** More marks on one letter than any language writes: they would cover the lines above and below. */
const PILED_MARKS = /(\p{M}{8})\p{M}+/gu;
const BETWEEN_WORDS = /[\s\p{Pd}_'"「」『』“”‘’・·.,]+/gu;

/** Slow to make. */
let segmenter: Intl.Segmenter | undefined;

/**
 * A name from outside, safe to show: without control and direction characters, spaces collapsed, at most `max`
 * characters as people count them (a family emoji is one), the last one `…` where it was cut. May be empty.
 */
export function cleanName(text: string, max: number = MAX_NAME): string {
  const clean = text
    .slice(0, max * MOST_UNITS)
    .replace(/\s+/gu, ' ')
    .replace(CONTROL, '')
    .replace(PILED_MARKS, '$1')
    .replace(/ +/g, ' ')
    .trim();
  if (clean.length <= max) return clean;
  const characters = firstCharacters(clean, max + 1);
  if (characters.length <= max) return clean;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}

/** Whether the text holds what is no text: controls other than space, or marks that turn its direction. */
export function hasControl(text: string): boolean {
  return text.replace(/\s/gu, ' ').search(CONTROL) >= 0;
}

/** The text without case, width, spaces, dashes and quotes: what is compared when people type a name. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(BETWEEN_WORDS, '');
}

/** The first characters of the text as people count them: a family emoji is one. */
export function firstCharacters(text: string, count: number): string[] {
  segmenter ??= new Intl.Segmenter();
  const characters: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (characters.push(segment) >= count) break;
  }
  return characters;
}
