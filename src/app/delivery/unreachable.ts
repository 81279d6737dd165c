import type { Team } from '../../domain/teams/team';
import { addDays, type Day } from '../../domain/time/calendar';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { remindersOf } from './reminders';

/** The last poll is looked for among those of so many days. */
const LOOK_BACK_DAYS = 30;

/** Whether the platform refused a private message to this person for good. */
function isUnreachable({ state, reason }: LedgerEntry): boolean {
  return state === 'failed' && (reason === 'gone' || reason === 'forbidden');
}

/** How many members could not be reached in private when the team was last reminded. */
export async function countUnreachable(
  core: Ports<'ledger' | 'polls'>,
  team: Team,
  today: Day,
): Promise<number> {
  const polls = await core.polls.list(team.org, team.id, addDays(today, -LOOK_BACK_DAYS), today);
  const last = polls.at(-1);
  if (!last) return 0;
  const reminded = await remindersOf(core, team, last.day);
  return reminded.filter(({ entry }) => isUnreachable(entry)).length;
}
