import { openSlots } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { LedgerWork } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { isSameWork } from './same-work';

/** Whether the team's message of this kind and day stands in every channel that takes posts, as far as the ledger knows. */
export async function isPosted(
  { ledger }: Ports<'ledger'>,
  team: Team,
  day: Day,
  work: LedgerWork,
): Promise<boolean> {
  const entries = await ledger.list(team.org, team.id, day, work.kind);
  return openSlots(team).every((slot) =>
    entries.some((entry) => entry.channel === slot && entry.state === 'done' && isSameWork(entry, work)),
  );
}
