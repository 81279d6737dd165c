import { type Intent, MOST_WEEK_DAYS } from '../app/intent';
import { type Refusal, refuse, withExample } from '../domain/refusal';
import type { Day } from '../domain/time/calendar';

/** Who works how, on one day or on each of several; null: today. */
export function whoOn(days: readonly Day[] | null, text: string): Intent | Refusal {
  const [day = null, ...more] = days ?? [];
  if (days === null || more.length === 0) return { kind: 'who', day, group: null };
  if (days.length > MOST_WEEK_DAYS) return withExample('who-week', refuse('one-week', { text }));
  return { kind: 'who-week', days: [...days] };
}
