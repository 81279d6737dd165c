import type { Intent, IntentOf, ParseContext } from '../app/intent';
import type { ExampleName } from '../domain/examples';
import { isRefusal, type Refusal, refuse, withExample } from '../domain/refusal';
import { MAX_NAME, repeated } from '../domain/text';
import type { DayRange } from '../domain/time/calendar';
import { parseDay, parseSpan } from '../domain/typed/days';
import { fold, politely } from '../domain/typed/fold';
import { METRIC_WORDS } from '../domain/typed/words';
import { MAX_TITLE } from './campaign-name';
import { groupTokens } from './setup';
import { firstWord, ownText, type Token, tokensOf } from './text';
import { EFFECT_OPTIONS, EFFECT_WORDS } from './words';

/** What may be meant as a number, right or wrong: the domain judges it. */
const NUMERIC = /^[-+▲△(]?[\d.,'_]*\d[\d.,'_]*(?:e[-+]?\d+)?[)%]?$|^-?(?:nan|infinity)$/u;
/** The most words of the name of a metric that is ready. */
const METRIC_WORD_COUNT = 4;

/** Reads the text after `effect`, as typed. */
export function parseEffects(rest: string, context: ParseContext): Intent | Refusal {
  const { word, rest: tail } = firstWord(rest);
  const first = EFFECT_WORDS.exact(politely(fold(word)));
  const isAlone = politely(fold(tail)) === '';
  if (isAlone && first === 'import') return { kind: 'effect-form' };
  const { words, options } = groupTokens(tokensOf(first === null ? rest : tail));
  const read = readOptions(options, context);
  if (isRefusal(read)) return read;
  if (first === 'remove') return parseRemove(words, read.campaign);
  if (words.length === 0 && first !== 'import') return { kind: 'effects', campaign: read.campaign };
  return first === null ? parseSet(words, read) : unknown(rest);
}

type Options = Pick<IntentOf<'effect-set'>, 'people' | 'periods' | 'campaign'>;

function readOptions(options: readonly [string, string][], context: ParseContext): Options | Refusal {
  const read: Options = { people: null, periods: { baseline: null, core: null }, campaign: null };
  for (const [key, value] of options) {
    const option = EFFECT_OPTIONS.exact(key);
    if (!option) {
      const known = { names: ['people', 'baseline', 'core', 'campaign'] };
      return withExample('effect', refuse('unknown-setting', { text: repeated(key), nearest: '', known }));
    }
    if (option === 'people' || option === 'campaign') {
      const text = ownText(value, MAX_TITLE);
      if (isRefusal(text)) return text;
      read[option] = text;
      continue;
    }
    const span = pastSpan(value, context);
    if (isRefusal(span)) return withExample('effect', span);
    read.periods[option] = span;
  }
  return read;
}

function pastSpan(text: string, context: ParseContext): DayRange | Refusal {
  return parseSpan(text, { ...context, prefer: 'nearest' });
}

/** `overtime Sales 120 66 h`: the last two numbers are the values, and what follows them is the unit of measure. */
function parseSet(words: readonly Token[], options: Options): Intent | Refusal {
  const at = valuesAt(words);
  const named = at < 0 ? null : metricAndUnit(words.slice(0, at));
  if (named === null || isRefusal(named)) return named ?? missing();
  const measure = ownText(joined(words.slice(at + 2)), MAX_NAME);
  if (isRefusal(measure)) return measure;
  const [baseline = '', core = ''] = [words[at]?.text, words[at + 1]?.text];
  return { kind: 'effect-set', ...named, baseline, core, measure: measure || null, ...options };
}

/** Where the two values begin; of a single number with words behind it the next one is meant as the other. -1: nowhere. */
function valuesAt(words: readonly Token[]): number {
  const pair = words.findLastIndex((word, index) => isNumeric(word) && isNumeric(words[index + 1]));
  const numbers = words.filter(isNumeric);
  if (pair >= 0 || numbers.length !== 1) return pair;
  const only = words.findIndex(isNumeric);
  return only < words.length - 2 ? only : -1;
}

function isNumeric(word: Token | undefined): boolean {
  return word !== undefined && !word.quoted && NUMERIC.test(fold(word.text));
}

/** The longest name of a metric that is ready, else the first word; the other words are the unit of the organisation. */
function metricAndUnit(words: readonly Token[]): { metric: string; unit: string } | Refusal | null {
  for (let count = Math.min(words.length - 1, METRIC_WORD_COUNT); count > 0; count--) {
    const metric = METRIC_WORDS.exact(fold(joined(words.slice(0, count))));
    if (metric) return withUnit(metric, words.slice(count));
  }
  const [own, ...unit] = words;
  if (!own || unit.length === 0) return null;
  const metric = ownText(own.text, MAX_NAME);
  return isRefusal(metric) ? metric : withUnit(metric, unit);
}

function withUnit(
  metric: string,
  words: readonly Token[],
): { metric: string; unit: string } | Refusal | null {
  const unit = ownText(joined(words), MAX_NAME);
  if (isRefusal(unit)) return unit;
  return metric === '' || unit === '' ? null : { metric, unit };
}

function parseRemove(words: readonly Token[], campaign: string | null): Intent | Refusal {
  const whole = METRIC_WORDS.exact(fold(joined(words))) ?? (words.length === 1 ? (words[0]?.text ?? '') : '');
  if (whole !== '') {
    const metric = ownText(whole, MAX_NAME);
    return isRefusal(metric) ? metric : { kind: 'effect-remove', metric, unit: null, campaign };
  }
  const named = metricAndUnit(words);
  if (named === null) return refuse('missing-argument', { example: 'effect-remove' satisfies ExampleName });
  return isRefusal(named) ? named : { kind: 'effect-remove', ...named, campaign };
}

/** Reads the text after `activity`: a day or a campaign, and `baseline=` with the days that stand for the usual. */
export function parseActivity(rest: string, context: ParseContext): Intent | Refusal {
  if (EFFECT_WORDS.exact(politely(fold(rest))) === 'import') return { kind: 'activity-form' };
  const { words, options } = groupTokens(tokensOf(rest));
  const read = readOptions(options, context);
  if (isRefusal(read)) return read;
  const { baseline } = read.periods;
  const text = joined(words);
  if (politely(fold(text)) === '') {
    const of = read.campaign === null ? null : { campaign: read.campaign };
    return { kind: 'activity', of, baseline };
  }
  if (!words.some(({ quoted }) => quoted)) {
    const day = parseDay(text, { ...context, prefer: 'nearest' });
    if (!isRefusal(day)) return { kind: 'activity', of: { day }, baseline };
    if (day.refusal !== 'unknown-date') return withExample('activity', day);
  }
  const campaign = ownText(text, MAX_TITLE);
  return isRefusal(campaign) ? campaign : { kind: 'activity', of: { campaign }, baseline };
}

function joined(words: readonly Token[]): string {
  return words.map(({ text }) => text).join(' ');
}

function missing(): Refusal {
  return refuse('missing-argument', { example: 'effect' satisfies ExampleName });
}

function unknown(rest: string): Refusal {
  const example: ExampleName = 'effect';
  return refuse('unknown-command', { text: repeated(`effect ${rest}`), nearest: example, example });
}
