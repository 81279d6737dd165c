/** A number with a point, `8.10`, that was read as a time and may have been meant as a date. */
export interface Dotted {
  text: string;
  /** Whether it could be either, by the words around it. */
  isAmbiguous(words: DottedWords): boolean;
}

interface DottedWords {
  /** Whether the words are in Latin letters, where a date with a point has its day first. */
  latin: boolean;
  /** Whether the words go with an arrival time. */
  arrives: boolean;
}

const DOTTED = /^(?<first>\d{1,2})\.(?<second>\d{2})\.?$/u;

/**
 * The one place which decides whether `8.10` is a time. It is one where words say so (`at 8.10`, `8.10 am`), where it can be
 * no date (`10.45`, `7.00`), and after English words for arriving later where it is a round time and no day before its
 * month (`off-peak 10.30`). Everything else could be a date as well. Null: the text has another form.
 */
export function readDotted(text: string): Dotted | null {
  const { first, second } = DOTTED.exec(text)?.groups ?? {};
  if (!first || !second) return null;
  const [one, two] = [Number(first), Number(second)];
  const monthFirst = isDate(one, two);
  const dayFirst = isDate(two, one);
  return {
    text,
    isAmbiguous: ({ latin, arrives }) => {
      if (latin && arrives && two % 5 === 0) return dayFirst;
      return monthFirst || dayFirst;
    },
  };
}

function isDate(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
