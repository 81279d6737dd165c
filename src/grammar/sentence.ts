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

/** The parts of a sentence read so far, in any order. */
interface Sentence {
  verb: 'clear' | 'who' | 'tally' | null;
  style: WorkStyle | null;
  arrival: Time | null;
  days: DayRange | null;
  /** A user group of the platform, without its `@`. */
  group: string | null;
  /** The text from the first word that is none of these. */
  rest: string;
}

/** `@sales`: a user group of the platform. */
const GROUP =
  /@(?<name>[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]{0,78}[\p{L}\p{M}\p{N}])?)(?![\p{L}\p{M}\p{N}@])/uy;
const FILLER = /(?:[ ,、:]|on(?![a-z])|for(?![a-z])|[はをにでの])+/uy;

/**
 * A work style or a verb, with a day or span and an arrival time, in any order: `home on friday`, `明日は在宅`.
 * Null when the text begins with none of them.
 */
export function parseSentence(text: string, context: ParseContext): Intent | Refusal | null {
  const said = readSentence(text, { today: context.today, prefer: 'next' });
  if (isRefusal(said) || said.verb === null || said.verb === 'clear') return commandOf(said, text);
  return commandOf(readSentence(text, { today: context.today, prefer: 'nearest' }), text);
}

/** Reads as far as it understands the text; dates that do not exist are refused. */
function readSentence(text: string, context: DateContext): Sentence | Refusal {
  const line = foldDates(text);
  const sentence: Sentence = { verb: null, style: null, arrival: null, days: null, group: null, rest: '' };
  let at = skipFillers(line, 0);
  while (at < line.length) {
    const end = readPart(line, at, sentence, context);
    if (isRefusal(end)) return end;
    if (end === null) return { ...sentence, rest: line.slice(at) };
    at = skipFillers(line, end);
  }
  return sentence;
}

/** Adds the next part, each at most once, and returns where it ends; null where the text is not a new part. */
function readPart(
  line: string,
  at: number,
  sentence: Sentence,
  context: DateContext,
): number | Refusal | null {
  const days = sentence.days ? null : readDays(line, at, context);
  if (days) {
    if (isRefusal(days.value)) return days.value;
    sentence.days = days.value;
    return days.end;
  }
  if (sentence.verb) return sentence.verb === 'who' ? readGroup(line, at, sentence) : null;
  const style = sentence.style ? null : STYLES.read(line, at);
  if (style) {
    sentence.style = style.value;
    return style.end;
  }
  const verb = sentence.style || sentence.arrival ? null : VERBS.read(line, at);
  if (verb) {
    sentence.verb = verb.value;
    return verb.end;
  }
  return sentence.arrival ? null : readArrival(line, at, sentence);
}

function readArrival(line: string, at: number, sentence: Sentence): number | Refusal | null {
  const bareHour = sentence.style !== null && takesArrival(sentence.style);
  const time = readTimeAt(line, at, { bareHour });
  if (!time) return null;
  if (isRefusal(time.value)) return time.value;
  sentence.arrival = time.value;
  return time.end;
}

function readGroup(line: string, at: number, sentence: Sentence): number | null {
  const group = sentence.group === null ? readPattern(GROUP, line, at) : null;
  if (!group) return null;
  sentence.group = group.value.name ?? null;
  return group.end;
}

function commandOf(sentence: Sentence | Refusal, text: string): Intent | Refusal | null {
  if (isRefusal(sentence)) return sentence;
  const { verb, style, arrival, days, rest } = sentence;
  if (verb) return verbCommand(verb, sentence, text);
  if (style) {
    if (rest) return notUnderstood(sentence, style, text);
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
  { days, group, rest }: Sentence,
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

function notUnderstood({ days, rest }: Sentence, style: WorkStyle, text: string): Refusal {
  const meansTime = takesArrival(style) && /^[^\p{L}\d]*\d+(?![\d/年月])/u.test(rest);
  if (meansTime) return refuse('unknown-time', { text: repeated(rest) });
  // A second day: answers are for a day or a span, so the whole is not understood.
  const another = days && readWrittenDate(rest, 0);
  return refuse('unknown-date', { text: repeated(another ? text : rest) });
}

function skipFillers(line: string, at: number): number {
  return readPattern(FILLER, line, at)?.end ?? at;
}
