/* Slack counts UTF-16 units, and reads `&`, `<` and `>` as its own. */

const ELLIPSIS = '…';

/** At most `max` units, the last one `…` where it was cut; never half of a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return withoutHalves(text.slice(0, max - ELLIPSIS.length)).trimEnd() + ELLIPSIS;
}

/** The text as Slack shows it literally: no mentions, no links, no channels made of what people wrote. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escapes, then cuts where no entity is cut in two. */
export function cutEscaped(text: string, max: number): string {
  const escaped = escapeText(text);
  if (escaped.length <= max) return escaped;
  const kept = escaped.slice(0, max - ELLIPSIS.length).replace(/&[a-z]{0,4}$/, '');
  return withoutHalves(kept).trimEnd() + ELLIPSIS;
}

/** Texts of at most `max` units that hold everything, divided between words where there are any. */
export function divide(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const head = rest.slice(0, max);
    const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'), head.lastIndexOf('、') + 1);
    const kept = withoutHalves(space > max / 2 ? head.slice(0, space) : head).replace(/&[a-z]{0,4}$/, '');
    pieces.push(kept.trimEnd());
    rest = rest.slice(kept.length).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Lines gathered into texts of at most `max` units; a line longer than that is cut. */
export function gather(lines: readonly string[], max: number): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const short = cut(line, max);
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + short.length <= max)
      texts[texts.length - 1] = `${last}\n${short}`;
    else texts.push(short);
  }
  return texts;
}

/** In Latin letters: those of East Asia are twice as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
}

/** Without the half of a surrogate pair, or the joiner, at the end. */
function withoutHalves(text: string): string {
  return text.replace(/[\ud800-\udbff\u200d]+$/, '');
}
