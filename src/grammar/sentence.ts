import type { Intent, ParseContext } from '../app/intent';
import { type DayState, NOT_SCHEDULED, peakAvoidance, takesArrival } from '../domain/answers/work-style';
import type { ExampleName } from '../domain/examples';
import { isRefusal, offering, type Refusal, refuse, withExample } from '../domain/refusal';
import type { Day, DayRange, Time, Weekday } from '../domain/time/calendar';
import { daysOf, readDays, spansOf } from '../domain/typed/days';
import { type Dotted, readDotted } from '../domain/typed/dotted';
import { readPattern } from '../domain/typed/lexicon';
import { readTimeAt } from '../domain/typed/time';
import { readEveryWeek } from '../domain/typed/weekday-row';
import type { DateContext } from '../domain/typed/which-day';
import type { DateForms } from '../domain/typed/written-date';
import { nearest } from './lexicon';
import { mentioned, offeredDays, unclear } from './unclear';
import { whoOn } from './who-on';
import { ARRIVALS, CHINESE_STYLES, DAY_STATES, STYLES, VERBS } from './words';

/** The parts of a sentence read so far, in any order. */
interface Sentence {
  verb: 'clear' | 'who' | 'tally' | null;
  style: DayState | null;
  /** The words of the style. */
  said: string;
  arrival: Time | null;
  /** An arrival that could also be a date. */
  dotted: Dotted | null;
  days: DayRange[] | null;
  everyWeek: Weekday[] | null;
  /** Whether it says that an arrival is meant: `in at 11`. */
  arrives: boolean;
  /** The text from the first word that is none of these. */
  rest: string;
}

type Context = DateContext & DateForms;

const TIME_NEXT = /^[ 约約]*(?:午前|午後|上午|下午)?\d/u;

const FILLER =
  /(?:[ ,、:]|(?:on|for|to|a|an|the|my|again|still|also|too)(?![a-z])|[はをにでのがへも的都也要会會了就我]|私|僕|一直|打算|准备|準備|计划|計劃|計畫|继续|繼續|接着|引き続き|引続き|仍然|依然|照常|一天|全天|整天|已经|已經|连续|連續|是(?!不是|否)|一日(?:中)?(?=\p{Script=Katakana}|在宅|出社|自宅|家で|お?休み)|改(?:成|为|為)?|ずっと|終日|少し|ちょっと|また)/uy;

/**
 * A work style or a verb, with days and an arrival time, in any order: `home on friday`, `明日は在宅`.
 * Null when the text begins with none of them.
 */
export function parseSentence(text: string, today: ParseContext): Intent | Refusal | null {
  const dotted = writesDottedDates(text);
  const said = readSentence(text, { ...today, prefer: 'next', dotted });
  if (isRefusal(said) || said.verb === null || said.verb === 'clear') return commandOf(said, text, today);
  return commandOf(readSentence(text, { ...today, prefer: 'nearest', dotted }), text, today);
}

/** In Chinese `8.10` is a date; where an arrival may follow, it could be a time. */
function writesDottedDates(text: string): boolean {
  const style = CHINESE_STYLE.exec(text)?.[0];
  return style !== undefined && !takesArrival(STYLES.exact(style) ?? 'off-peak');
}

const CHINESE_STYLE = new RegExp(CHINESE_STYLES.source, 'u');

/** Reads as far as it understands the text; dates that do not exist are refused. */
function readSentence(line: string, context: Context): Sentence | Refusal {
  const sentence: Sentence = {
    ...{ verb: null, style: null, said: '', arrival: null, dotted: null, days: null, everyWeek: null },
    arrives: false,
    rest: '',
  };
  let at = 0;
  while (at < line.length) {
    // A phrase may begin with a filler: `on leave`.
    const end = readPart(line, at, sentence, context) ?? readPattern(FILLER, line, at)?.end ?? null;
    if (isRefusal(end)) return end;
    if (end === null) return { ...sentence, rest: line.slice(at) };
    at = end;
  }
  return sentence;
}

/** Adds the next part, each at most once, and returns where it ends; null where the text is not a new part. */
function readPart(line: string, at: number, sentence: Sentence, context: Context): number | Refusal | null {
  const dates = readDatePart(line, at, sentence, context);
  if (dates !== null || sentence.verb) return dates;
  const style = DAY_STATES.read(line, at);
  // The same may be said twice: `在宅 🏠`.
  if (style && (!sentence.style || sentence.style === style.value)) {
    sentence.style = style.value;
    sentence.said = line.slice(at, style.end);
    return style.end;
  }
  const verb = sentence.style || sentence.arrival ? null : VERBS.read(line, at);
  if (verb) {
    sentence.verb = verb.value;
    return verb.end;
  }
  return readArrives(line, at, sentence) ?? (sentence.arrival ? null : readArrival(line, at, sentence));
}

/** Words of an arrival, where a time stands next to them. */
function readArrives(line: string, at: number, sentence: Sentence): number | null {
  const found = sentence.arrives ? null : ARRIVALS.read(line, at);
  if (!found || !(sentence.arrival || TIME_NEXT.test(line.slice(found.end)))) return null;
  sentence.arrives = true;
  return found.end;
}

function readDatePart(
  line: string,
  at: number,
  sentence: Sentence,
  context: Context,
): number | Refusal | null {
  if (sentence.days || sentence.everyWeek) return null;
  const everyWeek = readEveryWeek(line, at, context.weekStart);
  if (everyWeek) {
    sentence.everyWeek = everyWeek.value;
    return everyWeek.end;
  }
  const days = readDays(line, at, context);
  if (!days) return null;
  if (isRefusal(days.value)) return days.value;
  sentence.days = days.value;
  return days.end;
}

