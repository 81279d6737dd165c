import { clipUnits } from '../../../src/domain/text';

/* Slack counts UTF-16 units, and takes `&`, `<` and `>` for its own markup; `*`, `_`, `~` and backticks format. */

const ELLIPSIS = '…';

/** Characters that look like those that format. */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', '`': 'ˋ', _: 'ˍ', '~': '∼' };
/** Within a word, as in `#general_affairs`, `_` and `~` format nothing. */
const FORMATTING = /[*`]|(?<![\p{L}\p{N}])[_~]|[_~](?![\p{L}\p{N}])/gu;

/** An address: other signs than its own would lead elsewhere. */
const ADDRESS = /(https?:\/\/[^\s*`]+)/;

/** The text as Slack shows it literally: what people wrote makes no mentions, links, channels or formatted words. */
export function escapeText(text: string): string {
  return escapeMarkup(text)
    .split(ADDRESS)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replaceAll(FORMATTING, (mark) => LOOKALIKES[mark] ?? mark),
    )
    .join('');
}

/** Only without mentions, links and channels: for addresses, which must stay as they are. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escaped, at most `max` UTF-16 units (1 or more), the last one `…` where the text was cut; entities stay whole. */
export function cutEscaped(text: string, max: number): string {
  return clipUnits(escapeText(text), max).replace(/\s*&[a-z]{0,4}…$/, ELLIPSIS);
}

/** Pieces of at most `max` units that hold the whole text, divided between words where there are any. */
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

/** The lines joined to texts of at most `max` units; a longer line is cut. */
export function gather(lines: readonly string[], max: number): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const short = clipUnits(line, max);
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + short.length <= max)
      texts[texts.length - 1] = `${last}\n${short}`;
    else texts.push(short);
  }
  return texts;
}

/** Without half a surrogate pair, or a joiner, at the end. */
function withoutHalves(text: string): string {
  return text.replace(/[\ud800-\udbff\u200d]+$/, '');
}
