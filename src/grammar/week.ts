import type { Intent } from '../app/intent';
import { takesArrival } from '../domain/answers/work-style';
import type { ExampleName } from '../domain/examples';
import { isRefusal, type Refusal, refuse } from '../domain/refusal';
import { repeated } from '../domain/text';
import { WEEKDAYS, type Weekday } from '../domain/time/calendar';
import { type Read, readPattern } from '../domain/typed/lexicon';
import { readTimeAt } from '../domain/typed/time';
import { WEEKDAY_CHARACTERS, WEEKDAY_WORDS } from '../domain/typed/words';
import { readSeparator } from '../domain/typed/written-date';
import { nearest } from './lexicon';
import { OFF_DAY, STYLES, VERBS } from './words';

type Change = Exclude<Extract<Intent, { kind: 'week' }>['change'], 'clear' | null>;
type Usual = NonNullable<Change[Weekday]>;

const ASSIGN = / ?(?:[=:は]|->)? ?/uy;
const BETWEEN = /[ ,、;]*/uy;

/** What follows `week`, folded: nothing, `clear`, or weekdays with what a member does on them. */
export function parseWeek(rest: string): Intent | Refusal {
  if (rest === '') return { kind: 'week', change: null };
  if (VERBS.exact(rest) === 'clear') return { kind: 'week', change: 'clear' };
  const change: Change = {};
  let at = 0;
  while (at < rest.length) {
    const days = readWeekdays(rest, at);
    if (!days) return refuse('unknown-weekday', { text: wordAt(rest, at) });
    const usual = readUsual(rest, skip(ASSIGN, rest, days.end));
    if (isRefusal(usual)) return usual;
    for (const day of days.value) change[day] = usual.value;
    at = skip(BETWEEN, rest, usual.end);
  }
  return { kind: 'week', change };
}

/** One weekday, or a span of them within a week: `mon-fri`. */
function readWeekdays(text: string, at: number): Read<Weekday[]> | null {
  const first = readWeekday(text, at);
  if (!first) return null;
  const gap = readSeparator(text, first.end);
  const last = gap === null ? null : readWeekday(text, gap);
  if (!last) return { value: [first.value], end: first.end };
  const span = WEEKDAYS.slice(WEEKDAYS.indexOf(first.value), WEEKDAYS.indexOf(last.value) + 1);
  return span.length > 0 ? { value: span, end: last.end } : null;
}

function readWeekday(text: string, at: number): Read<Weekday> | null {
  return WEEKDAY_WORDS.read(text, at) ?? WEEKDAY_CHARACTERS.read(text, at);
}

function readUsual(text: string, at: number): Read<Usual> | Refusal {
  if (at >= text.length) return refuse('missing-argument', { example: 'week' satisfies ExampleName });
  const style = STYLES.read(text, at);
  if (!style) return OFF_DAY.read(text, at) ?? unknownStyle(wordAt(text, at));
  const time = readTimeAt(text, skip(/ ?/uy, text, style.end), { bareHour: false });
  if (!time) return { value: { style: style.value, arrival: null }, end: style.end };
  if (isRefusal(time.value)) return time.value;
  if (!takesArrival(style.value)) return refuse('arrival-not-taken', { style: style.value });
  return { value: { style: style.value, arrival: time.value }, end: time.end };
}

function unknownStyle(text: string): Refusal {
  return refuse('unknown-style', { text, nearest: nearest(STYLES.phrases, text)?.means ?? 'home' });
}

function wordAt(text: string, at: number): string {
  return repeated(text.slice(at).split(/[ =,、;]/u)[0] || text.slice(at));
}

function skip(pattern: RegExp, text: string, at: number): number {
  return readPattern(pattern, text, at)?.end ?? at;
}