function readArrival(line: string, at: number, sentence: Sentence): number | Refusal | null {
  const bareHour = sentence.arrives || (sentence.style !== null && takesArrival(sentence.style));
  const time = readTimeAt(line, at, { bareHour });
  if (!time) return null;
  if (isRefusal(time.value)) return time.value;
  sentence.arrival = time.value;
  sentence.dotted = readDotted(line.slice(at, time.end));
  return time.end;
}

function commandOf(sentence: Sentence | Refusal, text: string, today: ParseContext): Intent | Refusal | null {
  if (isRefusal(sentence)) return sentence;
  const { verb, style, arrival, days, everyWeek, rest } = sentence;
  if (verb) return verbCommand(verb, sentence, text);
  const said = style ?? (isArrival(sentence) ? 'office' : null);
  if (said) return answerOf(sentence, said, text, today);
  if (!days && !arrival && !everyWeek) return null;
  if (rest) return unlikeAStyle(sentence, text, today);
  if (everyWeek) return refuse('use-week', { weekdays: everyWeek.join(' '), style: 'home' });
  const example: ExampleName = days ? 'home' : 'off-peak';
  const missing = refuse('missing-argument', { example });
  return days ? offering({ days: spansOf(daysOf(days)), styles: [] }, missing) : missing;
}

function unlikeAStyle({ rest }: Sentence, text: string, today: ParseContext): Refusal {
  const { styles, negated } = mentioned(text, today);
  const near = styles.length > 0 || negated ? null : nearest(STYLES.phrases, rest.slice(0, 60));
  if (!near) return unclear(text, today);
  const refusal = refuse('unknown-style', { text: rest, nearest: near.means });
  const offered = offeredDays(mentioned(text, today), 1);
  return offered ? offering({ days: offered, styles: [near.means] }, refusal) : refusal;
}

/** `in at 11` says that one comes to the office. */
function isArrival({ arrival, arrives, rest }: Sentence): boolean {
  return arrival !== null && arrives && rest === '';
}

function answerOf(sentence: Sentence, style: DayState, text: string, today: ParseContext): Intent | Refusal {
  const { arrival, days, everyWeek, rest, dotted } = sentence;
  if (rest) return notUnderstood(sentence, style, text, today);
  if (everyWeek) return refuse('use-week', { weekdays: everyWeek.join(' '), style });
  if (
    dotted?.isAmbiguous({
      latin: /^[a-z]/u.test(sentence.said || text),
      arrives: takesArrival(style) || sentence.arrives,
    })
  ) {
    return refuse('date-or-time', { text: dotted.text, time: { time: arrival ?? '' } });
  }
  // A time with a full stop behind it, or a date: `off-peak 11.12.`
  if (!arrival && takesArrival(style) && DATE_OR_TIME.test(text)) {
    const [written = ''] = DATE_OR_TIME.exec(text) ?? [];
    return refuse('date-or-time', {
      text: written,
      time: { time: written.slice(0, -1).replace('.', ':').padStart(5, '0') },
    });
  }
  if (arrival && travelsInPeak(style)) return arrivingAt(arrival, days, text);
  if (arrival && !takesArrival(style)) return refuse('arrival-not-taken', { style });
  return { kind: 'answer', style, arrival, days: days && daysOf(days) };
}

const DATE_OR_TIME = /(?<![\d.])\d{1,2}\.\d{2}\.$/u;

/** Next to a time, the style of those who come in the rush hour says when they come. */
function travelsInPeak(style: DayState): boolean {
  return style !== NOT_SCHEDULED && peakAvoidance(style) === 'never';
}

/** Later than most people begin, and before noon, who comes at a time commutes off-peak. Else it could mean several things. */
const OFF_PEAK_ARRIVAL = { from: '10:00', before: '12:00' } as const;

function arrivingAt(arrival: Time, days: DayRange[] | null, text: string): Intent | Refusal {
  const { from, before } = OFF_PEAK_ARRIVAL;
  if (arrival >= from && arrival < before)
    return { kind: 'answer', style: 'off-peak', arrival, days: days && daysOf(days) };
  const styles = arrival < from ? (['office', 'off-peak'] as const) : (['home-part', 'off-peak'] as const);
  return offering({ days: spansOf(daysOf(days ?? [])), styles }, refuse('unclear', { text }));
}

/** `取消明天的回复`, `取消明天的居家`. */
const OF_THE_ANSWER = new RegExp(
  `^(?:的?(?:回复|回覆|登记|登記|答复|答覆|安排|${STYLES.source})?|answers?)$`,
  'u',
);

function verbCommand(
  verb: 'clear' | 'who' | 'tally',
  { days, rest }: Sentence,
  text: string,
): Intent | Refusal {
  if (rest && !(verb === 'clear' && OF_THE_ANSWER.test(rest)))
    return withExample(verb, refuse('unknown-date', { text: rest }));
  if (verb === 'clear') return { kind: 'clear', days: days && daysOf(days) };
  if (verb === 'who') return whoOn(days && daysOf(days), text);
  const day = onlyDay(days);
  if (days && !day) return withExample(verb, refuse('one-day', { text }));
  return { kind: 'tally', of: day ? { day } : null };
}

export function onlyDay(days: readonly DayRange[] | null): Day | null {
  const [only = null, ...more] = days ? daysOf(days) : [];
  return more.length === 0 ? only : null;
}

function notUnderstood({ rest }: Sentence, style: DayState, text: string, today: ParseContext): Refusal {
  const meansTime = takesArrival(style) && /^[^\p{L}\d]*\d+(?![\d/年月日号號]|st|nd|rd|th)/u.test(rest);
  return meansTime ? refuse('unknown-time', { text: rest }) : unclear(text, today);
}
