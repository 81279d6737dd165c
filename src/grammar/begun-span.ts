import type { Intent, ParseContext } from '../app/intent';
import { offering, type Refusal, refuse } from '../domain/refusal';
import { addDays, type Day } from '../domain/time/calendar';
import { spansOf } from '../domain/typed/days';
import { WEEK_SHIFTS, WEEKDAY_CHARACTERS, WEEKDAY_WORDS, WEEKS } from '../domain/typed/words';

const WEEKDAY = `(?:${WEEKDAY_WORDS.source}|${WEEKDAY_CHARACTERS.source})`;
const SPAN = new RegExp(`${WEEKDAY} ?(?:-|~|to|thru|through|から|到|至) ?${WEEKDAY}`, 'u');
const WEEK = new RegExp(`${WEEK_SHIFTS.source} ?${WEEKDAY_WORDS.source}|${WEEKS.source}`, 'u');
/** A whole week of work: what is left of it is meant. */
const WORKING_DAYS = 5;

/**
 * `vacation Monday to Wednesday`, typed on a Tuesday, could be of this week or of the next one: both are offered. `text`:
 * folded.
 */
export function unlessBegun(text: string, intent: Intent, { today }: ParseContext): Intent | Refusal {
  if (intent.kind !== 'answer' || !intent.days || intent.days.length >= WORKING_DAYS) return intent;
  const { days, style, arrival } = intent;
  const [first = today] = days;
  if (first >= today || !days.includes(today) || !SPAN.test(text) || WEEK.test(text)) return intent;
  const left = days.filter((day: Day) => day >= today);
  const either = [spansOf(left), spansOf(days.map((day) => addDays(day, 7)))];
  return offering({ days: 'which', styles: [style], arrival, either }, refuse('unclear', { text }));
}
