import { isRefusal, type Refusal, refuse } from '../refusal';
import { repeated } from '../text';
import { type Day, type DayRange, daySpan, daysBetween, placeInWeek } from '../time/calendar';
import { readCounted } from './counted-days';
import { type DaysContext, type Item, itemOf, MAX_SPAN_DAYS, readItem, readUntil } from './day-items';
import { fold, politely } from './fold';
import { type Read, readPattern } from './lexicon';
import { quoteTyped } from './quote';
import { dayAfter, type Today } from './which-day';
import { readWeek } from './whole-week';
import { readBareDay, type WrittenDate } from './written-date';

/*
 * Days as people write them: one, spans, and lists of both. General date libraries take the first text that looks like a
 * date and drop what they cannot read; here a word that is not understood must be refused.
 */

const ON = /^(?:on|for)(?![a-z]) ?/u;
const GAP =
  / ?(?:(?<and>(?:[,、] ?)?(?:and(?![a-z])|[&・]|と|および|及び|及|和|与|與|跟))|[,、;]|(?<=[a-z])\/(?=[a-z]))? ?/uy;
/** A number after a comma may be an hour up to this one. */
const MOST_HOURS = 23;

/** The days at this place of a folded text. */
export function readDays(text: string, at: number, context: DaysContext): Read<DayRange[] | Refusal> | null {
  const counted = readCounted(text, at, context);
  if (counted) return counted;
  const first = readUntil(text, at, context) ?? readItem(text, at, null, context);
  // "Next week, Monday" is one day: a week stands in a list of weeks only.
  if (!first) return readWeeks(text, at, context);
  let { days, last } = first.value;
  let { end } = first;
  while (!isRefusal(days)) {
    const next = readNext(text, end, last, context);
    if (!next) break;
    const more = next.value.days;
    days = isRefusal(more) ? more : [...days, ...more];
    ({ last } = next.value);
    ({ end } = next);
  }
  return { value: isRefusal(days) ? days : bounded(days), end };
}

/** The days that are the whole text; `unknown-date` where the text is something else. */
export function parseDays(text: string, context: DaysContext): DayRange[] | Refusal {
  const line = politely(fold(text)).replace(ON, '');
  const read = readDays(line, 0, context);
  if (read && isRefusal(read.value)) return quoteTyped(text, read.value);
  return read?.end === line.length ? read.value : refuse('unknown-date', { text: repeated(text) });
}

/** The day or span that is the whole text; `unknown-date` for several of them. */
export function parseSpan(text: string, context: DaysContext): DayRange | Refusal {
  const days = parseDays(text, context);
  if (isRefusal(days)) return days;
  const [only, ...more] = days;
  return only && more.length === 0 ? only : refuse('unknown-date', { text: repeated(text) });
}

/** The single day that is the whole text; more than one are an `unknown-date`. */
export function parseDay(text: string, context: DaysContext): Day | Refusal {
  const days = parseSpan(text, context);
  if (isRefusal(days)) return days;
  return days.from === days.until ? days.from : refuse('unknown-date', { text: repeated(text) });
}

/** Every day of the spans, ascending, each once. */
export function daysOf(spans: readonly DayRange[]): Day[] {
  return [...new Set(spans.flatMap(({ from, until }) => daySpan(from, until)))].sort();
}

/** The fewest spans that hold these days, which ascend. */
export function spansOf(days: readonly Day[]): DayRange[] {
  const spans: DayRange[] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && daysBetween(last.until, day) === 1) last.until = day;
    else spans.push({ from: day, until: day });
  }
  return spans;
}

function bounded(days: DayRange[]): DayRange[] | Refusal {
  const count = days.reduce((sum, { from, until }) => sum + daysBetween(from, until) + 1, 0);
  return count > MAX_SPAN_DAYS ? refuse('too-many-days', { max: MAX_SPAN_DAYS }) : days;
}

/** In "Mon and Wed next week" and in "next Fri and Mon" it is not said which week one of them is of. */
function isOfTwoWeeks(first: WrittenDate, second: WrittenDate, { weekStart }: Today): boolean {
  if (first.kind !== 'weekday' || second.kind !== 'weekday') return false;
  if (first.week === null) return second.trails === true;
  return (
    second.week === null && placeInWeek(second.weekday, weekStart) <= placeInWeek(first.weekday, weekStart)
  );
}

function readWeeks(text: string, at: number, today: Today): Read<DayRange[]> | null {
  const first = readWeek(text, at, today);
  const gap = first && readPattern(GAP, text, first.end);
  if (!first) return null;
  const more = gap?.value.and ? readWeeks(text, gap.end, today) : null;
  return { value: [first.value, ...(more?.value ?? [])], end: more?.end ?? first.end };
}

function readNext(text: string, at: number, last: Item['last'], context: DaysContext): Read<Item> | null {
  const gap = readPattern(GAP, text, at);
  if (!gap) return null;
  const item = readItem(text, gap.end, last, context);
  if (last && item?.value.last && isOfTwoWeeks(last.written, item.value.last.written, context)) return null;
  if (item || last?.written.kind !== 'date') return item;
  const bare = gap.end > at ? readBareDay(text, gap.end) : null;
  if (!bare || bare.value.day <= last.written.day) return null;
  if (!gap.value.and && bare.value.day <= MOST_HOURS) return null;
  const written = { ...last.written, day: bare.value.day, weekday: null };
  return itemOf(written, dayAfter(written, last.day, context), text, gap.end, bare.end);
}
