import { type Refusal, refuse } from '../refusal';
import { type Time, timeOfMinutes } from '../time/calendar';
import { isOrdered, type Window } from '../time/window';
import { fold } from './fold';
import { type Read, readPattern } from './lexicon';
import { numberOf } from './numeral';
import { splitSpan } from './written-date';

const LEAD =
  '(?:(?:@|at|by|from|until|around|about|大概快|大概|大约|大約|差不多|预计|預計|估计|估計|约|約|快) ?)?';
const BEFORE = `${LEAD}(?:(?<half>午前|午後|上午|早上|下午) ?)?`;
const HALF = String.raw`(?: ?(?<suffix>[ap])\.?m(?![a-z])\.?)?`;
/** From that time on, or about then: `10:30~`, `10時頃`. */
const TAIL = String.raw`(?:~(?! ?\d)|から(?! ?\d)|以降|頃|ごろ|くらい|ぐらい|左右|-?ish(?![a-z]))?`;

const HOURS = '二?十[一二三]?|[二三四五六七八九两兩]';
const TENS = '[二三四五]?十[一二三四五六七八九]?';

/** `10:30`, `10.30`, `10:30 am`; `10時半`, `10点30分`; `10 am`; `1030`. The last needs its four digits apart. */
const TIMES = [
  String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?!\d)(?:\.(?=$| ))?${HALF}`,
  // 一点 alone is "a little": 晚一点到.
  String.raw`(?<hour>\d{1,2}|${HOURS})[時时点點](?:(?<thirty>半)|(?<quarter>[一三])刻|(?<minute>\d{1,2}|${TENS})分?)?`,
  String.raw`(?<hour>\d{1,2})(?= ?[ap]\.?m)${HALF}`,
  String.raw`(?<hour>\d{1,2})(?<minute>\d{2})(?!\d)${HALF}`,
].map((time) => new RegExp(BEFORE + time + TAIL, 'uy'));

const BARE_HOUR = new RegExp(String.raw`${LEAD}(?<hour>\d{1,2})(?![\d:./])(?:-?ish(?![a-z]))?`, 'uy');

const AFTERNOON = new Set(['p', '午後', '下午']);

/**
 * The time of day at this place of a folded text, with the preposition before it; refused where it does not exist.
 * With `bareHour` an hour without minutes is a time, too.
 */
export function readTimeAt(
  text: string,
  at: number,
  { bareHour }: { bareHour: boolean },
): Read<Time | Refusal> | null {
  for (const pattern of bareHour ? [...TIMES, BARE_HOUR] : TIMES) {
    const read = readPattern(pattern, text, at);
    if (!read) continue;
    const written = text.slice(at, read.end).replace(new RegExp(`^${LEAD}`, 'u'), '');
    return { value: timeOf(read.value) ?? refuse('unknown-time', { text: written }), end: read.end };
  }
  return null;
}

/** The time of day that is the whole text, as typed: `7`, `7:00`, `0700`, `7am`, `19時`, `7時半`, `午後7時`. */
export function readTime(text: string): Time | null {
  const typed = fold(text).replaceAll(' ', '');
  const read = readTimeAt(typed, 0, { bareHour: true });
  return read?.end === typed.length && typeof read.value === 'string' ? read.value : null;
}

/** The window that is the whole text: `07:00-10:30`, `7–10:30`, `7時〜10時半`. Refused when it ends before it begins. */
export function readWindow(text: string): Window | null | Refusal {
  const [first = '', second = '', ...more] = splitSpan(fold(text));
  const [from, until] = [readTime(first), readTime(second)];
  if (!from || !until || more.length > 0) return null;
  const window = { from, until };
  return isOrdered(window)
    ? window
    : refuse('window-order', { from: { time: from }, until: { time: until } });
}

function timeOf({ hour = '', minute, thirty, quarter, half, suffix }: Record<string, string>): Time | null {
  const marker = suffix ?? half;
  const hours = marker === undefined ? numberOf(hour) : hourOf(numberOf(hour), AFTERNOON.has(marker));
  const minutes = thirty ? 30 : 15 * numberOf(quarter ?? '0') + numberOf(minute ?? '0');
  if (hours === null || hours > 23 || minutes > 59) return null;
  return timeOfMinutes(hours * 60 + minutes);
}

/** The hour of the day from one of a half day, 0 to 12; `12 am` is midnight. */
function hourOf(written: number, afternoon: boolean): number | null {
  if (written > 12) return null;
  return (written % 12) + (afternoon ? 12 : 0);
}
