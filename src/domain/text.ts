import { eastAsianWidth } from 'get-east-asian-width';

/** The longest name of a person, team or campaign that is kept, in graphemes. */
export const MAX_NAME = 80;
/** How much of a typed text a refusal repeats, in graphemes. */
const MAX_REPEATED = 60;

/** UTF-16 units a grapheme: the part of a name beyond them is not even read. */
const MAX_UNITS_A_GRAPHEME = 50;

/** Control characters, invisible characters, and those that turn the direction of the following text. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
/** More marks on one letter than any language writes: they would cover the lines above and below. */
const PILED_MARKS = /(\p{M}{8})\p{M}+/gu;
const BETWEEN_WORDS = /[\s\p{Pd}_'"「」『』“”‘’・·.,]+/gu;

/** Basic and extended Latin: each character is one column wide. */
const NARROW = /^[\u0020-\u024f]*$/;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;

/** UTF-16 units that are segmented at a time. */
const PIECE = 256;

const ELLIPSIS = '…';

/** Created on first use: it is slow to create. */
let segmenter: Intl.Segmenter | undefined;

/**
 * A name from outside, safe to show: without control and direction characters, white space collapsed, at most `max`
 * graphemes, ending in `…` where it was cut. May be empty.
 */
export function cleanName(text: string, max: number = MAX_NAME): string {
  const clean = text
    .slice(0, max * MAX_UNITS_A_GRAPHEME)
    .replace(/\s+/gu, ' ')
    .replace(CONTROL, '')
    .replace(PILED_MARKS, '$1')
    .replace(/ +/g, ' ')
    .trim();
  return clip(clean, max);
}

/** A name as a person typed it, in one form and on one line. */
export function tidyName(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** A typed text as a refusal repeats it: one clean line of at most 60 graphemes. */
export function repeated(text: string): string {
  return cleanName(text, MAX_REPEATED);
}

/** Whether the text holds control characters other than white space, or characters that turn its direction. */
export function hasControl(text: string): boolean {
  return text.replace(/\s/gu, ' ').search(CONTROL) >= 0;
}

/** The key by which typed names are compared: the text without case, width, spaces, dashes and quotes. */
export function matchKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(BETWEEN_WORDS, '');
}

/** The text's length in graphemes, counted up to `limit`; a family emoji is one. */
export function lengthOf(text: string, limit: number): number {
  let length = 0;
  for (const _ of graphemes(text)) {
    length += 1;
    if (length >= limit) break;
  }
  return length;
}

/** At most `max` graphemes (1 or more), the last one `…` where the text was cut. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : clipBy(text, max, () => 1);
}

/** At most `max` UTF-16 units (1 or more), the last one `…` where the text was cut; graphemes stay whole. */
export function clipUnits(text: string, max: number): string {
  return text.length <= max ? text : clipBy(text, max, (grapheme) => grapheme.length);
}

/** At most `max` columns (1 or more, see `widthOf`), the last one `…` where the text was cut. */
export function fitWidth(text: string, max: number): string {
  return text.length * 2 <= max ? text : clipBy(text, max, widthOfGrapheme);
}

/** The text's width in columns: Latin letters take one, wide East Asian characters and emoji two. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += widthOfGrapheme(segment);
  return width;
}

function clipBy(text: string, max: number, sizeOf: (grapheme: string) => number): string {
  let size = 0;
  let kept = 0;
  for (const { segment, index } of graphemes(text)) {
    size += sizeOf(segment);
    if (size > max) return text.slice(0, kept).trimEnd() + ELLIPSIS;
    if (size < max) kept = index + segment.length;
  }
  return text;
}

function widthOfGrapheme(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 2;
  return [...grapheme].some((letter) => eastAsianWidth(letter.codePointAt(0) ?? 0) === 2) ? 2 : 1;
}

/**
 * The graphemes of the text, each with the index of its first unit. The segmenter's time for one grapheme grows with the
 * whole text that it was given, so it gets a piece at a time, from one boundary to the next.
 */
function* graphemes(text: string): Iterable<{ segment: string; index: number }> {
  segmenter ??= new Intl.Segmenter();
  let units = PIECE;
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start + units);
    const found = [...segmenter.segment(text.slice(start, end))];
    // What follows may belong to the last one.
    if (end < text.length) found.pop();
    for (const { segment, index } of found) yield { segment, index: start + index };
    const last = found.at(-1);
    units = last ? PIECE : units * 2;
    start += last ? last.index + last.segment.length : 0;
  }
}

/** Not between the halves of a surrogate pair. */
function endOfPiece(text: string, end: number): number {
  const isHalf = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return Math.min(text.length, isHalf ? end + 1 : end);
}
