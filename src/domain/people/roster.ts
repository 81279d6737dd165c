import type { Choice } from '../answers/work-style';
import type { TeamSettings } from '../teams/settings';
import { cleanName } from '../text';
import { type Day, weekdayOf } from '../time/calendar';
import type { DefaultWeek, Member, Person, PersonId, PersonKind } from './person';

/** Whether the person is in the denominator: bots, deactivated accounts and outsiders never, guests where the team says so. */
export function counts({ kind }: Pick<Person, 'kind'>, { guests }: Pick<TeamSettings, 'guests'>): boolean {
  return kind === 'person' || (kind === 'guest' && guests);
}

/** Whether the person belongs to another organisation: nothing is asked of them, told to them or kept of them. */
export function isOutsider({ kind }: { kind: PersonKind | null }): boolean {
  return kind === 'outsider';
}

/** The persons who count, each once: of two with the same id the first. */
export function rosterOf<P extends Pick<Person, 'id' | 'kind'>>(
  persons: readonly P[],
  settings: Pick<TeamSettings, 'guests'>,
): P[] {
  const unique = new Map<PersonId, P>();
  for (const person of persons) {
    if (counts(person, settings) && !unique.has(person.id)) unique.set(person.id, person);
  }
  return [...unique.values()];
}

/** The person with a name and a handle that are safe to show: chat platforms let people put anything into them. */
export function presentable(person: Person): Person {
  const { handle, ...rest } = person;
  const clean = { ...rest, name: cleanName(person.name) };
  return handle ? { ...clean, handle: cleanName(handle) } : clean;
}

/** What the default week says of a day; null: nothing. */
export function usualOn(week: DefaultWeek, day: Day): Choice | 'off' | null {
  return week[weekdayOf(day)] ?? null;
}

/** What the member's default week makes of them in the poll of the day. */
export function plannedMember({ id, preferences }: Member, day: Day) {
  const usual = usualOn(preferences.week, day);
  return { person: id, scheduled: usual !== 'off', usual: usual === 'off' ? null : usual };
}

/** Whether the pages are open to the person: to members and guests, as the chat is. */
export function mayVisit({ kind }: Pick<Person, 'kind'>): boolean {
  return kind === 'person' || kind === 'guest';
}
