import { type Refusal, refuse } from '../domain/refusal';
import { isTime, type Time } from '../domain/time/calendar';
import { type Read, readPattern } from './lexicon';
import { shorten } from './text';

const LEAD = '(?:(?:@|at|by|from|until) ?)?';
const BEFORE = `${LEAD}(?:(?<half>午前|午後|上午|下午) ?)?`;
const HALF = String.raw`(?: ?(?<suffix>[ap])\.?m(?![a-z])\.?)?`;

/** `10:30`, `10.30`, `10:30 am`; `10時半`, `10点30分`; `10 am`; `1030`. The last needs its four digits apart. */
const TIMES = [
  String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?!\d)${HALF}`,
  String.raw`(?<hour>\d{1,2})[時时点點](?:(?<thirty>半)|(?<minute>\d{1,2})分?)?`,
  String.raw`(?<hour>\d{1,2})(?= ?[ap]\.?m)${HALF}`,
  String.raw`(?<hour>\d{1,2})(?<minute>\d{2})(?!\d)${HALF}`,
].map((time) => new RegExp(BEFORE + time, 'uy'));

const BARE_HOUR = new RegExp(String.raw`${LEAD}(?<hour>\d{1,2})(?![\d:./])`, 'uy');

/** A time of day at this place. `bare`: an hour without minutes is one as well. */
export function readTime(text: string, at: number, bare: boolean): Read<Time | Refusal> | null {
  for (const pattern of bare ? [...TIMES, BARE_HOUR] : TIMES) {
    const read = readPattern(pattern, text, at);
    if (read) {
      const written = shorten(text.slice(at, read.end).replace(new RegExp(`^${LEAD}`, 'u'), ''));
      return { value: timeOf(read.value) ?? refuse('unknown-time', { text: written }), end: read.end };
    }
  }
  return null;
}

function timeOf({ hour, minute, thirty, half, suffix }: Record<string, string>): Time | null {
  const written = Number(hour);
  const afternoon = suffix === 'p' || half === '午後' || half === '下午';
  const morning = suffix === 'a' || half === '午前' || half === '上午';
  const shift = afternoon && written < 12 ? 12 : morning && written === 12 ? -12 : 0;
  const time = [written + shift, thirty ? 30 : Number(minute ?? 0)]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return isTime(time) ? time : null;
}
