import { openSlots } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { TaskKind } from '../../ports/store/ledger';
import type { Ports } from '../core';

/** Whether the team's message of this kind and day stands in every channel that takes posts, as far as the ledger knows. */
export async function isPosted(
  { ledger }: Ports<'ledger'>,
  team: Team,
  day: Day,
  kind: TaskKind,
): Promise<boolean> {
  const entries = await ledger.list(team.org, team.id, day, kind);
  return openSlots(team).every((slot) =>
    entries.some(({ channel, state }) => channel === slot && state === 'done'),
  );
}
