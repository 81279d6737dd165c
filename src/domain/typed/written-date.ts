import type { Weekday } from '../time/calendar';
import { type Read, readPattern } from './lexicon';
import { MONTHS, RELATIVE_DAYS, WEEK_SHIFTS, WEEKDAY_CHARACTERS, WEEKDAY_WORDS } from './words';

/** A date as it was written, before it is known which day that is. */
export type WrittenDate =
  /** `weekday`: the one written with the date, which must agree with it. */
  | { kind: 'date'; year: number | null; month: number; day: number; weekday: Weekday | null }
  /** `week`: ISO weeks after the present one; null: the next such weekday. */
  | { kind: 'weekday'; weekday: Weekday; week: number | null }
  | { kind: 'relative'; days: number };

const ORDINAL = '(?:st|nd|rd|th)?';
const YEAR_AFTER = String.raw`(?:,? ?(?<year>20\d{2})(?!\d))?`;
const POINT = String.raw`(?:\.(?!\.))?`;

const DATES = [
  String.raw`(?<year>\d{4})(?<gap>[\-/.])(?<month>\d{1,2})\k<gap>(?<day>\d{1,2})(?!\d)`,
  String.raw`(?:(?<year>\d{4})年 ?)?(?<month>\d{1,2})月 ?(?<day>\d{1,2})(?:[日号號]|(?![\d:.]))`,
  String.raw`(?<month>\d{1,2})/(?<day>\d{1,2})(?![\d/])`,
  String.raw`(?<day>\d{1,2})${ORDINAL}[ \-]?(?:of )?(?<name>${MONTHS.source})${POINT}(?:-(?=20\d{2}))?${YEAR_AFTER}`,
  String.raw`(?<name>${MONTHS.source})${POINT} ?(?<day>\d{1,2})${ORDINAL}(?![\d:])${YEAR_AFTER}`,
].map((date) => new RegExp(date, 'uy'));

const WEEKDAY = new RegExp(`(?:(?<shift>${WEEK_SHIFTS.source}) ?)?(?<weekday>${WEEKDAY_WORDS.source})`, 'uy');
const BESIDE = new RegExp(
  String.raw` ?(?:\((?<mark>${WEEKDAY_WORDS.source}|${WEEKDAY_CHARACTERS.source})\)|(?<bare>${WEEKDAY_WORDS.source}))`,
  'uy',
);
const MARKED = new RegExp(
  String.raw`\((?<mark>${WEEKDAY_WORDS.source}|${WEEKDAY_CHARACTERS.source})\)`,
  'uy',
);

const TO = String.raw` ?(?:\.{2,}|[\-~ー至到]|から|to(?![a-z])|until(?![a-z])|till?(?![a-z])|through(?![a-z])) ?`;
const SEPARATOR = new RegExp(TO, 'uy');
const SEPARATORS = new RegExp(TO, 'u');

/** Spans that name their month once: `23-27 July 2018`, `July 23-27`, `7月23日~27日`, `7/23-27`. */
const SHORT_SPANS: [RegExp, string][] = [
  [
    new RegExp(
      String.raw`(?<![\d:./\-])(\d{1,2})${ORDINAL}${TO}(\d{1,2}${ORDINAL} (?:of )?)(${MONTHS.source}${YEAR_AFTER})`,
      'gu',
    ),
    '$1 $3..$2$3',
  ],
  [
    new RegExp(
      String.raw`(${MONTHS.source}) (\d{1,2})${ORDINAL}${TO}(\d{1,2})${ORDINAL}(?![\d:./])${YEAR_AFTER}`,
      'gu',
    ),
    '$1 $2..$1 $3 $<year>',
  ],
  [new RegExp(String.raw`(\d{1,2}月)(\d{1,2}[日号號]?)${TO}(\d{1,2}[日号號])`, 'gu'), '$1$2..$1$3'],
  [new RegExp(String.raw`(?<![\d/])(\d{1,2}/)(\d{1,2})${TO}(\d{1,2})(?![\d:./])`, 'gu'), '$1$2..$1$3'],
];

/** Writes the month at both ends of spans that name it once. */
export function spellOutSpans(text: string): string {
  return SHORT_SPANS.reduce((line, [shape, spelt]) => line.replaceAll(shape, spelt), text);
}

/** The ends of a span, of days or of times: `7-10:30` has two. */
export function splitSpan(text: string): string[] {
  return text.split(SEPARATORS);
}

/** Where the separator between the two ends of a span ends; null where there is none at this place. */
export function readSeparator(text: string, at: number): number | null {
  return readPattern(SEPARATOR, text, at)?.end ?? null;
}

export function readWrittenDate(text: string, at: number): Read<WrittenDate> | null {
  return readCalendarDate(text, at) ?? readRelative(text, at) ?? readWeekday(text, at);
}

function readCalendarDate(text: string, at: number): Read<WrittenDate> | null {
  const before = WEEKDAY_WORDS.read(text, at);
  const start = before ? skipComma(text, before.end) : at;
  for (const pattern of DATES) {
    const date = readPattern(pattern, text, start);
    if (!date) continue;
    const beside = before ? null : readPattern(BESIDE, text, date.end);
    const { year, month, name, day } = date.value;
    return {
      value: {
        kind: 'date',
        year: year ? Number(year) : null,
        month: Number(month ?? MONTHS.exact(name ?? '')),
        day: Number(day),
        weekday: before?.value ?? (beside && weekdayNamed(beside.value)),
      },
      end: beside?.end ?? date.end,
    };
  }
  return null;
}

function readRelative(text: string, at: number): Read<WrittenDate> | null {
  const read = RELATIVE_DAYS.read(text, at);
  return read && { value: { kind: 'relative', days: Number(read.value) }, end: read.end };
}

function readWeekday(text: string, at: number): Read<WrittenDate> | null {
  const read = readPattern(WEEKDAY, text, at) ?? readPattern(MARKED, text, at);
  const weekday = read && weekdayNamed(read.value);
  if (!weekday) return null;
  const shift = read.value.shift;
  return {
    value: { kind: 'weekday', weekday, week: shift ? Number(WEEK_SHIFTS.exact(shift)) : null },
    end: read.end,
  };
}

function weekdayNamed({ weekday, mark, bare }: Record<string, string>): Weekday | null {
  const word = weekday ?? mark ?? bare ?? '';
  return WEEKDAY_WORDS.exact(word) ?? WEEKDAY_CHARACTERS.exact(word);
}

function skipComma(text: string, at: number): number {
  return readPattern(/,? ?/uy, text, at)?.end ?? at;
}
