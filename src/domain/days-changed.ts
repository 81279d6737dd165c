import { type AgendaInput, type Opening, openings } from './agenda';
import type { PlannedDay } from './planned-days';
import { type TeamSettings, todayOf } from './teams/settings';
import type { Day, Millis } from './time/calendar';

/** What other settings make of the days of a team that have no poll yet. */
export interface DaysChanged {
  /** Days, with their new hours, that were to be polled, or would be now: by the new settings their window ended before. */
  ended: PlannedDay[];
  /** Days that are not polled any more: today, and Telework Days. */
  dropped: Day[];
  /** The same of days that were not to be polled before. */
  added: Day[];
  /** Today, where it is still to be polled; `dueAt`: when, epoch ms. */
  today: { planned: PlannedDay; dueAt: Millis } | null;
}

/** `before`: what the team's agenda was made from; `settings`: those that hold from `now` on. */
export function daysChangedBy(settings: TeamSettings, before: AgendaInput, now: Millis): DaysChanged {
  const old = openings(before, now);
  const after = openings({ ...before, team: { ...before.team, settings } }, now);
  const today = todayOf(settings, now);
  const isToCome = ({ task }: Opening) => now < task.voidAt;
  const daysOf = (all: readonly Opening[]) => new Set(all.map(({ planned }) => planned.day));
  const [known, awaited, left] = [daysOf(old), daysOf(old.filter(isToCome)), daysOf(after)];
  const isOfNote = ({ planned: { day, campaign } }: Opening) =>
    campaign !== null || day === today || day === todayOf(before.team.settings, now);
  const isNew = ({ planned: { day } }: Opening) => !known.has(day);
  const next = after.find((one) => one.planned.day === today && isToCome(one));
  return {
    ended: after
      .filter((one) => !isToCome(one))
      .filter((one) => awaited.has(one.planned.day) || (isNew(one) && one.planned.day === today))
      .map(({ planned }) => planned),
    dropped: old
      .filter((one) => isToCome(one) && !left.has(one.planned.day) && isOfNote(one))
      .map(({ planned }) => planned.day),
    added: after
      .filter((one) => isToCome(one) && isNew(one) && isOfNote(one))
      .map(({ planned }) => planned.day),
    today: next ? { planned: next.planned, dueAt: next.task.dueAt } : null,
  };
}
