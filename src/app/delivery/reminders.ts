import type { Poll } from '../../domain/answers/poll';
import type { Member } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import { ANY_TEAM, type LedgerEntry, type ReminderEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';

/** A member of a poll whose reminder stands in the ledger. */
export interface Reminded {
  member: Member;
  answered: boolean;
  entry: ReminderEntry;
}

export type RemindedAgain = Pick<Reminded, 'member'> & { entry: LedgerEntry };

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

/** The same of the second reminder, in a drill or an emergency. */
export async function secondRemindersOf(
  core: Ports<'ledger' | 'polls'>,
  { org, team, day, round }: Poll,
): Promise<RemindedAgain[]> {
  const [entries, rows] = await Promise.all([
    core.ledger.list(org, ANY_TEAM, day, 'follow-up-reminder'),
    core.polls.members(org, team, day),
  ]);
  const byPerson = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'follow-up-reminder' && entry.round === round ? [[entry.person, entry] as const] : [],
    ),
  );
  return rows.flatMap(({ member, here }) => {
    const entry = here && byPerson.get(member.id);
    return entry ? [{ member, entry }] : [];
  });
}
