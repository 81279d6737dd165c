import { type DayState, isDayState } from '../../domain/answers/work-style';
import type { TeamId } from '../../domain/people/person';
import { type DayRange, daysBetween, isDay, isTime, type Time } from '../../domain/time/calendar';
import { MAX_SPAN_DAYS } from '../../domain/typed/day-items';

const TO = '~';

/** A work style for several days: a button that a refusal offers. */
export interface AnswerDays {
  kind: 'answer-days';
  team: TeamId;
  days: readonly DayRange[];
  style: DayState;
  arrival: Time | null;
}

export function writeAnswerDays({ team, days, style, arrival }: AnswerDays): string[] {
  const spans = days.map(({ from, until }) => `${from}${TO}${until}`);
  return [team, spans.join(','), style, arrival ?? ''];
}

/** Null for fields that `writeAnswerDays` did not write. */
export function readAnswerDays(fields: readonly string[]): AnswerDays | null {
  const [team = '', spans = '', style = '', arrival = '', ...rest] = fields;
  const days = readSpans(spans);
  if (rest.length > 0 || !days || !isDayState(style)) return null;
  if (arrival !== '' && !isTime(arrival)) return null;
  return { kind: 'answer-days', team, days, style, arrival: arrival === '' ? null : arrival };
}

/** Null for another text, and for more days than can be answered at once. */
function readSpans(text: string): DayRange[] | null {
  const spans = text.split(',').map((span) => span.split(TO));
  const days = spans.flatMap(([from = '', until = '', ...rest]) =>
    rest.length === 0 && isDay(from) && isDay(until) && from <= until ? [{ from, until }] : [],
  );
  const count = days.reduce((sum, { from, until }) => sum + daysBetween(from, until) + 1, 0);
  return days.length === spans.length && count <= MAX_SPAN_DAYS ? days : null;
}
