import type { Intent, ParseContext } from '../app/intent';
import type { ExampleName } from '../domain/examples';
import { isRefusal, type Refusal, refuse, withExample } from '../domain/refusal';
import { MAX_NAME, repeated } from '../domain/text';
import type { Day } from '../domain/time/calendar';
import { parseDay } from '../domain/typed/days';
import { fold, politely } from '../domain/typed/fold';
import { firstWord, ownText, tokensOf } from './text';
import { DEPARTMENT_WORDS, ORGANISATION_WORDS, PART_WORDS, VERBS } from './words';

/** The most words of a date. */
const DATE_WORDS = 5;
/** Names of channels, and how platforms write that one is mentioned. */
const CHANNEL = /(?:^|[\s,，、])(?=#|＃|<#)/u;
const RENAMED = /\s*(?:\s+to\s+|->|→|=>|：|:|改为|改為|を)\s*/iu;

/** Reads the text after `department`, as typed. */
export function parseDepartment(rest: string, context: ParseContext): Intent | Refusal {
  if (politely(fold(rest)) === '') return { kind: 'departments' };
  const { word, rest: tail } = firstWord(rest);
  switch (DEPARTMENT_WORDS.exact(politely(fold(word)))) {
    case 'list':
      return politely(fold(tail)) === '' ? { kind: 'departments' } : unknown(rest);
    case 'form':
      return politely(fold(tail)) === '' ? { kind: 'departments-form' } : unknown(rest);
    case 'import':
      return tail === '' ? { kind: 'departments-form' } : { kind: 'departments-import', text: tail };
    case 'rename':
      return parseRename(tail);
    case 'remove':
      return withName(tail, (name) => ({ kind: 'department-remove', name }));
    case 'tally':
      return parseRollUp('department', tail, context);
    case 'set':
      return parseSet(tail);
    default:
      return parseSet(rest);
  }
}

/** `Sales: #sales, #sales-west`; before the first channel the colon may be missing. */
function parseSet(text: string): Intent | Refusal {
  const mark = /[:：=＝]/u.exec(text);
  const channel = CHANNEL.exec(text);
  const end = mark?.index ?? channel?.index;
  if (end === undefined) return missing();
  const teams = channelsIn(text.slice(mark ? end + 1 : end));
  if (teams.length === 0) return missing();
  return withName(text.slice(0, end), (name) => ({ kind: 'department-set', name, teams }));
}

/** Channels are separated by commas; with a `#` each, blanks do. */
function channelsIn(text: string): string[] {
  const parts = text.split(/[,，、;；\n]/u).flatMap((part) => {
    const words = part.trim().split(/\s+(?=#|＃|<#)/u);
    return words.length > 1 ? words : [part.trim()];
  });
  return [...new Set(parts.filter((part) => part !== ''))];
}

function parseRename(text: string): Intent | Refusal {
  const parts = text.split(RENAMED);
  const [from, to, ...more] = parts.length > 1 ? parts : tokensOf(text).map((token) => token.text);
  if (!from || !to || more.length > 0) return missing('department-rename');
  const target = to.replace(/に(?:変更)?$/u, '');
  return withName(from, (name) =>
    withName(target, (next) => ({ kind: 'department-rename', name, to: next })),
  );
}

function withName(text: string, make: (name: string) => Intent | Refusal): Intent | Refusal {
  const name = ownText(
    tokensOf(text)
      .map((token) => token.text)
      .join(' '),
    MAX_NAME,
  );
  if (isRefusal(name)) return name;
  return name === '' ? missing() : make(name);
}

/** Reads `organisation`, `department Sales` and a day behind them; null: the text begins with neither. */
export function parseTallyOfPart(text: string, context: ParseContext): Intent | Refusal | null {
  const { word, rest } = firstWord(text);
  const part = PART_WORDS.exact(politely(fold(word)));
  return part && parseRollUp(part, rest, context);
}

/** Reads the text after the word for the organisation. */
export function parseOrganisation(rest: string, context: ParseContext): Intent | Refusal {
  const { word, rest: tail } = firstWord(rest);
  const inner = VERBS.exact(politely(fold(word))) === 'tally' ? tail : rest;
  const said = ORGANISATION_WORDS.exact(politely(fold(inner)));
  if (said) return { kind: 'organisation-channel', on: said === 'here' };
  return parseRollUp('organisation', inner, context);
}

function parseRollUp(
  part: 'organisation' | 'department',
  text: string,
  context: ParseContext,
): Intent | Refusal {
  if (part === 'organisation') {
    const day = dayOf(text, context);
    return isRefusal(day) ? day : { kind: 'roll-up', department: null, day };
  }
  const words = text.split(/\s+/u).filter((word) => word !== '');
  for (let count = Math.min(DATE_WORDS, words.length - 1); count > 0; count--) {
    const day = dayOf(words.slice(-count).join(' '), context);
    if (!isRefusal(day))
      return withName(words.slice(0, -count).join(' '), (name) => ({
        kind: 'roll-up',
        department: name,
        day,
      }));
  }
  return withName(text, (name) => ({ kind: 'roll-up', department: name, day: null }));
}

function dayOf(text: string, context: ParseContext): Day | null | Refusal {
  const said = politely(fold(text)).replace(/^(?:on|の|的) ?/u, '');
  if (said === '') return null;
  const day = parseDay(said, { ...context, prefer: 'nearest' });
  return isRefusal(day) ? withExample('tally', day) : day;
}

function missing(example: ExampleName = 'department'): Refusal {
  return refuse('missing-argument', { example });
}

function unknown(rest: string): Refusal {
  const example: ExampleName = 'department';
  return refuse('unknown-command', { text: repeated(`department ${rest}`), nearest: example, example });
}
