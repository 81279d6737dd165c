/** One element of a card. */
export type Element = Record<string, unknown>;

/** How much of everything may be shown. */
export interface Room {
  /** Characters a text. */
  text: number;
  /** Rows a list. */
  rows: number;
}

/** Marks that Teams would take for formatting; `&` may begin an entity, `{{` a date. */
const MARKS = /[\\`*_[\]~]|&(?=#?\w{1,31};)|\{(?=\{)/g;
/** At the beginning of a line they would begin a heading, a quotation or a list. */
const LINE_MARKS = /^(\s*)(#{1,6}(?=\s)|>|[-+](?=\s)|\d{1,9}[.)](?=\s))/gm;
/** Controls, but for the line's end and the tab. */
const CONTROLS = /[^\P{Cc}\n\t]|\p{Cs}/gu;

/** Text without what is no text. */
export function plain(text: string): string {
  return text.replace(CONTROLS, '').trim();
}

/** The text as a TextBlock or a fact shows it: word for word, whatever is in it. */
export function escapeText(text: string): string {
  return plain(text)
    .replace(MARKS, (mark) => (mark === '&' ? '&amp;' : mark === '{' ? '{\u200b' : `\\${mark}`))
    .replace(LINE_MARKS, (_all, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    );
}

/** At most so many characters, the last one `…` where it was cut; no character is cut in two. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** In Latin letters: those of East Asia are twice as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
}
