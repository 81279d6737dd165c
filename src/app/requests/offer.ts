import type { Refusal } from '../../domain/refusal';
import { addDays, type Day, type DayRange, daySpan } from '../../domain/time/calendar';
import type { OfferedAnswers } from '../../ports/offered-answers';
import { planRefusal } from '../answers/record-answer';
import type { RequestContext } from '../context';

/** Where the day was not understood, so many are offered. */
const DAYS_TO_CHOOSE = 3;
/** Holidays lie between them. */
const DAYS_SEARCHED = 14;
/** More spans do not fit into a button. */
const MOST_SPANS = 5;

/** The refusal, or the one that a press would lead to, where the days that it offers reach too far. */
export function refusalShown({ team, now }: RequestContext, refusal: Refusal): Refusal {
  const days = refusal.refusal === 'many-days' ? refusal.offer?.days : undefined;
  const last = Array.isArray(days) ? days.at(-1)?.until : undefined;
  const far = team && last ? planRefusal(team, last, now) : null;
  return far?.refusal === 'far-day' ? far : refusal;
}

/** The answers to press that a refusal offers, where there is a team and the days take answers. */
export function offerIn({ team, today, now }: RequestContext, { offer }: Refusal): OfferedAnswers | null {
  if (!offer || !team) return null;
  const { days, styles, arrival = null } = offer;
  const takes = (day: Day) => planRefusal(team, day, now) === null;
  if (offer.either) return { team: team.id, days: offer.either, styles, arrival };
  if (days !== 'which') {
    const spans = days.length === 0 ? [{ from: today, until: today }] : days;
    const isTaken = spans.length <= MOST_SPANS && areTaken(spans, takes);
    return isTaken ? { team: team.id, days: [spans], styles, arrival } : null;
  }
  if (styles.length !== 1) return null;
  const next = daySpan(today, addDays(today, DAYS_SEARCHED)).filter(takes).slice(0, DAYS_TO_CHOOSE);
  return { team: team.id, days: next.map((day) => [{ from: day, until: day }]), styles, arrival };
}

/** Whether an answer could be recorded for one of the days, and the last one is not too far. */
function areTaken(spans: readonly DayRange[], takes: (day: Day) => boolean): boolean {
  const days = spans.flatMap(({ from, until }) => daySpan(from, until));
  return days.some(takes);
}
