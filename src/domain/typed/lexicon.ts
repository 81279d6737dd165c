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

/**
 * Each table, one a language, holds the phrases of every meaning. A space in a phrase may be left out or written `-`
 * or `_`.
 */
export function lexicon<T extends string>(
  ...tables: readonly Readonly<Record<T, readonly string[]>>[]
): Lexicon<T> {
  const means = Object.keys(tables[0] ?? {}) as T[];
  const phrasesOf = (mean: T) => [...new Set(tables.flatMap((table) => table[mean]))];
  const phrases = meaningsOf(means.map((mean) => [mean, phrasesOf(mean)]));
  const source = means
    .flatMap(phrasesOf)
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

function meaningsOf<T extends string>(phrases: readonly (readonly [T, readonly string[]])[]): Map<string, T> {
  const meanings = new Map<string, T>();
  for (const [mean, phrase] of phrases.flatMap(([each, list]) => list.map((one) => [each, one] as const))) {
    const other = meanings.get(squeeze(phrase)) ?? mean;
    if (other !== mean) throw new Error(`"${phrase}" means both ${other} and ${mean}: leave one out`);
    meanings.set(squeeze(phrase), mean);
  }
  return meanings;
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
