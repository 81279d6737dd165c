/** One element of a card. */
export type Element = Record<string, unknown>;

/** How much of a card may be shown. */
export interface Limits {
  /** Characters of a text. */
  text: number;
  /** Rows of a list. */
  rows: number;
  /** The card is shown in a dialog, which knows no Action.Execute. */
  dialog?: Dialog;
}

export interface Dialog {
  /** The action that shows the form again. */
  open: string;
  /** What is wrong with inputs of the form, by their names. */
  faults: ReadonlyMap<string, string>;
}

/** Characters that Teams takes for formatting; `&` may begin an entity, `{{` a date. */
const MARKS = /[\\`*_[\]~]|&(?=#?\w{1,31};)|\{(?=\{)/g;
/** At the beginning of a line, these begin a heading, a quotation or a list. */
const LINE_MARKS = /^(\s*)(#{1,6}(?=\s)|>|[-+](?=\s)|\d{1,9}[.)](?=\s))/gm;
/** Control characters, except for line ends and tabs. */
const CONTROLS = /[^\P{Cc}\n\t]|\p{Cs}/gu;

/** The text without control characters, trimmed. */
export function plain(text: string): string {
  return text.replace(CONTROLS, '').trim();
}

/** The text for a TextBlock or a fact, escaped so that it is shown word for word. */
export function escapeText(text: string): string {
  return plain(text)
    .replace(MARKS, (mark) => (mark === '&' ? '&amp;' : mark === '{' ? '{\u200b' : `\\${mark}`))
    .replace(LINE_MARKS, (_all, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    );
}
