import type { Member } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import type { Ports } from '../core';
import type { Delivered, Later, PutOff } from '../delivery/deliver';
import { RETRY_MS } from '../delivery/timing';

/** Reminders of one turn: other teams' tasks come in between. */
const A_TURN = 100;
/** Members who are written to at the same time. */
const AT_ONCE = 8;

/** Reminds members, so many a turn; null: all of them are done. */
export async function inTurns(
  core: Ports<'log'>,
  team: Team,
  members: readonly Member[],
  one: (member: Member) => Promise<Delivered | null>,
): Promise<'partial' | Later | null> {
  const turn = members.slice(0, A_TURN);
  const { handled, putOff } = await inLanes(core, team, turn, one);
  if (putOff) return { state: 'later', afterMs: putOff.afterMs, limited: putOff.limited };
  if (members.length > A_TURN && handled > 0) return 'partial';
  // Another process has the rest, or had it and died: only a later try can tell.
  return handled < turn.length ? { state: 'later', afterMs: RETRY_MS, limited: false } : null;
}

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
