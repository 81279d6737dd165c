import type { Day } from '../calendar';

/** The public holidays of one country as they are shipped, in lines of text: see `readNational`. */
export interface NationalData {
  /** The first and the last year that are covered. */
  years: readonly [number, number];
  /** The second parts of ISO 3166-2 codes, separated by blanks: `ENG NIR`. */
  regions: string;
  /** The languages of the own names, in the order of the lines; `other`: a language that the bot does not speak. */
  names: readonly ('ja' | 'zh-CN' | 'zh-TW' | 'other')[];
  /** Days at weekends on which people work, separated by blanks. */
  worked: string;
  /** Lines of `days | regions | English name | own names`; a name that ends in `~` is an estimate. */
  days: string;
}

/** The names of one holiday by language; `other` is the country's own. */
export type HolidayNames = Readonly<Record<string, string>>;

interface NationalDay {
  day: Day;
  /** Null: the whole country; else in these regions, or in all but these. */
  regions: { codes: readonly string[]; except: boolean } | null;
  names: HolidayNames;
  estimated: boolean;
}

/** The shipped holidays of one country, ready to be asked. */
export interface National {
  years: readonly [number, number];
  regions: ReadonlySet<string>;
  worked: ReadonlySet<Day>;
  days: readonly NationalDay[];
}

/** Reads the lines of shipped data. Throws an Error that names a line which is not a day with a name. */
export function readNational({ years, regions, names, worked, days }: NationalData): National {
  return {
    years,
    regions: new Set(words(regions)),
    worked: new Set(words(worked)),
    days: days
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => readLine(line, names)),
  };
}

function readLine(line: string, languages: readonly string[]): NationalDay[] {
  const [days = '', where = '', name = '', ...own] = line.split('|').map((part) => part.trim());
  if (name === '') throw new Error(`no holiday: ${line}`);
  const estimated = name.endsWith('~');
  const known = own.flatMap((text, index) => (text === '' ? [] : [[languages[index] ?? 'other', text]]));
  const holiday = {
    regions: where === '' ? null : readRegions(where),
    names: { en: estimated ? name.slice(0, -1) : name, ...Object.fromEntries(known) },
    estimated,
  };
  return days.split(',').map((day) => ({ ...holiday, day }));
}

function readRegions(text: string): { codes: string[]; except: boolean } {
  const except = text.startsWith('!');
  return { codes: text.replaceAll('!', '').split(','), except };
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
