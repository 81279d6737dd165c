/**
 * Starts only where no other closing mark precedes it: a row of them would otherwise cost the square of its length. The
 * full stop of `30.11.` belongs to the date.
 */
const CLOSING =
  /(?<![.。!?:,、;\s])(?:(?<!\.|\d\.\d{1,2})\.|[。!?:,、;\s]|(?<![a-z])(?:please|pls|thanks|thank you)|お願いします|お願い致します|です|いたします|致します|します|とします|谢谢|謝謝)+$/u;

/**
 * What copying leaves in a text: soft hyphens, zero-width spaces, and marks that turn the direction of writing or choose how an
 * emoji is drawn.
 */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF\p{Bidi_Control}]|\uFE0E|\uFE0F/gu;
const WAVES = /[\u02DC\u223C\u223E\u301C\u3030]/gu;
/** Also the minus, the bullet and the lines of boxes, which keyboards offer where a dash is meant. */
const DASHES = /[\p{Pd}\u2043\u2212\u2500\u2501\u2796]/gu;
/** The mark of a long vowel, which Japanese phones offer first. */
const LONG_VOWEL_AS_DASH = /(?<=\d)ー(?=\d)/gu;
const APOSTROPHES = /[\u2018\u2019\u02BC]/gu;
/** Phones write one after two blanks; after `30.11` it belongs to the date. */
const FULL_STOP_BETWEEN_WORDS = /(?<!\.|\d\.\d{1,2})\.(?= )/gu;

/**
 * One form for texts that read the same: width, case, dashes, white space, full stops between words, and marks that
 * cannot be seen. Folding a folded text changes nothing.
 */
export function fold(text: string): string {
  return text
    .replaceAll(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(WAVES, '~')
    .replaceAll(DASHES, '-')
    .replaceAll(LONG_VOWEL_AS_DASH, '-')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll('。', ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(FULL_STOP_BETWEEN_WORDS, '')
    .replaceAll(/ +/gu, ' ')
    .trim();
}

/** A folded text without the full stop and the courtesies at its end. */
export function politely(text: string): string {
  return text.replace(CLOSING, '');
}
