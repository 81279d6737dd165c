import type { NotWorking } from '../refusal';
import { addDays, type Day, type Weekday, weekdayOf } from './calendar';
import { importedFor, NO_CALENDAR, type OwnCalendar, type OwnDay } from './own-calendar';
import { isMakeUp, publicHoliday, regionsResting } from './public-holidays';
import { weekendOf } from './weekend';

/** The inputs of whether a day is a working day. Team settings have this shape. */
export interface WorkCalendar {
  /** ISO 3166-1 alpha-2, or 3166-2 with its region; a country without holiday data has weekends only. */
  country: string;
  /** The days of the week on which the team does not work; null: those of its country. */
  weekend?: readonly Weekday[] | null;
  /** The team's own days off. */
  closed: readonly Day[];
  /** The team's own working days: these win over everything. */
  open: readonly Day[];
  /** The organisation's calendar, which holds for all teams. */
  own?: OwnCalendar;
}

/** Of what kind a day is. */
type DayKind = { works: true; makeUp: boolean } | { works: false; why: NotWorking };

/**
 * Whether people work on the day: the one place where that is decided. The team's own days come first, then the
 * organisation's, then the country's holidays and make-up days, then the weekend.
 */
function kindOf(day: Day, calendar: WorkCalendar): DayKind {
  const { country, closed, open, own = NO_CALENDAR } = calendar;
  if (open.includes(day)) return { works: true, makeUp: false };
  if (closed.includes(day)) return off('closed', day, country);
  return (
    ownKind('closed', day, country, own.days) ??
    nationalKind(day, calendar, own) ??
    weekdayKind(day, calendar)
  );
}

function ownKind(
  kind: 'closed' | 'holiday',
  day: Day,
  country: string,
  days: readonly OwnDay[],
): DayKind | null {
  const found = days.find((one) => one.day === day);
  if (!found) return null;
  return found.works ? { works: true, makeUp: true } : off(kind, day, country, found.name);
}

function nationalKind(day: Day, { country }: WorkCalendar, own: OwnCalendar): DayKind | null {
  const imported = importedFor(own, country, day);
  if (imported) return ownKind('holiday', day, country, imported.days);
  if (isMakeUp(day, country)) return { works: true, makeUp: true };
  return publicHoliday(day, country, 'en') === null ? null : off('holiday', day, country);
}

function weekdayKind(day: Day, { country, weekend }: WorkCalendar): DayKind {
  const rests = (weekend ?? weekendOf(country)).includes(weekdayOf(day));
  return rests ? off('weekend', day, country) : { works: true, makeUp: false };
}

function off(kind: NotWorking['kind'], day: Day, country: string, name = ''): DayKind {
  return { works: false, why: { kind, day, country, ...(name === '' ? {} : { name }) } };
}

/** Why the day is not a working day, or null. A holiday on a weekend is reported as the holiday. */
export function notWorking(day: Day, calendar: WorkCalendar): NotWorking | null {
  const kind = kindOf(day, calendar);
  return kind.works ? null : kind.why;
}

/** Whether people work on the day in the place of another one, by their government or organisation. */
export function isMakeUpDay(day: Day, calendar: WorkCalendar): boolean {
  const kind = kindOf(day, calendar);
  return kind.works && kind.makeUp;
}

/** The regions of the team's country in which a working day of the team is a public holiday. */
export function restingElsewhere(day: Day, calendar: WorkCalendar): string[] {
  const { country, open, own = NO_CALENDAR } = calendar;
  const decided = open.includes(day) || own.days.some((one) => one.day === day);
  if (decided || importedFor(own, country, day) || notWorking(day, calendar)) return [];
  return regionsResting(day, country);
}

/** The last working day strictly before the day. */
export function previousWorkingDay(day: Day, calendar: WorkCalendar): Day {
  return workingDayOnOrBefore(addDays(day, -1), calendar);
}

/** The first working day strictly after the day. */
export function nextWorkingDay(day: Day, calendar: WorkCalendar): Day {
  let next = addDays(day, 1);
  while (notWorking(next, calendar)) next = addDays(next, 1);
  return next;
}

export function workingDayOnOrBefore(day: Day, calendar: WorkCalendar): Day {
  let found = day;
  while (notWorking(found, calendar)) found = addDays(found, -1);
  return found;
}
