import type { Intent } from '../app/intent';
import { offering, type Refusal, refuse } from '../domain/refusal';
import { spansOf } from '../domain/typed/days';

/** About two months. A year is easily recorded by a slip: `home 5 jan - 30 dec`, typed in December. */
const MOST_UNASKED = 62;

/**
 * More days than people usually plan are recorded when they press a button that names them; where several work styles are
 * named, they are to be told one by one.
 */
export function unlessManyDays(intent: Intent): Intent | Refusal {
  if (intent.kind === 'answers') {
    const count = intent.plans.reduce((sum, { days }) => sum + days.length, 0);
    return count > MOST_UNASKED ? refuse('too-many-days', { max: MOST_UNASKED }) : intent;
  }
  if (intent.kind !== 'answer' || !intent.days || intent.days.length <= MOST_UNASKED) return intent;
  const { style, arrival, days } = intent;
  const [from = '', until = from] = [days[0], days.at(-1)];
  const refusal = refuse('many-days', { count: days.length, from: { day: from }, until: { day: until } });
  return offering({ days: spansOf(days), styles: [style], arrival }, refusal);
}
