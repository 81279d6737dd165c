import type { Member } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { ReminderEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';

/** A member of a poll whose reminder stands in the ledger. */
export interface Reminded {
  member: Member;
  answered: boolean;
  entry: ReminderEntry;
}

/**
 * The members who count in the team's poll and whose reminder stands in the ledger, by name. Of others a reminder would
 * tell that they have not answered elsewhere.
 */
export async function remindersOf(
  core: Ports<'ledger' | 'polls'>,
  team: Team,
  day: Day,
): Promise<Reminded[]> {
  const [entries, rows] = await Promise.all([
    core.ledger.reminders(team.org, team.id, day),
    core.polls.members(team.org, team.id, day),
  ]);
  const byPerson = new Map(entries.map((entry) => [entry.person, entry]));
  return rows.flatMap(({ member, here, answer }) => {
    const entry = here && byPerson.get(member.id);
    return entry ? [{ member, answered: answer !== null, entry }] : [];
  });
}
