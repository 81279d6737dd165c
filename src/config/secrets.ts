/* What a secret that the operator makes up must be, so that it cannot be guessed. */

/** The shortest text that is taken as a secret: as long as a signing secret of Slack's. */
export const MIN_SECRET_LENGTH = 32;
/** Any text of this many random hexadecimal digits has more, even by the rough estimate below. */
const MIN_BITS = 20;

/** Words that stand in examples, or that people put in the place of a secret that they mean to make later. */
const PLACEHOLDER =
  /^(…|\.\.\.|x+|secret|password|todo)$|change[-_ ]?(me|this|it)|place[-_ ]?holder|\bexample\b|your[-_ ]|<.*>/i;

/** Why the text is too weak a secret, to follow the variable's name in a sentence; null: it is strong enough. */
export function weaknessOf(text: string, minLength = MIN_SECRET_LENGTH): string | null {
  if (isPlaceholder(text)) return 'is an example, which anyone can guess';
  if (text.length < minLength) return `is too short: it needs ${minLength} characters or more`;
  return isGuessable([...Buffer.from(text)])
    ? 'repeats itself or counts up, so that it can be guessed'
    : null;
}

export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** Whether there is little chance in it: zeros, one text again and again, digits in their order. */
export function isGuessable(bytes: readonly number[]): boolean {
  const unit = repeatedUnit(bytes);
  const surprising = unit.filter((byte, index) => index === 0 || Math.abs(byte - (unit[index - 1] ?? 0)) > 1);
  return entropyBits(surprising) < MIN_BITS;
}

/** The shortest beginning of which all of it is a repetition; all of it where there is none. */
function repeatedUnit(bytes: readonly number[]): readonly number[] {
  for (let length = 1; length <= bytes.length / 2; length++) {
    if (bytes.every((byte, index) => byte === bytes[index % length])) return bytes.slice(0, length);
  }
  return bytes;
}

/** Shannon's entropy of the whole, in bits, by how often each value occurs in it. */
function entropyBits(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / values.length), 0);
}
