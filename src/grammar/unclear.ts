import type { WorkStyle } from '../domain/answers/work-style';
import { type AnswerOffer, isRefusal, offering, type Refusal, refuse } from '../domain/refusal';
import type { DayRange } from '../domain/time/calendar';
import { daysOf, readDays, spansOf } from '../domain/typed/days';
import { readTimeAt } from '../domain/typed/time';
import type { Today } from '../domain/typed/which-day';
import { DATE_WORDS, HALVES, NEGATIONS, STYLES } from './words';

/** Sentences that people type are shorter. */
const MOST_SEARCHED = 200;
/** Where more work styles are named, all of them are offered. */
const MOST_STYLES = 3;

/**
 * Refuses a sentence which was understood in part, and offers what it may have meant: the work styles that it names, for
 * the day that it names. Where it says "not", the others are offered.
 */
export function unclear(text: string, today: Today): Refusal {
  const said = mentioned(text, today);
  const styles = said.styles.length <= MOST_STYLES && !said.negated ? said.styles : [];
  const refusal = refuse('unclear', { text });
  const days = offeredDays(said, styles.length);
  return days ? offering({ days, styles }, refusal) : refusal;
}

/** An answer is offered for no other day than the words name; null where they do not say which of several days it is for. */
export function offeredDays({ days, unread }: Mentioned, styles: number): AnswerOffer['days'] | null {
  if (unread) return styles === 1 && days.length === 0 ? 'which' : null;
  return days.length > 1 && styles !== 1 ? null : days;
}

/** Whether the text names a work style or a day anywhere. */
export function mentionsAnswer(text: string, today: Today): boolean {
  const { styles, days } = mentioned(text, today);
  return styles.length > 0 || days.length > 0;
}

interface Mentioned {
  styles: WorkStyle[];
  days: DayRange[];
  negated: boolean;
  /** Whether it may name a day in words that are not understood. */
  unread: boolean;
}

export function mentioned(line: string, today: Today): Mentioned {
  const text = line.slice(0, MOST_SEARCHED);
  const found = { styles: new Set<WorkStyle>(), days: [] as DayRange[], negated: false, unread: false };
  let unread = '';
  for (let at = 0; at < text.length; ) {
    const end = isInsideWord(text, at) ? at : readMention(text, at, today, found);
    unread += end > at ? ' ' : text[at];
    at = Math.max(at + 1, end);
  }
  return {
    ...found,
    styles: [...found.styles],
    days: spansOf(daysOf(found.days)),
    unread: found.unread || /\d/u.test(unread) || DATE_WORD.test(unread),
  };
}

const DATE_WORD = new RegExp(`(?<![a-z])${DATE_WORDS.source}`, 'u');

/** Adds what stands at this place, and returns where it ends. */
function readMention(
  text: string,
  at: number,
  today: Today,
  found: { styles: Set<WorkStyle>; days: DayRange[]; negated: boolean; unread: boolean },
): number {
  const style = STYLES.read(text, at);
  if (style) {
    found.styles.add(style.value);
    return style.end;
  }
  const dates = readDays(text, at, { ...today, prefer: 'next' });
  if (dates) {
    if (isRefusal(dates.value)) found.unread = true;
    else found.days.push(...dates.value);
    return dates.end;
  }
  const time = readTimeAt(text, at, { bareHour: false });
  if (time) return time.end;
  const half = HALVES.read(text, at);
  if (half) return half.end;
  const no = NEGATIONS.read(text, at);
  if (no) found.negated = true;
  return no?.end ?? at;
}

function isInsideWord(text: string, at: number): boolean {
  return /[a-z\d]/u.test(text[at - 1] ?? ' ') && /[a-z\d]/u.test(text[at] ?? ' ');
}
