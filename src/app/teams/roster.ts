import type { Choice } from '../../domain/answers/work-style';
import type { DefaultWeek, Member, Person, PersonId } from '../../domain/people/person';
import type { Team, TeamSettings } from '../../domain/teams/settings';
import { cleanName } from '../../domain/text';
import { type Day, weekdayOf } from '../../domain/time/calendar';
import type { PollMember } from '../../ports/store/polls';
import type { Core } from '../core';
import { isChatFault } from '../delivery/outcome';
import { placeAt, type Spot, spotsOf } from './channels';

/** Whether this person belongs to the denominator: no bots, no deactivated accounts, guests where the team says so. */
export function counts({ kind }: Pick<Person, 'kind'>, { guests }: TeamSettings): boolean {
  return kind === 'person' || (kind === 'guest' && guests);
}

/** The person with a name fit to be shown: chat platforms let people put anything into it. */
export function presentable(person: Person): Person {
  return { ...person, name: cleanName(person.name) };
}

/**
 * Takes the roster from the chat platform, from each of the team's places. Where one cannot be had now, the last
 * known one stands beside what the other says.
 */
export async function syncRoster(core: Core, team: Team): Promise<void> {
  const found = await Promise.all(spotsOf(team).map((spot) => personsAt(core, team, spot)));
  const persons = found.flatMap((list) => list ?? []);
  if (found.every((list) => list === null)) return;
  const known = found.includes(null) ? await core.people.roster(team.org, team.id) : [];
  const unique = new Map<PersonId, Person>();
  for (const person of [...persons, ...known]) {
    if (counts(person, team.settings) && !unique.has(person.id)) unique.set(person.id, person);
  }
  await core.people.setRoster(team.org, team.id, [...unique.values()]);
}

async function personsAt(core: Core, team: Team, spot: Spot): Promise<Person[] | null> {
  const persons: Person[] = [];
  try {
    for await (const person of core.chat.roster(team.org, placeAt(team, spot)))
      persons.push(presentable(person));
    return persons;
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn({ err: error, team: team.id }, 'roster not refreshed; the last known one is used');
    return null;
  }
}

/** What the default week says of a day; null: nothing. */
export function usualOn(week: DefaultWeek, day: Day): Choice | 'off' | null {
  return week[weekdayOf(day)] ?? null;
}

export function pollMember({ id, preferences }: Member, day: Day): PollMember {
  const usual = usualOn(preferences.week, day);
  return { person: id, scheduled: usual !== 'off', usual: usual === 'off' ? null : usual };
}
