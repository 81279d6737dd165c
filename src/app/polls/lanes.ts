import type { Member } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import type { Ports } from '../core';
import type { Delivered, PutOff } from '../delivery/deliver';

/** Members who are written to at the same time. */
const AT_ONCE = 8;

/**
 * Reminds several members at once, each lane until the platform takes nothing more from it. All lanes end before this
 * resolves: what one of them sends is recorded while the team's task is held. Throws the first fault of the database.
 */
export async function inLanes(
  core: Ports<'log'>,
  team: Team,
  members: readonly Member[],
  remindOne: (member: Member) => Promise<Delivered | null>,
): Promise<{ handled: number; putOff: PutOff | null }> {
  const queue = members.values();
  let handled = 0;
  let putOff: PutOff | null = null;
  const lane = async () => {
    for (const member of queue) {
      const result = await remindOne(member);
      if (result?.state === 'put-off') {
        putOff ??= result;
        return;
      }
      if (result) handled += 1;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  const [failed, ...others] = ended.filter((each) => each.status === 'rejected');
  for (const { reason } of others) core.log.warn({ err: reason, team: team.id }, 'reminders interrupted');
  if (failed) throw failed.reason;
  return { handled, putOff };
}
