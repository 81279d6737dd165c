import type { Millis } from '../../domain/time/calendar';
import { spreadOf } from '../../domain/time/spread';
import type { ChannelFailure } from '../../ports/store/channel-failures';
import { AT_ONCE, type DueTeam } from '../../ports/store/wake-queue';
import type { Ports } from '../core';
import { RETRY_MS } from '../delivery/timing';
import { type FailureNeeds, followFailures } from '../teams/channel-failure';
import { followSharing, type SharingNeeds } from '../teams/shared-channel';
import { checkDueTeams } from './check-round';
import { type CheckNeeds, checkTeam, type TeamCheck } from './check-team';
import { noteAlive } from './heartbeat';

/**
 * Does everything that is due now, each task once, and resolves with how many were done.
 * It asks what is due, not what fired: after a pause it does what still makes sense. A team that fails stops
 * no other. Once `goOn` returns false it begins no other team: the rest stays due, for the next start or for others.
 */
export async function runDueTasks(
  core: Ports<CheckNeeds | FailureNeeds | SharingNeeds>,
  goOn: () => boolean = () => true,
): Promise<number> {
  await noteAlive(core);
  const spread = (await core.wakeQueue.several()) ? spreadOf : () => 0;
  let done = 0;
  let failures: Promise<ChannelFailure[]> | null = null;
  await checkDueTeams(core, goOn, async (team) => {
    failures ??= core.channelFailures.list();
    const check = await checkSafely(core, team, failures, spread(team.org));
    done += check.done;
    return check;
  });
  return done;
}

/** Never throws: while the database is away, the check's lease runs out by itself. */
async function checkSafely(
  core: Ports<CheckNeeds | FailureNeeds | SharingNeeds>,
  team: DueTeam,
  failures: Promise<readonly ChannelFailure[]>,
  spreadMs: Millis,
): Promise<TeamCheck> {
  const checkedAt = core.clock.now();
  const { log, wakeQueue } = core;
  try {
    const { team: known, retryAt } = await followSharing(core, team);
    const retries = [retryAt, await followFailures(core, known, await failures)];
    const latest = Math.min(...retries.map((at) => at ?? Number.POSITIVE_INFINITY));
    return await checkTeam(core, known, { spreadMs, latest, woken: team.woken === true });
  } catch (error) {
    log.error({ err: error, team: team.id }, 'team not checked; checking again soon');
    await wakeQueue
      .sleep(team.org, team.id, team.woken ? AT_ONCE : checkedAt + RETRY_MS, checkedAt)
      .catch((err: unknown) => log.warn({ err, team: team.id }, 'check of a team not ended'));
    return { done: 0, partial: false, limitedUntil: null };
  }
}
