import type { Intent, ParseContext } from '../app/intent';
import { TERM_KEYS } from '../domain/campaigns/change-terms';
import { findPreset, presets, unknownPreset } from '../domain/campaigns/presets';
import type { ExampleName } from '../domain/examples';
import { isRefusal, type Refusal, refuse, withExample } from '../domain/refusal';
import { MAX_NAME, matchKey, repeated } from '../domain/text';
import type { Day, DayRange } from '../domain/time/calendar';
import { parseDay, parseSpan } from '../domain/typed/days';
import { fold, politely } from '../domain/typed/fold';
import type { DateContext } from '../domain/typed/which-day';
import { joined, named, parseCampaignTally, textOf } from './campaign-name';
import { misspelt } from './lexicon';
import { groupTokens } from './setup';
import { firstWord, type Token, tokensOf } from './text';
import { CAMPAIGN_OPTIONS, CAMPAIGN_TERMS, CAMPAIGN_WORDS, VERBS } from './words';

/** The most words of a date or span; trying more would cost the square of their number. */
const DATE_WORDS = 12;

/** Reads the text after `campaign`, as typed. */
export function parseCampaign(rest: string, context: ParseContext): Intent | Refusal {
  if (politely(fold(rest)) === '') return { kind: 'campaign-list' };
  const { word, tail } = subcommand(rest);
  switch (word) {
    case 'list':
      return politely(fold(tail)) === '' ? { kind: 'campaign-list' } : unknown(rest);
    case 'show':
      return named(tokensOf(tail), (campaign) => ({ kind: 'campaign-show', campaign }));
    case 'import':
      return politely(fold(tail)) === '' ? { kind: 'campaign-import-form' } : unknown(rest);
    case 'set':
      return parseSet(tail);
    case 'headcount':
      return parseHeadcount(tail);
    case 'use':
      return parseUse(tail, context);
    case 'new':
      return parseNew(tail, context);
    case 'add-day':
    case 'remove-day':
      return parseDayChange(word, tail, context);
    case 'end':
      return named(tokensOf(tail), (campaign) => ({ kind: 'campaign-end', campaign }));
    case 'report':
      return named(tokensOf(tail), (campaign) => ({ kind: 'campaign-report', campaign }));
    case 'figures':
      return named(tokensOf(tail), (campaign) => ({ kind: 'campaign-figures', campaign }));
    default:
      if (VERBS.exact(politely(fold(firstWord(rest).word))) === 'tally')
        return parseCampaignTally(firstWord(rest).rest);
      return isLikeCommand(rest)
        ? unknown(rest)
        : named(tokensOf(rest), (campaign) => ({ kind: 'campaign-show', campaign }));
  }
}

/** Whether the words begin like a command that was misspelt: else they name a campaign. */
function isLikeCommand(rest: string): boolean {
  const [first] = tokensOf(rest);
  return !first?.quoted && misspelt(CAMPAIGN_WORDS.phrases, fold(first?.text ?? '').slice(0, 60)) !== '';
}

/** `target=60% category=special ["name"]`; without a value to set: the form. */
function parseSet(tail: string): Intent | Refusal {
  const { words, options } = groupTokens(tokensOf(tail));
  if (options.length === 0) return named(words, (campaign) => ({ kind: 'campaign-edit-form', campaign }));
  const changes: Record<string, string> = {};
  for (const [key, value] of options) {
    const term = CAMPAIGN_TERMS.exact(key);
    if (!term) {
      const nearest = misspelt(CAMPAIGN_TERMS.phrases, key.slice(0, 60));
      const known = { names: TERM_KEYS };
      return withExample('campaign-set', refuse('unknown-setting', { text: repeated(key), nearest, known }));
    }
    changes[term] = plainly(value);
  }
  return named(words, (campaign) => ({ kind: 'campaign-set', changes, campaign }));
}

/** A value without the end of a sentence. */
function plainly(value: string): string {
  return politely(fold(value));
}

/** `1200 ["name"]`. */
function parseHeadcount(tail: string): Intent | Refusal {
  const [count, ...others] = tokensOf(tail);
  if (!count) return missing('campaign-set');
  return named(others, (campaign) => ({
    kind: 'campaign-set',
    changes: { headcount: plainly(count.text) },
    campaign,
  }));
}

/** `add-day`, also as two words. */
function subcommand(rest: string) {
  const first = firstWord(rest);
  const second = firstWord(first.rest);
  const pair = CAMPAIGN_WORDS.exact(fold(`${first.word} ${second.word}`));
  if (pair) return { word: pair, tail: second.rest };
  return { word: CAMPAIGN_WORDS.exact(politely(fold(first.word))), tail: first.rest };
}

function parseUse(tail: string, today: ParseContext): Intent | Refusal {
  const preset = textOf(tokensOf(tail));
  if (isRefusal(preset)) return preset;
  if (preset === '') return missing('use');
  // What it would do is seen first, and a button starts it.
  if (findPreset(preset, today)) return { kind: 'campaign-use', preset, preview: true };
  return unknownPreset(preset, nearestPreset(preset, today), today);
}

