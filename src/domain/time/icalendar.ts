import { addDays, type Day, dayOfYear, daySpan } from './calendar';
import type { OwnDay } from './own-calendar';

/** What is wrong with a calendar file, and in which line, counted from 1. */
export interface CalendarFault {
  line: number;
  why: 'not-a-calendar' | 'not-a-line' | 'not-a-day' | 'not-yearly' | 'no-day' | 'too-long' | 'unfinished';
}

interface Line {
  number: number;
  name: string;
  value: string;
}

const YEARLY = /^FREQ=YEARLY(?:;(?:INTERVAL=1|BYMONTH=\d+|BYMONTHDAY=\d+|WKST=\w\w))*$/iu;
/** The longest event, in days: longer ones are typing errors. */
const MAX_EVENT_DAYS = 60;
const PROPERTY = /^(?<name>[A-Za-z0-9-]+)(?:;(?:"[^"]*"|[^":])*)?:(?<value>.*)$/u;
/** Calendars of China and Taiwan name make-up working days so. */
const WORKED = /(?:班[）)]|补班|補班|調班|调班|上班|workday|working day)/iu;

/**
 * The days of an iCalendar file (RFC 5545): each all-day event, every year where it repeats yearly. Cancelled events
 * and those with a time are left out. A summary or category such as `补班` or `working day` makes working days. The first
 * fault refuses the whole file.
 *
 * @param years the first and the last year of repeated events
 */
export function readCalendar(text: string, years: readonly [number, number]): OwnDay[] | CalendarFault {
  const lines = linesOf(text);
  if ('why' in lines) return lines;
  if (!lines[0] || !marks(lines[0], 'BEGIN', 'VCALENDAR')) return { line: 1, why: 'not-a-calendar' };
  const last = lines.at(-1);
  if (!last || !marks(last, 'END', 'VCALENDAR')) return { line: last?.number ?? 1, why: 'unfinished' };
  return daysIn(lines, years);
}

function daysIn(lines: readonly Line[], years: readonly [number, number]): OwnDay[] | CalendarFault {
  const days: OwnDay[] = [];
  let event: Line[] | null = null;
  for (const line of lines) {
    if (marks(line, 'BEGIN', 'VEVENT')) event = [];
    event?.push(line);
    if (!event || !marks(line, 'END', 'VEVENT')) continue;
    const found = daysOfEvent(event, years);
    if ('why' in found) return found;
    days.push(...found);
    event = null;
  }
  return event === null ? days : { line: lines.at(-1)?.number ?? 1, why: 'unfinished' };
}

function marks({ name, value }: Line, mark: 'BEGIN' | 'END', what: string): boolean {
  return name === mark && value.toUpperCase() === what;
}

/** Lines that begin with a blank continue the one before. */
function linesOf(text: string): Line[] | CalendarFault {
  const lines: Line[] = [];
  for (const [index, written] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/u.test(written) && last) last.value += written.slice(1);
    else if (written !== '') {
      const { name, value } = PROPERTY.exec(written)?.groups ?? {};
      if (name === undefined || value === undefined) return { line: index + 1, why: 'not-a-line' };
      lines.push({ number: index + 1, name: name.toUpperCase(), value });
    }
  }
  return lines;
}

function daysOfEvent(event: readonly Line[], years: readonly [number, number]): OwnDay[] | CalendarFault {
  const lineOf = (name: string) => event.find((line) => line.name === name);
  const [start, end, rule] = [lineOf('DTSTART'), lineOf('DTEND'), lineOf('RRULE')];
  if (!start) return { line: event[0]?.number ?? 1, why: 'no-day' };
  if (lineOf('STATUS')?.value.toUpperCase() === 'CANCELLED' || /^\d{8}T/u.test(start.value)) return [];
  const span = spanOf(start, end);
  if ('why' in span) return span;
  if (rule && !YEARLY.test(rule.value)) return { line: rule.number, why: 'not-yearly' };
  const name = unescaped(lineOf('SUMMARY')?.value ?? '');
  const works = WORKED.test(`${name} ${lineOf('CATEGORIES')?.value ?? ''}`);
  return (rule ? repeated(span, years) : span).map((day) => ({ day, name, works }));
}

/** The end is the first day after the event; without one it lasts a day. */
function spanOf(start: Line, end: Line | undefined): Day[] | CalendarFault {
  const from = readDay(start.value);
  if (from === null) return { line: start.number, why: 'not-a-day' };
  if (!end) return [from];
  const after = readDay(end.value);
  if (after === null || after < from) return { line: end.number, why: 'not-a-day' };
  if (addDays(from, MAX_EVENT_DAYS) < after) return { line: end.number, why: 'too-long' };
  return after === from ? [from] : daySpan(from, addDays(after, -1));
}

/** The same days in every year from their own on; 29 February only where it exists. */
function repeated(span: readonly Day[], [first, last]: readonly [number, number]): Day[] {
  const own = Number(span[0]?.slice(0, 4));
  const years = Array.from({ length: Math.max(0, last - Math.max(first, own) + 1) }, (_, index) => {
    return Math.max(first, own) + index;
  });
  return years.flatMap((year) =>
    span.flatMap((day) => {
      const shift = Number(day.slice(0, 4)) - own;
      return dayOfYear(year + shift, Number(day.slice(5, 7)), Number(day.slice(8))) ?? [];
    }),
  );
}

function readDay(value: string): Day | null {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/u.exec(value.trim()) ?? [];
  return year === undefined ? null : dayOfYear(Number(year), Number(month), Number(date));
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\;,nN])/gu, (_, sign: string) => (/n/iu.test(sign) ? ' ' : sign)).trim();
}
