/** Starts only where no other closing mark precedes it: a row of them would otherwise cost the square of its length. */
const CLOSING =
  /(?<![.。!?:,、;\s])(?:(?<!\.)\.|[。!?:,、;\s]|(?<![a-z])(?:please|pls|thanks|thank you)|お願いします|お願い致します|です|します|とします|谢谢|謝謝)+$/u;

/** One form for texts that read the same: full and half width, case, dashes, white space. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll('\u301C', '~')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** A folded text without the full stop and the courtesies at its end. */
export function politely(text: string): string {
  return text.replace(CLOSING, '');
}
