import type { Intent } from '../app/intent';
import { takesArrival } from '../domain/answers/work-style';
import type { ExampleName } from '../domain/examples';
import { isRefusal, type Refusal, refuse } from '../domain/refusal';
import { repeated } from '../domain/text';
import type { Weekday } from '../domain/time/calendar';
import { type Read, readPattern } from '../domain/typed/lexicon';
import { readTimeAt } from '../domain/typed/time';
import { readEveryWeek, readWeekdays } from '../domain/typed/weekday-row';
import type { Today } from '../domain/typed/which-day';
import { misspelt } from './lexicon';
import { OFF_DAY, STYLES, VERBS } from './words';

type Change = Exclude<Extract<Intent, { kind: 'week' }>['change'], 'clear' | null>;
type Usual = NonNullable<Change[Weekday]>;

const ASSIGN = / ?(?:[=:は]|->)? ?/uy;
const BETWEEN = /[ ,、;]*/uy;

/** What follows `week`, folded: nothing, `clear`, or weekdays with what a member does on them. */
export function parseWeek(rest: string, { weekStart }: Today): Intent | Refusal {
  if (rest === '') return { kind: 'week', change: null };
  if (VERBS.exact(rest) === 'clear') return { kind: 'week', change: 'clear' };
  const change: Change = {};
  let at = 0;
  while (at < rest.length) {
    const days = readWeekdayList(rest, at, weekStart);
    if (!days) return refuse('unknown-weekday', { text: wordAt(rest, at) });
    const usual = readUsual(rest, skip(ASSIGN, rest, days.end));
    if (isRefusal(usual)) return usual;
    for (const day of days.value) change[day] = usual.value;
    at = skip(BETWEEN, rest, usual.end);
  }
  return { kind: 'week', change };
}

const AND = / ?(?:[,、・&]|and(?![a-z])|と|和|与|與|及) ?/uy;

/** Weekdays, spans and lists of them, for what follows: `mon-fri`, `月火水`, `mon, wed and fri`, `mondays`. */
function readWeekdayList(text: string, at: number, weekStart?: Weekday): Read<Weekday[]> | null {
  const first = readEveryWeek(text, at, weekStart) ?? readWeekdays(text, at, weekStart);
  if (!first) return null;
  const gap = readPattern(AND, text, first.end);
  const more = gap && readWeekdayList(text, gap.end, weekStart);
  return more ? { value: [...first.value, ...more.value], end: more.end } : first;
}

function readUsual(text: string, at: number): Read<Usual> | Refusal {
  if (at >= text.length) return refuse('missing-argument', { example: 'week' satisfies ExampleName });
  const style = STYLES.read(text, at);
  const off = OFF_DAY.read(text, at);
  // A weekday on which no work is planned is not leave.
  if (off && off.end >= (style?.end ?? 0)) return off;
  if (!style) return unknownStyle(wordAt(text, at));
  const time = readTimeAt(text, skip(/ ?/uy, text, style.end), { bareHour: false });
  if (!time) return { value: { style: style.value, arrival: null }, end: style.end };
  if (isRefusal(time.value)) return time.value;
  if (!takesArrival(style.value)) return refuse('arrival-not-taken', { style: style.value });
  return { value: { style: style.value, arrival: time.value }, end: time.end };
}

function unknownStyle(text: string): Refusal {
  return refuse('unknown-style', { text, nearest: misspelt(STYLES.phrases, text) });
}

function wordAt(text: string, at: number): string {
  return repeated(text.slice(at).split(/[ =,、;]/u)[0] || text.slice(at));
}

function skip(pattern: RegExp, text: string, at: number): number {
  return readPattern(pattern, text, at)?.end ?? at;
}
