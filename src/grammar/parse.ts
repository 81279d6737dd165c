import type { Intent, ParseContext } from '../app/intent';
import { isRefusal, type Refusal, withExample } from '../domain/refusal';
import { parseDay } from '../domain/typed/days';
import { fold, politely } from '../domain/typed/fold';
import { quoteTyped } from '../domain/typed/quote';
import { plainForms } from './asides';
import { parseAsking } from './asking';
import { unlessBegun } from './begun-span';
import { parseCampaign } from './campaign';
import { parseCampaignAsked } from './campaign-asked';
import { parseCampaignTally } from './campaign-name';
import { parseDeliveries } from './deliveries';
import { parseDepartment, parseOrganisation, parseTallyOfPart } from './departments';
import { parseActivity, parseEffects } from './effects';
import { parseFollow } from './follow';
import { parseHalves } from './halves';
import { languageAsked, parseHead } from './heads';
import { parseHolidays } from './holidays';
import { unlessManyDays } from './many-days';
import { parseMine } from './mine';
import { parseNextDays } from './next-days';
import { OPENING, withoutDecoration } from './opening';
import { parsePages } from './pages';
import { parsePlans } from './plans';
import { unlessAsked, withoutAskingWord } from './question';
import { parseSentence } from './sentence';
import { isSetting, parseBind, parseDeclared, parseSetup } from './setup';
import { unknownCommand } from './suggest';
import { parseSurvey } from './survey';
import { checkText, dropInvisible, firstWord, tokensOf } from './text';
import { mentionsAnswer } from './unclear';
import { parseWhere, parseWho } from './who';
import { CALLS, HEADS, LINES, STATUS_LINES, TALLIES, TEXT_HEADS, VERBS } from './words';

/** The most words of a command that can hold a person's own text. */
const HEAD_WORDS = 3;
/** `祝日は?` asks for what stands before it. */
const TOPIC = /は$/u;
/** These make a line softer, and say nothing. */
const PARTICLES = /[了吧啊呀啦哦喔嘛哈唷囉ねよ!]+$/u;

/**
 * Reads a typed command, in any of the bot's languages and on every platform. Pure. Words are never dropped: a text
 * that is not understood is refused, with the nearest command and an example.
 *
 * @param text the text after the command's prefix, at most `MAX_TEXT` characters. Empty: the person's own days.
 * @param context the person's calendar date, against which dates are read, and the prefix.
 */
export function parseIntent(text: string, context: ParseContext): Intent | Refusal {
  const fault = checkText(text);
  if (fault) return fault;
  const typed = withoutPrefix(dropInvisible(text).trim(), context.prefix);
  const line = typed.replace(OPENING, '').trim();
  if (line === '') return { kind: 'me' };
  const withOwnText = parseCampaignAsked(line, context) ?? parseTextCommand(line, context);
  const result = withOwnText ?? parseWords(line, context);
  if (isRefusal(result)) return quoteTyped(typed, result);
  const asked = unlessAsked(line, result, context, { ownText: withOwnText !== null });
  const whole = isRefusal(asked) ? asked : unlessManyDays(asked);
  const sure = isRefusal(whole) ? whole : unlessBegun(fold(line), whole, context);
  return isRefusal(sure) ? quoteTyped(typed, sure) : sure;
}

/** `緊急の集計`, `紧急的统计`: the tally of the day. */
const TALLY_OF_CALL = new RegExp(`^(?:the )?${CALLS.source} ?(?:の|的)? ?${TALLIES.source}$`, 'u');

/** Commands that can hold a person's own text, which is read as typed. */
function parseTextCommand(line: string, context: ParseContext): Intent | Refusal | null {
  const { word, rest: tail } = firstWord(line);
  if (TALLY_OF_CALL.test(politely(fold(line)))) return { kind: 'tally', of: null };
  const follow = parseFollow(line);
  if (follow) return follow;
  if (isSetting(line)) return parseSetup(line);
  if (VERBS.exact(politely(fold(word))) === 'tally') return parseTally(tail, context);
  const { head, rest } = textHead(line);
  switch (head) {
    case 'setup':
      return rest.includes('=') || !mentionsAnswer(fold(rest), context) ? parseSetup(rest) : null;
    case 'campaign':
      return parseCampaign(rest, context);
    case 'holidays':
      return parseHolidays(rest, context);
    case 'department':
      return parseDepartment(rest, context);
    case 'roll-up':
      return parseOrganisation(rest, context);
    case 'effects':
      return parseEffects(rest, context);
    case 'activity':
      return parseActivity(rest, context);
    case 'survey':
      return parseSurvey(rest);
    case 'bind':
      return parseBind(rest);
    case 'drill':
    case 'emergency':
      return parseDeclared(head, rest, context);
    default:
      return null;
  }
}