/** The id of the most likely preset, by its id or a name in any language; '' where none is likely. */
function nearestPreset(text: string, today: ParseContext): string {
  const called = presets(today).flatMap(({ id, name, names }) =>
    [id, name, ...Object.values(names)].map((one) => [matchKey(one), id] as const),
  );
  return misspelt(new Map(called), matchKey(text).slice(0, MAX_NAME));
}

function parseNew(tail: string, context: ParseContext): Intent | Refusal {
  const { words, options } = groupTokens(tokensOf(tail));
  const parts = titleAndDays(words, context);
  if (isRefusal(parts)) return parts;
  const title = textOf(parts.title);
  if (isRefusal(title)) return title;
  if (!title) return missing('new');
  let core: Day[] = [];
  let target: string | null = null;
  for (const [key, value] of options) {
    const option = CAMPAIGN_OPTIONS.exact(key);
    if (!option) return unknownOption(key);
    if (option === 'target') target = value;
    else {
      const days = coreDays(value, parts.days.from);
      if (isRefusal(days)) return days;
      core = days;
    }
  }
  return { kind: 'campaign-new', title, days: parts.days, core, target };
}

/** The title is the quoted text, else the words before the date or span that ends the line. */
function titleAndDays(
  words: readonly Token[],
  context: ParseContext,
): { title: Token[]; days: DayRange } | Refusal {
  const quoted = words.find((word) => word.quoted);
  const dated = words.filter((word) => word !== quoted);
  if (dated.length === 0) return missing('new');
  const start = quoted ? 0 : firstIndex(dated, (index) => readsAsDays(dated.slice(index), context));
  const days = parseSpan(joined(dated.slice(start ?? 0)), coming(context));
  if (isRefusal(days)) return withExample('new', days);
  return { title: quoted ? [quoted] : dated.slice(0, start ?? 0), days };
}

/** Core days without a year are those nearest to the campaign's first day, even outside it: the domain judges. */
function coreDays(value: string, from: Day): Day[] | Refusal {
  const days: Day[] = [];
  for (const part of value.split(/[,、,;]/u)) {
    const day = parseDay(part.trim(), { today: from, prefer: 'nearest' });
    if (isRefusal(day)) return withExample('new', day);
    days.push(day);
  }
  return days;
}

/** `<date> [core] ["name"]`: the date is as many of the first words as read as one. */
function parseDayChange(
  change: 'add-day' | 'remove-day',
  tail: string,
  context: ParseContext,
): Intent | Refusal {
  const tokens = tokensOf(tail);
  const quoted = firstIndex(tokens, (index) => tokens[index]?.quoted === true) ?? tokens.length;
  if (quoted === 0) return missing(change);
  const lengths = Array.from({ length: quoted }, (_, index) => quoted - index);
  const length = lengths.find((each) => readsAsDays(tokens.slice(0, each), context)) ?? quoted;
  const day = parseDay(joined(tokens.slice(0, length)), coming(context));
  if (isRefusal(day)) return withExample(change, day);
  const after = tokens.slice(length);
  const [next] = after;
  const core = next !== undefined && !next.quoted && CAMPAIGN_OPTIONS.exact(fold(next.text)) === 'core';
  return named(core ? after.slice(1) : after, (campaign) =>
    change === 'add-day'
      ? { kind: 'campaign-add-day', day, core, campaign }
      : { kind: 'campaign-remove-day', day, campaign },
  );
}

/** Whether the words are written as a date or span, even one that does not exist. */
function readsAsDays(words: readonly Token[], context: ParseContext): boolean {
  if (words.length > DATE_WORDS) return false;
  const days = parseSpan(joined(words), coming(context));
  return !isRefusal(days) || days.refusal !== 'unknown-date';
}

function coming(context: ParseContext): DateContext {
  return { ...context, prefer: 'next' };
}

function firstIndex(list: readonly unknown[], matches: (index: number) => boolean): number | null {
  const found = list.findIndex((_, index) => matches(index));
  return found < 0 ? null : found;
}

function unknown(rest: string): Refusal {
  const like = misspelt(CAMPAIGN_WORDS.phrases, fold(firstWord(rest).word).slice(0, 60));
  // Ending a campaign concerns everybody, so it is never proposed.
  const near = like === 'end' ? '' : like;
  const example: ExampleName =
    near === 'use' || near === 'new' || near === 'add-day' || near === 'remove-day' ? near : 'campaign';
  return refuse('unknown-command', {
    text: repeated(`campaign ${rest}`),
    nearest: near && `campaign ${near}`,
    example,
  });
}

function unknownOption(key: string): Refusal {
  const nearest = misspelt(CAMPAIGN_OPTIONS.phrases, key.slice(0, 60));
  const known = { names: ['core', 'target'] };
  return withExample('new', refuse('unknown-setting', { text: repeated(key), nearest, known }));
}

function missing(of: ExampleName): Refusal {
  return refuse('missing-argument', { example: of });
}
