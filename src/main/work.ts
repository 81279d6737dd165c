import { type Schedules, startSchedules } from '../../schedules';
import type { Ports } from '../app/core';
import { noteAlive } from '../app/schedule/heartbeat';
import { watchClock } from '../app/schedule/watch-clock';
import type { AbsenceStore } from '../ports/store/absences';

/**
 * With a shared database a process soon notices what another one that died has left: every quarter of a minute. Alone
 * it looks once a minute.
 */
const SHARED_BEAT = '*/15 * * * * *';

/**
 * Takes up what a process that died had begun. While other processes go on with their work, that is only what none of
 * them has taken up: not every team needs a look, nor every poll an edit.
 */
export async function resumeWork(
  core: Ports<'ledger' | 'log' | 'wakeQueue' | 'refresh'>,
  { shared }: { shared: boolean },
): Promise<void> {
  const recovered = await core.ledger.recover();
  if (recovered > 0) core.log.warn({ tasks: recovered }, 'tasks without an outcome are taken up again');
  if (!shared) await core.wakeQueue.wake(null);
  await core.refresh.catchUp();
}

/**
 * A simulated clock moves in leaps while the process runs: only what passed before the process started is an absence
 * then.
 */
export function absencesIn({ isReal }: { isReal: () => boolean }, store: AbsenceStore): AbsenceStore {
  let started = false;
  return {
    alive(now, toleratedMs, longestMs) {
      const tolerated = started && !isReal() ? Number.POSITIVE_INFINITY : toleratedMs;
      started = true;
      return store.alive(now, tolerated, longestMs);
    },
    list: (after) => store.list(after),
  };
}

export interface WorkParts {
  shared: boolean;
  /** Whether the clock shows real time: a simulated one runs the tasks itself. */
  isReal: () => boolean;
  runDue: () => Promise<number>;
}

/** Does what is due, at once and at every beat. */
export function startWork(
  core: Ports<'absences' | 'clock' | 'clockWentBack' | 'wakeQueue' | 'refresh' | 'log'>,
  { shared, isReal, runDue }: WorkParts,
): Schedules {
  const followClock = watchClock(core);
  const beat = { log: core.log, ...(shared ? { expression: SHARED_BEAT } : {}) };
  async function tick(): Promise<void> {
    if (!isReal()) return;
    await followClock();
    await runDue();
  }
  // A schedule of its own: a busy morning takes long, and the edits that a dead process left must not wait for it.
  const edits = startSchedules({ ...beat, tick: () => core.refresh.catchUp() });
  // So does this one: a process in a busy morning is running, too.
  const alive = startSchedules({ log: core.log, tick: async () => (isReal() ? noteAlive(core) : undefined) });
  const tasks = startSchedules({ ...beat, tick });
  return {
    async stop() {
      await alive.stop();
      await edits.stop();
      await tasks.stop();
    },
  };
}
