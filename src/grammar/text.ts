import { type Refusal, refuse } from '../domain/refusal';
import { fold } from '../domain/typed/fold';

/** The longest command, in characters. */
const MAX_TEXT = 2_000;

/** Zero-width characters left over from copying; the joiners of emoji and Indic scripts are kept. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu;
/** Direction marks and isolates come with copied dates and change nothing that is shown. */
const INVISIBLE_MARKS = /[\u061C\u200E\u200F\u2066-\u2069]/gu;
const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;
/** These turn the direction of what follows: a name could then show something else than it says. */
const OVERRIDES = /[\u202A-\u202E]/u;
const TOKEN = new RegExp(
  String.raw`(?:(?<key>[^\s=＝"“”„＂'‘’「」『』]+)\s*[=＝]\s*)?` +
    String.raw`(?:["“”„＂](?<double>[^"“”„＂]*)["“”„＂]?|['‘’](?<single>[^'‘’]+)['‘’](?=\s|$)` +
    String.raw`|「(?<corner>[^」]*)」?|『(?<hollow>[^』]*)』?|(?<word>\S+))`,
  'gu',
);

/** A piece of a command in which a person's own text may stand, as typed but for its quotes. */
export interface Token {
  /** What stands before `=`, folded. */
  key: string | null;
  text: string;
  quoted: boolean;
}

/** Refuses texts which are too long, or hold characters that cannot be shown. */
export function checkText(text: string): Refusal | null {
  if (lengthOf(text) > MAX_TEXT) return refuse('text-too-long', { max: MAX_TEXT });
  return CONTROL.test(text) ? refuse('text-control') : null;
}

export function dropInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, '').replaceAll(INVISIBLE_MARKS, '');
}

/** A person's own text on one line, or a refusal when it is longer than `max` characters. */
export function ownText(text: string, max: number): string | Refusal {
  if (OVERRIDES.test(text)) return refuse('text-control');
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return lengthOf(line) > max ? refuse('text-too-long', { max }) : line;
}

/** Words, quoted texts, and `key=value` pairs; a quote that is never closed reaches to the end. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ groups = {} }) => {
    const quoted = groups.double ?? groups.single ?? groups.corner ?? groups.hollow;
    return {
      key: groups.key === undefined ? null : fold(groups.key),
      text: quoted ?? groups.word ?? '',
      quoted: quoted !== undefined,
    };
  });
}

/** The first word and, as typed, what follows it. */
export function firstWord(text: string): { word: string; rest: string } {
  const [word = ''] = /^\S*/u.exec(text) ?? [];
  return { word, rest: text.slice(word.length).trim() };
}

function lengthOf(text: string): number {
  return [...text].length;
}
