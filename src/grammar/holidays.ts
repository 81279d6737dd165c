import type { Intent, ParseContext } from '../app/intent';
import type { ExampleName } from '../domain/examples';
import { isRefusal, type Refusal, refuse, withExample } from '../domain/refusal';
import { MAX_NAME, repeated } from '../domain/text';
import type { DayRange } from '../domain/time/calendar';
import { parseDays } from '../domain/typed/days';
import { fold, politely } from '../domain/typed/fold';
import { firstWord, ownText, type Token, tokensOf } from './text';
import { HOLIDAY_WORDS, NEGATIONS } from './words';

/** The most words of a date or span; trying more would cost the square of their number. */
const DATE_WORDS = 12;

/** Reads the text after `holidays`, as typed. */
export function parseHolidays(rest: string, context: ParseContext): Intent | Refusal {
  if (politely(fold(rest)) === '') return { kind: 'holidays' };
  const { word, rest: tail } = firstWord(rest);
  switch (HOLIDAY_WORDS.exact(politely(fold(word)))) {
    case 'list':
      return politely(fold(tail)) === '' ? { kind: 'holidays' } : unknown(rest);
    case 'add':
      return parseAdd(tail, false, context);
    case 'work':
      return parseAdd(tail, true, context);
    case 'remove': {
      const days = parseDays(tail, { ...context, prefer: 'next' });
      return isRefusal(days) ? withExample('holidays', days) : { kind: 'holidays-remove', days };
    }
    default:
      return unknown(rest);
  }
}

/** `13-17 Aug Summer holiday`, in either order; a quoted text is the name. */
function parseAdd(tail: string, works: boolean, context: ParseContext): Intent | Refusal {
  const tokens = tokensOf(tail);
  if (tokens.length === 0)
    return refuse('missing-argument', { example: 'holidays-add' satisfies ExampleName });
  const quoted = tokens.find((token) => token.quoted);
  const words = tokens.filter((token) => token !== quoted);
  const found = quoted ? { days: daysOf(words, context), named: [quoted] } : split(words, context);
  const said = fold(joined(quoted ? words : found.named));
  if (said !== '' && MEANS_OTHERWISE.test(said))
    return refuse('unclear', { text: repeated(`holidays ${tail}`) });
  if (isRefusal(found.days)) return withExample('holidays-add', found.days);
  const name = ownText(joined(found.named), MAX_NAME);
  return isRefusal(name) ? name : { kind: 'holidays-add', days: found.days, name, works };
}

/** `every friday`, `not 30 Nov`: such words say something of the days, and do not name them. */
const MEANS_OTHERWISE = new RegExp(
  `^(?:${NEGATIONS.source}|every(?![a-z])|each(?![a-z])|except(?![a-z])|毎週|毎月|每周|每週|每月|除了)|(?:以外|ではない|じゃない|除外)$`,
  'u',
);

/** The longest date or span at the beginning, else at the end; the other words are the name. */
function split(
  words: readonly Token[],
  context: ParseContext,
): { days: DayRange[] | Refusal; named: readonly Token[] } {
  const most = Math.min(words.length, DATE_WORDS);
  for (let count = most; count > 0; count--) {
    const first = daysOf(words.slice(0, count), context);
    if (!isUnknown(first)) return { days: first, named: words.slice(count) };
  }
  for (let count = most - 1; count > 0; count--) {
    const last = daysOf(words.slice(-count), context);
    if (!isUnknown(last)) return { days: last, named: words.slice(0, -count) };
  }
  return { days: daysOf(words, context), named: [] };
}

/** A date that does not exist is one all right, and the refusal names it. */
function isUnknown(days: DayRange[] | Refusal): boolean {
  return isRefusal(days) && days.refusal === 'unknown-date';
}

function daysOf(words: readonly Token[], context: ParseContext): DayRange[] | Refusal {
  return parseDays(joined(words), { ...context, prefer: 'next' });
}

function joined(words: readonly Token[]): string {
  return words.map(({ text }) => text).join(' ');
}

function unknown(rest: string): Refusal {
  const example: ExampleName = 'holidays';
  return refuse('unknown-command', { text: repeated(`holidays ${rest}`), nearest: example, example });
}
