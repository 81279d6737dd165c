/** Something read from a text, and where the reading ended. */
export interface Read<T> {
  value: T;
  end: number;
}

/** Words and phrases in several languages, each with its meaning. All texts are folded (see `fold`). */
export interface Lexicon<T extends string> {
  /** Phrases by their squeezed form: without spaces, hyphens and underscores. */
  phrases: ReadonlyMap<string, T>;
  /** A regular expression source without capturing groups which matches any of the phrases. */
  source: string;
  /** The longest phrase that stands at this place. Latin words end there; Chinese and Japanese ones need not. */
  read(text: string, at: number): Read<T> | null;
  /** The meaning of the whole text. */
  exact(text: string): T | null;
}

/** `table`: the meaning, then its phrases. A space in a phrase may be left out or written `-` or `_`. */
export function lexicon<T extends string>(table: Record<T, readonly string[]>): Lexicon<T> {
  const means = Object.keys(table) as T[];
  const phrases = new Map(means.flatMap((mean) => table[mean].map((phrase) => [squeeze(phrase), mean])));
  const source = means
    .flatMap((mean) => table[mean])
    .toSorted((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|');
  const pattern = new RegExp(source, 'uy');
  return {
    phrases,
    source: `(?:${source})`,
    read: (text, at) => {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      const value = found && phrases.get(squeeze(found));
      return value ? { value, end: at + found.length } : null;
    },
    exact: (text) => phrases.get(squeeze(text)) ?? null,
  };
}

/** What stands at this place, by the groups of a sticky pattern. */
export function readPattern(pattern: RegExp, text: string, at: number): Read<Record<string, string>> | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found && { value: found.groups ?? {}, end: at + found[0].length };
}

/** A folded text without spaces, hyphens and underscores, which a phrase may have or not. */
export function squeeze(text: string): string {
  return text.replaceAll(/[ _-]/gu, '');
}

function patternOf(phrase: string): string {
  const words = phrase.split(' ').map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`));
  return words.join('[ _\\-]?') + (/[a-z]$/u.test(phrase) ? '(?![a-z])' : '');
}
