import type { Person } from '../../domain/people/person';
import { presentable, rosterOf } from '../../domain/people/roster';
import { type ChannelSlot, placeAt, slotsOf } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** The ports to read a team's roster from the platform. */
export type RosterNeeds = 'chat' | 'people' | 'log' | 'refresh';

/**
 * Reads the team's roster from the chat platform, in each of its channels. For a channel that cannot be read now, the
 * last known roster counts, too.
 */
export async function syncRoster(core: Ports<RosterNeeds>, team: Team): Promise<void> {
  const found = await Promise.all(slotsOf(team).map((slot) => personsAt(core, team, slot)));
  const persons = found.flatMap((list) => list ?? []);
  if (found.every((list) => list === null)) return;
  const known = found.includes(null) ? await core.people.roster(team.org, team.id) : [];
  const roster = rosterOf([...persons, ...known], team.settings);
  touchPolls(core, team, await core.people.setRoster(team.org, team.id, roster));
}

/** Shows in the polls of these days who counts now. */
export function touchPolls(core: Ports<'refresh'>, { org, id }: Team, days: readonly Day[]): void {
  for (const day of days) core.refresh.touch(org, id, day);
}

async function personsAt(
  core: Ports<'chat' | 'log'>,
  team: Team,
  slot: ChannelSlot,
): Promise<Person[] | null> {
  const persons: Person[] = [];
  try {
    for await (const person of core.chat.roster(team.org, placeAt(team, slot)))
      persons.push(presentable(person));
    return persons;
  } catch (error) {
    // Whatever the fault is: a poll that opens does not wait for it.
    core.log.warn({ err: error, team: team.id }, 'roster not refreshed; the last known one is used');
    return null;
  }
}
