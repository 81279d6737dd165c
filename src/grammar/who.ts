import type { Intent, ParseContext } from '../app/intent';
import { isRefusal, type Refusal, refuse, withExample } from '../domain/refusal';
import type { DayRange } from '../domain/time/calendar';
import { daysOf, readDays } from '../domain/typed/days';
import { readPattern } from '../domain/typed/lexicon';
import { onlyDay } from './sentence';
import { mentioned } from './unclear';
import { whoOn } from './who-on';
import { STYLES, VERBS, WHERE, WHO, WHO_ASIDES } from './words';

/** `@sales`: a user group of the platform. */
const GROUP =
  /@(?<name>[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]{0,78}[\p{L}\p{M}\p{N}])?)(?![\p{L}\p{M}\p{N}@])/uy;
const BETWEEN = /(?:[ ,、:?]|on(?![a-z])|for(?![a-z])|[はをにでのが])+/uy;

interface Question {
  asks: boolean;
  days: DayRange[] | null;
  group: string | null;
  rest: string;
}

/** Asks who works how, in a sentence: `who’s in on friday`, `誰が在宅`, `今天谁在公司`. Null where the text does not ask. */
export function parseWho(text: string, today: ParseContext): Intent | Refusal | null {
  if (!ASKS_WHO.test(text)) return null;
  const question: Question = { asks: false, days: null, group: null, rest: '' };
  for (let at = 0; at < text.length; ) {
    const end = readPart(text, at, question, today);
    if (isRefusal(end)) return withExample('who', end);
    if (end === null) return withExample('who', refuse('unclear-question', { text }));
    at = end;
  }
  const { days, group } = question;
  if (group === null) return whoOn(days && daysOf(days), text);
  const day = onlyDay(days);
  return days && !day ? withExample('who-group', refuse('one-day', { text })) : { kind: 'who', day, group };
}

const HE_IS_WHERE =
  /^\S.*(?:(?:は|って)?どこ(?:ですか|にいますか|にいる)?|在哪(?:里|裡|儿|兒)?(?:办公|辦公)?)[?]?$/u;

const IS_HE_IN = [
  /^(?:is|will) (?!it|there|this|that|the|my|a|an|i|we)[\p{L}'-]+ (?:be )?(?:in|home|off|out|here|around|at|working|coming|on)(?![a-z])/u,
  /^\S{1,12}(?:さん|くん|君|部長|課長|氏)は?.*(?:います|いる|来ます|来る|出社します|出社ですか|在宅ですか|在宅します).*か[?]?$/u,
  /^(?:小|老|阿)\p{Script=Han}(?:今|明|后|後|周|週|在|来|來|会|會|有|去|进|進|到).*(?:吗|嗎|没|沒)[?]?$/u,
];

/** Looks for a person: `where is Kenta`, `is Emma in today?`, `田中さんはどこ`. Everybody's is shown. */
export function parseWhere(text: string, today: ParseContext): Intent | Refusal | null {
  const isAsked = WHERE.read(text, 0) || HE_IS_WHERE.test(text) || IS_HE_IN.some((form) => form.test(text));
  if (!isAsked) return null;
  const { days } = mentioned(text, today);
  return whoOn(days && daysOf(days), text);
}

const ASKS_WHO = new RegExp(`(?<![a-z])${WHO.source}(?![a-z])`, 'u');

/** Work styles are read over: everybody's is shown. */
function readPart(
  text: string,
  at: number,
  question: Question,
  today: ParseContext,
): number | Refusal | null {
  const days = question.days ? null : readDays(text, at, { ...today, prefer: 'nearest' });
  if (days) {
    if (isRefusal(days.value)) return days.value;
    question.days = days.value;
    return days.end;
  }
  const group = question.group === null ? readPattern(GROUP, text, at) : null;
  if (group) {
    question.group = group.value.name ?? null;
    return group.end;
  }
  const verb = VERBS.read(text, at);
  if (verb?.value === 'who') return verb.end;
  return (STYLES.read(text, at) ?? WHO_ASIDES.read(text, at) ?? readPattern(BETWEEN, text, at))?.end ?? null;
}
