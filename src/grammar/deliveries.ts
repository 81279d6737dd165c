import type { Intent, ParseContext } from '../app/intent';
import { isRefusal, type Refusal, withExample } from '../domain/refusal';
import type { Day } from '../domain/time/calendar';
import { parseDay } from '../domain/typed/days';
import { mentionsAnswer } from './unclear';
import { DELIVERY_WORDS } from './words';

/** What may stand between the words and their date: `of`, `の`, `的`. */
const BETWEEN = /^(?:[ ,、:]|(?:on|for|of)(?![a-z])|[のはを的])+|(?:[ ,、:]|[のはを的])+$/gu;

/** `deliveries yesterday`, `resend failed`, `昨日の配信状況`: null when it begins or ends with none of these. */
export function parseDeliveries(text: string, today: ParseContext): Intent | Refusal | null {
  const found = find(text);
  if (!found) return null;
  const date = found.date.replace(BETWEEN, '');
  const day: Day | Refusal | null = date === '' ? null : parseDay(date, { ...today, prefer: 'nearest' });
  if (isRefusal(day))
    return found.first && !mentionsAnswer(date, today) ? withExample(found.word, day) : null;
  return found.word === 'deliveries' ? { kind: 'deliveries', day } : { kind: 'resend', day, which: 'failed' };
}

/** The words at the beginning, or behind a date. */
function find(text: string): { word: 'deliveries' | 'resend'; date: string; first: boolean } | null {
  const first = DELIVERY_WORDS.read(text, 0);
  if (first) return { word: first.value, date: text.slice(first.end), first: true };
  const last = LAST.exec(text);
  const word = last?.[0] ? DELIVERY_WORDS.exact(last[0]) : null;
  return last && word ? { word, date: text.slice(0, last.index), first: false } : null;
}

const LAST = new RegExp(`(?<![a-z])${DELIVERY_WORDS.source}$`, 'u');
