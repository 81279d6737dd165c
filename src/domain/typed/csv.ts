import { CsvError, parse } from 'csv-parse/sync';
import type { FileExample, FileFault, FileFaultKind } from '../file-fault';
import { hasControl, lengthOf, MAX_NAME, repeated } from '../text';
import { fold } from './fold';
import type { Lexicon } from './lexicon';

/** The columns that a kind of file has. */
export interface Columns<Column extends string> {
  /** What headers call them, in every language. */
  words: Lexicon<Column>;
  /** A file needs all of these. */
  needed: readonly Column[];
  /** A file that would do. */
  example: FileExample;
}

/** Rows and bytes that a file may have. */
export interface FileBounds {
  bytes: number;
  rows: number;
}

/** What a form in chat takes. */
export const CHAT_BOUNDS: FileBounds = { bytes: 1_000_000, rows: 20_000 };

export interface CsvRow<Column extends string> {
  /** The line it begins in, counted from 1. */
  line: number;
  /** Trimmed; '' where the row has no value or the file has no such column. */
  cells: Readonly<Record<Column, string>>;
  /** The values of the columns that are none of those asked for, in the order of the file. */
  others: readonly string[];
}

export interface CsvTable<Column extends string> {
  /** What the header calls each column that it has. */
  names: ReadonlyMap<Column, string>;
  /** The columns that are none of those asked for. */
  others: readonly string[];
  /** A comma may stand before decimals where it does not part the values. */
  commaDecimals: boolean;
  /** Without rows that are empty. */
  rows: CsvRow<Column>[];
}

interface Line {
  number: number;
  values: string[];
}

const DELIMITERS = [',', ';', '\t'] as const;
/** How a quotation mark stands within a value. */
const QUOTED = '"a ""b"" c"';
/** What Excel writes before the header, to name the delimiter. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n?/iu;
/** In the order in which they are tried: a text that is not in one of them seldom decodes as it. */
const ENCODINGS = ['utf-8', 'shift_jis', 'gb18030', 'big5'];

/**
 * Decodes a file: UTF-8, else Shift_JIS, else GB 18030 or Big5; the first encoding in which the header has the columns
 * that are needed. UTF-16 is refused, since only a part of the tools that write CSV mark it.
 */
export function decodeFile<Column extends string>(
  bytes: Uint8Array,
  columns: Columns<Column>,
  bounds: FileBounds,
): string | FileFault {
  if (bytes.length > bounds.bytes) return wholeFile('too-large', bounds.bytes);
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isMarked || bytes.subarray(0, 64).includes(0)) return wholeFile('utf-16');
  const texts = ENCODINGS.flatMap((encoding) => decodedAs(encoding, bytes) ?? []);
  const known = texts.find((text) => {
    const line = headerOf(text);
    return DELIMITERS.some((delimiter) => recognized(line, delimiter, columns) >= columns.needed.length);
  });
  return known ?? texts[0] ?? wholeFile('encoding');
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The rows of a CSV file by their columns. The delimiter is found from the header. Columns that are not known are kept
 * apart. Nothing is read as a formula. The first fault of the file's structure stops the reading; what is wrong with
 * rows is told of every row.
 */
export function readCsv<Column extends string>(
  text: string,
  columns: Columns<Column>,
  bounds: FileBounds,
): CsvTable<Column> | FileFault[] {
  // No encoding takes less than a byte a character.
  if (text.length > bounds.bytes) return [wholeFile('too-large', bounds.bytes)];
  const delimiter = delimiterOf(text, columns);
  const lines = linesOf(text, delimiter, bounds);
  if ('what' in lines) return [lines];
  const [header, ...body] = lines;
  if (!header || body.length === 0) return [wholeFile('empty', { example: columns.example })];
  const places = placesOf(header, columns);
  if (Array.isArray(places)) return places;
  const faults = body.flatMap((line) => ragged(line, header) ?? unshowable(line, header) ?? []);
  if (faults.length > 0) return faults;
  return {
    names: new Map([...places.at].map(([column, at]) => [column, header.values[at] ?? ''])),
    others: places.others.map((at) => header.values[at] ?? ''),
    commaDecimals: delimiter === ';',
    rows: body.map((line) => rowOf(line, columns, places)),
  };
}

interface Places<Column extends string> {
  at: Map<Column, number>;
  others: number[];
}

