import type { Intent } from '../app/intent';
import type { ExampleName } from '../domain/examples';
import { isRefusal, type Refusal, refuse } from '../domain/refusal';
import { SETTING_KEYS } from '../domain/teams/change-settings';
import { repeated } from '../domain/text';
import { readDays } from '../domain/typed/days';
import { fold, politely } from '../domain/typed/fold';
import { readSwitch } from '../domain/typed/switch';
import type { Today } from '../domain/typed/which-day';
import { misspelt } from './lexicon';
import { takeOpenFor } from './open-for';
import { ownText, type Token, tokensOf } from './text';
import { SAFETY_WORDS, SETTINGS, VERBS } from './words';

/** The longest reason of a drill, in characters. */
const MAX_REASON = 80;
/** Not a setting of the team: administrators of the organisation choose it. */
const ORGANISATION_CHANNEL = /^organi[sz]ation[- _]?channel$/u;
/** No code is longer. */
const MAX_CODE = 60;

/** Settings which a person has, too: `remind=off` alone does not say whose. */
const PERSONAL: ReadonlySet<string> = new Set(['lang', 'remind']);

/** `tz=Asia/Tokyo`, without the command before it. */
export function isSetting(line: string): boolean {
  const [{ key = null } = {}] = tokensOf(line);
  const setting = key === null ? null : SETTINGS.exact(key);
  return setting !== null && !PERSONAL.has(setting);
}

/** `key=value …`: the values stay as typed, and the domain judges them. */
export function parseSetup(rest: string): Intent | Refusal {
  const { words, options } = groupTokens(tokensOf(rest));
  const [only] = options;
  if (only && options.length === 1 && words.length === 0 && ORGANISATION_CHANNEL.test(only[0])) {
    const on = readSwitch(only[1]);
    if (on !== null) return { kind: 'organisation-channel', on };
  }
  const changes: Record<string, string> = {};
  const [stray] = words;
  if (stray && SETTINGS.exact(fold(stray.text))) {
    return refuse('missing-argument', { example: 'setup' satisfies ExampleName });
  }
  if (stray) return unknownSetting(stray.text);
  const [first] = options;
  if (first && SAFETY_WORDS.exact(first[0]))
    return options.length === 1
      ? { kind: 'safety-contacts', names: first[1] }
      : refuse('missing-argument', { example: 'safety-contacts' satisfies ExampleName });
  for (const [key, value] of options) {
    const setting = SETTINGS.exact(key);
    if (!setting) return unknownSetting(key);
    changes[setting] = value;
  }
  return { kind: 'setup', changes };
}

/**
 * Both begin at once: words for a later day are refused as a reason, unless they are quoted. `emergency stats` asks for
 * figures: nothing is declared because of it.
 */
export function parseDeclared(kind: 'drill' | 'emergency', rest: string, today: Today): Intent | Refusal {
  if (VERBS.exact(politely(fold(rest))) === 'tally') return { kind: 'tally', of: null };
  const { rest: said, openFor } = takeOpenFor(rest);
  const [first, ...others] = tokensOf(said);
  const isQuoted = first?.quoted && others.length === 0;
  const reason = ownText(isQuoted ? first.text : said, MAX_REASON);
  if (isRefusal(reason)) return reason;
  const later = isQuoted ? null : laterDayIn(reason, today);
  return later === null ? { kind, reason, openFor } : refuse('begins-today', { text: repeated(later) });
}

/** The words for days after today with which a text begins or ends; null: it has none. */
function laterDayIn(typed: string, today: Today): string | null {
  const text = fold(typed);
  const starts = [0, ...[...text.matchAll(/[ ,、,。:：]+/gu)].map(({ index, 0: gap }) => index + gap.length)];
  for (const start of starts) {
    const read = readDays(text, start, { ...today, prefer: 'next' });
    if (!read || isRefusal(read.value)) continue;
    const isWhole =
      start === 0 ? /^(?:$|[ ,、,。:：])/u.test(text.slice(read.end)) : read.end === text.length;
    if (isWhole)
      return read.value.every(({ from }) => from > today.today) ? text.slice(start, read.end) : null;
  }
  return null;
}

/** A code can be read out, so its case and the characters between its letters do not count. */
export function parseBind(rest: string): Intent | Refusal {
  const code = politely(fold(rest)).toUpperCase().replaceAll(/[\s-]/gu, '');
  if (code.length > MAX_CODE) return refuse('bind-code');
  return { kind: 'bind', code: code === '' ? null : code };
}

/** Free words, and options with the words that follow them: `closed=2026-12-31 Year end` is one value. */
export function groupTokens(tokens: readonly Token[]): { words: Token[]; options: [string, string][] } {
  const words: Token[] = [];
  const options: [string, string][] = [];
  for (const token of tokens) {
    const last = options.at(-1);
    if (token.key !== null) options.push([token.key, token.text]);
    else if (last && !token.quoted) last[1] += ` ${token.text}`;
    else words.push(token);
  }
  return { words, options };
}

function unknownSetting(text: string): Refusal {
  const nearest = misspelt(SETTINGS.phrases, fold(text).slice(0, 60));
  return refuse('unknown-setting', { text: repeated(text), nearest, known: { names: SETTING_KEYS } });
}
