import { namesApart } from '../../domain/people/namesakes';
import type { Locale, Member, PersonId } from '../../domain/people/person';
import type { NamedWeek, WeekDay } from '../../ports/week-views';
import { type DayPicture, isNamed, NAME_ORDER, styleOf } from './day-overview';

/** At most so many people at once: what fits into a table of the narrowest platform, and on a few screens of a phone. */
export const PEOPLE_A_PAGE = 50;

/** Whether there is anything to tell of a day: a poll, or plans. */
export function isTold({ phase, tally }: Pick<DayPicture, 'phase' | 'tally'>): boolean {
  return phase !== 'none' || tally.answered > 0;
}

/** The counts of a day among several. */
export function weekDayOf({ view, phase, tally }: DayPicture): WeekDay {
  return { day: view, phase, tally };
}

/**
 * A page of the people who are named on at least one of the days, sorted by name; null where no day shows names. A
 * person's day is null where they are not named on it.
 */
export function namedWeek(pictures: readonly DayPicture[], wanted: number, locale: Locale): NamedWeek | null {
  const shown = pictures.map(({ view, members }) => (view.names ? members : null));
  if (shown.every((members) => members === null)) return null;
  const known = new Map<PersonId, Member>();
  for (const { member } of shown.flatMap((members) => members?.filter(isNamed) ?? [])) {
    known.set(member.id, member);
  }
  const byPerson = shown.map(
    (members) => new Map(members?.filter(isNamed).map((each) => [each.member.id, styleOf(each)])),
  );
  const names = namesApart([...known.values()]);
  const rows = [...known.values()]
    .map(({ id, name }) => ({
      name: names.get(id) ?? name,
      styles: byPerson.map((styles) => styles.get(id) ?? null),
    }))
    .sort((a, b) => NAME_ORDER[locale].compare(a.name, b.name));
  const unnamed = shown.map((members) => members?.filter((each) => !isNamed(each)).length ?? 0);
  const last = Math.max(0, Math.ceil(rows.length / PEOPLE_A_PAGE) - 1);
  const from = Math.min(Math.floor(wanted / PEOPLE_A_PAGE), last) * PEOPLE_A_PAGE;
  return {
    from,
    total: rows.length,
    unnamed: Math.max(0, ...unnamed),
    shown: rows.slice(from, from + PEOPLE_A_PAGE),
  };
}
