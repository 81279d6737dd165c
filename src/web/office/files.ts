import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import type { TeamDay } from '../../app/office';
import type { OfficeText, OfficeWords } from './words';

const COLUMNS: readonly OfficeText[] = [
  'office.day',
  'office.team',
  'office.department',
  'office.style',
  'office.people',
  'office.late',
  'office.denominator',
];

type Row = readonly [day: string, team: string, department: string, style: string, ...counts: number[]];

/** A row for each work style of each day of each team, and one for those who have not answered. */
async function* rowsOf(days: AsyncIterable<TeamDay>, { t }: OfficeWords): AsyncGenerator<Row> {
  for await (const { day, name, department, styles, tally } of days) {
    const about = [day, name, department ?? ''] as const;
    const { members, answered } = tally;
    for (const { style, people, late } of styles)
      yield [...about, t(`style.${style}`), people, late, members];
    yield [...about, t('style.no-answer'), members - answered, 0, members];
  }
}

/**
 * Writes the days as CSV while they are read: UTF-8 with a byte order mark, which Excel needs, and texts that it would
 * take for formulas behind an apostrophe.
 */
export async function sendCsv(
  response: Response,
  name: string,
  { days, words }: { days: AsyncIterable<TeamDay>; words: OfficeWords },
): Promise<void> {
  response.attachment(`${name}.csv`).type('text/csv; charset=utf-8');
  const columns = COLUMNS.map((key) => words.t(key));
  const sheet = stringify({ bom: true, escape_formulas: true, header: true, columns });
  await pipeline(Readable.from(rowsOf(days, words)), sheet, response);
}

/** Sends a small table as CSV, as `sendCsv` writes it. */
export async function sendTable(
  response: Response,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  response.attachment(`${name}.csv`).type('text/csv; charset=utf-8');
  const sheet = stringify({ bom: true, escape_formulas: true, header: true, columns: [...columns] });
  await pipeline(Readable.from(rows), sheet, response);
}

/** What Excel takes on one sheet is ten times as much; this much is held in memory. */
const MOST_ROWS = 100_000;

/** Sends the days as an Excel sheet: dates are dates, counts are numbers. False: they are too many, and nothing was sent. */
export async function sendExcel(
  response: Response,
  name: string,
  { days, words }: { days: AsyncIterable<TeamDay>; words: OfficeWords },
): Promise<boolean> {
  const header = COLUMNS.map((key) => ({ value: words.t(key), fontWeight: 'bold' as const }));
  const rows = [];
  for await (const [day, ...cells] of rowsOf(days, words)) {
    if (rows.length >= MOST_ROWS) return false;
    rows.push([{ value: new Date(`${day}T00:00:00Z`), format: 'yyyy-mm-dd' }, ...cells]);
  }
  // Loaded when it is needed: most people never ask for a sheet.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheet = await writeExcelFile([header, ...rows], { stickyRowsCount: 1 }).toBuffer();
  response
    .attachment(`${name}.xlsx`)
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(sheet);
  return true;
}