function placesOf<Column extends string>(
  { number: line, values }: Line,
  { words, needed, example }: Columns<Column>,
): Places<Column> | FileFault[] {
  const at = new Map<Column, number>();
  const others: number[] = [];
  const faults: FileFault[] = [];
  for (const [index, name] of values.entries()) {
    const column = words.exact(fold(name));
    const known = column && at.get(column);
    if (!column) others.push(index);
    else if (known == null) at.set(column, index);
    else faults.push({ line, column: name, what: 'column-twice', found: values[known] ?? '', right: '' });
  }
  const isMissing = needed.some((column) => !at.has(column));
  if (isMissing)
    faults.push({
      line,
      column: null,
      what: 'no-column',
      found: repeated(values.join(', ')),
      right: { example },
    });
  return faults.length > 0 ? faults : { at, others };
}

function rowOf<Column extends string>(
  { number, values }: Line,
  { words }: Columns<Column>,
  { at, others }: Places<Column>,
): CsvRow<Column> {
  const all = [...new Set(words.phrases.values())];
  const cells = all.map((column) => [column, values[at.get(column) ?? -1] ?? '']);
  return {
    line: number,
    cells: Object.fromEntries(cells) as Record<Column, string>,
    others: others.map((index) => values[index] ?? ''),
  };
}

/** Spreadsheets leave empty values at the end of rows, which are taken. */
function ragged({ number, values }: Line, header: Line): FileFault | null {
  const [found, right] = [values.length, header.values.length];
  const isFitting = found <= right ? found === right : values.slice(right).every((value) => value === '');
  return isFitting ? null : { line: number, column: null, what: 'cells', found: String(found), right };
}

function unshowable({ number, values }: Line, header: Line): FileFault | null {
  const at = values.findIndex((value) => hasControl(value) || isLong(value));
  const value = values[at];
  if (value === undefined) return null;
  const what = hasControl(value) ? 'text' : 'too-long';
  return { line: number, column: header.values[at] ?? null, what, found: repeated(value), right: MAX_NAME };
}

/** Most values have fewer units than a name has graphemes, which take long to count. */
function isLong(value: string): boolean {
  return value.length > MAX_NAME && lengthOf(value, MAX_NAME + 1) > MAX_NAME;
}

/** The records of the text, without those that hold nothing. */
function linesOf(text: string, delimiter: string, { rows }: FileBounds): Line[] | FileFault {
  const start = text.replace(/^\uFEFF/u, '');
  const body = start.replace(SEPARATOR_LINE, '');
  const before = body.length === start.length ? 0 : 1;
  /** The last line of each record. */
  const ends: number[] = [];
  const lineAfter = (count: number) => before + (ends[count - 1] ?? 0) + 1;
  try {
    const records = parse(body, {
      delimiter,
      relax_column_count: true,
      // One more than the header and the rows that are taken tells that there are too many.
      to: rows + 2,
      on_record: (record: string[], { lines }) => {
        ends.push(lines);
        return record;
      },
    });
    if (records.length > rows + 1) return wholeFile('too-many-rows', rows);
    return records.flatMap((record, index) => {
      const values = record.map((value) => value.replaceAll(/\s+/gu, ' ').trim());
      return values.every((value) => value === '') ? [] : [{ number: lineAfter(index), values }];
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: lineAfter(ends.length), column: null, what: 'quote', found: '', right: QUOTED };
  }
}

/** The delimiter that finds the most columns; of several, the one that stands in the header most often. */
function delimiterOf<Column extends string>(text: string, columns: Columns<Column>): string {
  const [, named] = SEPARATOR_LINE.exec(text.replace(/^\uFEFF/u, '')) ?? [];
  const header = headerOf(text);
  const scored = DELIMITERS.map((delimiter) => ({
    delimiter,
    known: recognized(header, delimiter, columns),
    parts: header.split(delimiter).length,
  })).toSorted((a, b) => b.known - a.known || b.parts - a.parts);
  return named ?? scored[0]?.delimiter ?? ',';
}

function recognized<Column extends string>(
  header: string,
  delimiter: string,
  { words }: Columns<Column>,
): number {
  const names = header.split(delimiter).map((name) => words.exact(fold(name.replaceAll('"', ''))));
  return new Set(names.filter((name) => name !== null)).size;
}

/** The first line that holds something. */
function headerOf(text: string): string {
  const start = text
    .replace(/^\uFEFF/u, '')
    .replace(SEPARATOR_LINE, '')
    .slice(0, 10_000);
  return start.split(/[\r\n]/u).find((line) => line.trim() !== '') ?? '';
}

function wholeFile(what: FileFaultKind, right: FileFault['right'] = ''): FileFault {
  return { line: null, column: null, what, found: '', right };
}
