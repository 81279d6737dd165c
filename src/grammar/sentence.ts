import type { Intent, ParseContext } from '../app/intent';
import { takesArrival, type WorkStyle } from '../domain/answers/work-style';
import type { ExampleName } from '../domain/examples';
import { isRefusal, type Refusal, refuse, withExample } from '../domain/refusal';
import { repeated } from '../domain/text';
import type { DayRange, Time } from '../domain/time/calendar';
import { type DateContext, foldDates, readDays } from '../domain/typed/days';
import { readPattern } from '../domain/typed/lexicon';
import { readTimeAt } from '../domain/typed/time';
import { readWrittenDate } from '../domain/typed/written-date';
import { nearest } from './lexicon';
import { STYLES, VERBS } from './words';

/** What was heard, in whatever order it was said. */
interface Heard {
  verb: 'clear' | 'who' | 'tally' | null;
  style: WorkStyle | null;
  arrival: Time | null;
  days: DayRange | null;
  /** A user group of the platform, without its `@`. */
  group: string | null;
  /** From the first word on that is none of these. */
  rest: string;
}

/** `@sales`: how people name a user group; each platform knows which there are. */
const GROUP =
  /@(?<name>[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]{0,78}[\p{L}\p{M}\p{N}])?)(?![\p{L}\p{M}\p{N}@])/uy;
const FILLER = /(?:[ ,、:]|on(?![a-z])|for(?![a-z])|[はをにでの])+/uy;

/**
 * A work style or a verb, with a day or span and an arrival time, in any order: `home on friday`, `明日は在宅`.
 * Null when the text begins with none of them.
 */
export function parseSentence(text: string, context: ParseContext): Intent | Refusal | null {
  const said = hear(text, { today: context.today, prefer: 'next' });
  if (isRefusal(said) || said.verb === null || said.verb === 'clear') return commandOf(said, text);
  return commandOf(hear(text, { today: context.today, prefer: 'nearest' }), text);
}

/** Reads as far as it understands; dates that cannot be are refused. */
function hear(text: string, context: DateContext): Heard | Refusal {
  const line = foldDates(text);
  const heard: Heard = { verb: null, style: null, arrival: null, days: null, group: null, rest: '' };
  let at = skipFillers(line, 0);
  while (at < line.length) {
    const end = hearOne(line, at, heard, context);
    if (isRefusal(end)) return end;
    if (end === null) return { ...heard, rest: line.slice(at) };
    at = skipFillers(line, end);
  }
  return heard;
}

/** Adds the next thing said to what was heard, each at most once; null when it is nothing new. */
function hearOne(line: string, at: number, heard: Heard, context: DateContext): number | Refusal | null {
  const days = heard.days ? null : readDays(line, at, context);
  if (days) {
    if (isRefusal(days.value)) return days.value;
    heard.days = days.value;
    return days.end;
  }
  if (heard.verb) return heard.verb === 'who' ? hearGroup(line, at, heard) : null;
  const style = heard.style ? null : STYLES.read(line, at);
  if (style) {
    heard.style = style.value;
    return style.end;
  }
  const verb = heard.style || heard.arrival ? null : VERBS.read(line, at);
  if (verb) {
    heard.verb = verb.value;
    return verb.end;
  }
  return heard.arrival ? null : hearArrival(line, at, heard);
}

function hearArrival(line: string, at: number, heard: Heard): number | Refusal | null {
  const bareHour = heard.style !== null && takesArrival(heard.style);
  const time = readTimeAt(line, at, { bareHour });
  if (!time) return null;
  if (isRefusal(time.value)) return time.value;
  heard.arrival = time.value;
  return time.end;
}

function hearGroup(line: string, at: number, heard: Heard): number | null {
  const group = heard.group === null ? readPattern(GROUP, line, at) : null;
  if (!group) return null;
  heard.group = group.value.name ?? null;
  return group.end;
}

function commandOf(heard: Heard | Refusal, text: string): Intent | Refusal | null {
  if (isRefusal(heard)) return heard;
  const { verb, style, arrival, days, rest } = heard;
  if (verb) return verbCommand(verb, heard, text);
  if (style) {
    if (rest) return notUnderstood(heard, style, text);
    if (arrival && !takesArrival(style)) return refuse('arrival-not-taken', { style });
    return { kind: 'answer', style, arrival, days };
  }
  if (!days && !arrival) return null;
  if (rest) {
    const { means } = nearest(STYLES.phrases, rest.slice(0, 60)) ?? { means: 'home' };
    return refuse('unknown-style', { text: repeated(rest), nearest: means });
  }
  const example: ExampleName = days ? 'home' : 'off-peak';
  return refuse('missing-argument', { example });
}

function verbCommand(
  verb: 'clear' | 'who' | 'tally',
  { days, group, rest }: Heard,
  text: string,
): Intent | Refusal {
  if (rest) return withExample(verb, refuse('unknown-date', { text: repeated(rest) }));
  if (verb === 'clear') return { kind: 'clear', days };
  if (days && days.from !== days.until) {
    return withExample(verb, refuse('unknown-date', { text: repeated(text) }));
  }
  const day = days?.from ?? null;
  return verb === 'who' ? { kind: 'who', day, group } : { kind: 'tally', of: day ? { day } : null };
}

function notUnderstood({ days, rest }: Heard, style: WorkStyle, text: string): Refusal {
  const meansTime = takesArrival(style) && /^[^\p{L}\d]*\d+(?![\d/年月])/u.test(rest);
  if (meansTime) return refuse('unknown-time', { text: repeated(rest) });
  // After one day, another: answers are for a day or a span, so the whole is not understood.
  const another = days && readWrittenDate(rest, 0);
  return refuse('unknown-date', { text: repeated(another ? text : rest) });
}

function skipFillers(line: string, at: number): number {
  return readPattern(FILLER, line, at)?.end ?? at;
}
