import type { WorkStyle } from '../domain/answers/work-style';
import { isRefusal, offering, type Refusal, refuse } from '../domain/refusal';
import type { Day } from '../domain/time/calendar';
import { daysOf, readDays } from '../domain/typed/days';
import type { Today } from '../domain/typed/which-day';
import { NEGATIONS, STYLES } from './words';

/** Sentences that people type are shorter. */
const MOST_SEARCHED = 200;
/** Where more work styles are named, all of them are offered. */
const MOST_STYLES = 3;

/**
 * Refuses a sentence which was understood in part, and offers what it may have meant: the work styles that it names, for
 * the day that it names. Where it says "not", the others are offered.
 */
export function unclear(text: string, today: Today): Refusal {
  const { styles, day, negated } = mentioned(text, today);
  const named = styles.length <= MOST_STYLES && !negated ? styles : [];
  return offering({ day, styles: named }, refuse('unclear', { text }));
}

/** Whether the text names a work style or a day anywhere. */
export function mentionsAnswer(text: string, today: Today): boolean {
  const { styles, day } = mentioned(text, today);
  return styles.length > 0 || day !== null;
}

interface Mentioned {
  styles: WorkStyle[];
  /** The one day that is named; null for today, and where there are several. */
  day: Day | null;
  negated: boolean;
}

export function mentioned(line: string, today: Today): Mentioned {
  const text = line.slice(0, MOST_SEARCHED);
  const found = { styles: new Set<WorkStyle>(), days: new Set<Day>(), negated: false };
  let at = 0;
  while (at < text.length)
    at = isInsideWord(text, at) ? at + 1 : Math.max(at + 1, readMention(text, at, today, found));
  const [day = null, ...more] = found.days;
  return { styles: [...found.styles], day: more.length === 0 ? day : null, negated: found.negated };
}

/** Adds what stands at this place, and returns where it ends. */
function readMention(
  text: string,
  at: number,
  today: Today,
  found: { styles: Set<WorkStyle>; days: Set<Day>; negated: boolean },
): number {
  const style = STYLES.read(text, at);
  if (style) {
    found.styles.add(style.value);
    return style.end;
  }
  const dates = readDays(text, at, { ...today, prefer: 'next' });
  if (dates) {
    for (const day of isRefusal(dates.value) ? [] : daysOf(dates.value)) found.days.add(day);
    return dates.end;
  }
  const no = NEGATIONS.read(text, at);
  if (no) found.negated = true;
  return no?.end ?? at;
}

function isInsideWord(text: string, at: number): boolean {
  return /[a-z\d]/u.test(text[at - 1] ?? ' ') && /[a-z\d]/u.test(text[at] ?? ' ');
}