/** The longest words for a command at the beginning: `public holidays` as well as `holidays`. */
function textHead(line: string): { head: ReturnType<typeof TEXT_HEADS.exact>; rest: string } {
  const found: ReturnType<typeof textHead> = { head: null, rest: line };
  let words = '';
  let rest = line;
  for (let count = 0; count < HEAD_WORDS && rest !== ''; count++) {
    const next = firstWord(rest);
    words = `${words} ${next.word}`.trim();
    ({ rest } = next);
    const head = TEXT_HEADS.exact(politely(fold(words)).replace(TOPIC, ''));
    if (head) Object.assign(found, { head, rest });
  }
  return found;
}

function parseWords(line: string, context: ParseContext): Intent | Refusal {
  const folded = withoutDecoration(fold(line));
  const text = politely(folded) || folded;
  const whole = LINES.exact(text) ?? LINES.exact(text.replace(PARTICLES, ''));
  if (whole) return lineOf(whole);
  const status = STATUS_LINES.exact(text);
  if (status) return { kind: 'status-set', on: status === 'on' };
  const language = languageAsked(text);
  if (language) return { kind: 'language', language };
  const asking = parseAsking(text);
  if (asking) return asking;
  const pages = parsePages(text);
  if (pages) return pages;
  const head = HEADS.read(text, 0);
  const rest = text.slice(head?.end ?? 0).replace(/^ ?(?::|は(?!い))/u, '');
  // 週五 is a Friday, not a week.
  const isHead = head && (head.value !== 'week' || /^[^\p{L}\p{N}]|^$/u.test(rest));
  if (isHead) return parseHead(head.value, rest.trim(), line, context);
  return (
    parseWho(withoutAskingWord(text), context) ??
    parseMine(withoutAskingWord(text), context) ??
    parseDeliveries(text, context) ??
    parseWhere(text, context) ??
    parseNextDays(text, context, (plain) => answered(plain, context)) ??
    answered(withoutAskingWord(text), context) ??
    unknownCommand(line, context)
  );
}

/** An answer or a verb; days of two halves where the sentence says more than one thing. */
function answered(text: string, context: ParseContext): Intent | Refusal | null {
  const said = readAnswer(text, context);
  if (said && !isRefusal(said)) return said;
  let offered = said;
  for (const form of plainForms(text, context)) {
    const plain = readAnswer(form, context);
    if (plain && !isRefusal(plain) && (plain.kind === 'answer' || plain.kind === 'answers')) return plain;
    if (plain && isRefusal(plain) && plain.offer) offered ??= plain;
    offered = withHalves(offered, form, context);
  }
  return offered;
}

/** Courtesies do not hide that it is about a half of a day: `明日は午前休をいただきます`. */
function withHalves(said: Refusal | null, form: string, context: ParseContext): Refusal | null {
  if (said?.offer && said.offer.styles.length > 0) return said;
  const halves = parseHalves(form, { ...context, prefer: 'next' });
  return halves && isRefusal(halves) ? halves : said;
}

function readAnswer(text: string, context: ParseContext): Intent | Refusal | null {
  const said = parseSentence(text, context);
  if (said && !isRefusal(said)) return said;
  return parsePlans(text, context) ?? parseHalves(text, { ...context, prefer: 'next' }) ?? said;
}

function lineOf(line: NonNullable<ReturnType<typeof LINES.exact>>): Intent {
  switch (line) {
    // The files are on the pages.
    case 'export':
      return { kind: 'web' };
    case 'remind-on':
      return { kind: 'remind', on: true };
    case 'remind-now':
    case 'undo-last':
    case 'snooze':
      return { kind: line };
    case 'remind-off':
      return { kind: 'remind', on: false };
    case 'me':
    case 'days':
      return { kind: line };
  }
}

/** A day, or the name of a campaign; a name that reads like a day must be quoted. */
function parseTally(rest: string, context: ParseContext): Intent | Refusal {
  const text = politely(fold(rest));
  if (text === '') return { kind: 'tally', of: null };
  const part = parseTallyOfPart(rest, context);
  if (part) return part;
  const tokens = tokensOf(rest);
  if (!tokens.some((token) => token.quoted)) {
    const day = parseDay(text, { ...context, prefer: 'nearest' });
    if (!isRefusal(day)) return { kind: 'tally', of: { day } };
    if (day.refusal !== 'unknown-date') return withExample('tally', day);
  }
  return parseCampaignTally(rest);
}

/** An example may be pasted whole, with its prefix. */
function withoutPrefix(line: string, prefix: string): string {
  const start = line.slice(0, prefix.length);
  const whole = /^(?:\s|$)/u.test(line.slice(prefix.length));
  return prefix !== '' && whole && fold(start) === fold(prefix) ? line.slice(prefix.length).trim() : line;
}
