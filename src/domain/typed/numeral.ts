const DIGITS = '一二三四五六七八九';

/** The source of a regular expression for a number up to 99, in digits or as Chinese and Japanese write it. */
export const SMALL_NUMBER = `(?:\\d{1,2}|[${DIGITS}]?十[${DIGITS}]?|[${DIGITS}两兩])`;

/** The number that `SMALL_NUMBER` matched; NaN for another text. */
export function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === '两' || text === '兩') return 2;
  const [tens = '', ones] = text.split('十');
  if (ones === undefined) return digit(text);
  return 10 * (tens === '' ? 1 : digit(tens)) + (ones === '' ? 0 : digit(ones));
}

function digit(text: string): number {
  const index = DIGITS.indexOf(text);
  return text.length === 1 && index >= 0 ? index + 1 : Number.NaN;
}
