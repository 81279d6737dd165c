import { type Schedules, startSchedules } from '../../schedules';
import type { Ports } from '../app/core';
import { showStatuses } from '../app/people/status';
import { noteAlive } from '../app/schedule/heartbeat';
import { keepBooks } from '../app/schedule/keep-books';
import { runDueTasks } from '../app/schedule/run-due-tasks';
import { Sweep } from '../app/schedule/sweep';
import { watchClock } from '../app/schedule/watch-clock';
import type { AbsenceStore } from '../ports/store/absences';

/**
 * With a shared database a process soon notices what another one that died has left: every quarter of a minute. Alone
 * it looks once a minute.
 */
const SHARED_BEAT = '*/15 * * * * *';

/** An answer is to be seen soon; where nobody wants it, a look costs one query. */
const STATUS_BEAT = '*/10 * * * * *';

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
    alive(now, toleratedMs, keptMs) {
      const tolerated = started && !isReal() ? Number.POSITIVE_INFINITY : toleratedMs;
      started = true;
      return store.alive(now, tolerated, keptMs);
    },
    list: (after) => store.list(after),
  };
}

type WorkNeeds = Parameters<typeof keepBooks>[0] &
  Parameters<typeof showStatuses>[0] &
  Parameters<typeof runDueTasks>[0] &
  ConstructorParameters<typeof Sweep>[0];

interface Work {
  /** Does the tasks that are due, then deletes what is too old; resolves with the number of tasks. */
  runDue: () => Promise<number>;
  /** Brings people's statuses up to date. */
  showStatuses: () => Promise<void>;
  /** Closes the books that are due. Never throws. */
  keepBooks: () => Promise<void>;
}

/** The work of a beat; `runStep` does all of it in order, for a clock that moves in steps. */
export function workOf(core: WorkNeeds, goOn: () => boolean): Work & { runStep: () => Promise<number> } {
  const sweep = new Sweep(core);
  const work: Work = {
    keepBooks: () => keepBooks(core, goOn),
    showStatuses: () => showStatuses(core, goOn),
    async runDue() {
      const done = await runDueTasks(core, goOn);
      if (goOn()) await sweep.run();
      return done;
    },
  };
  async function runStep(): Promise<number> {
    await work.keepBooks();
    const done = await work.runDue();
    await work.showStatuses();
    return done;
  }
  return { ...work, runStep };
}

export interface WorkParts extends Work {
  shared: boolean;
  /** Whether the clock shows real time: a simulated one runs the tasks itself. */
  isReal: () => boolean;
}

/** Does what is due, at once and at every beat. */
export function startWork(
  core: Ports<'absences' | 'clock' | 'clockWentBack' | 'wakeQueue' | 'refresh' | 'log'>,
  { shared, isReal, ...work }: WorkParts,
): Schedules {
  const followClock = watchClock(core);
  const beat = { log: core.log, ...(shared ? { expression: SHARED_BEAT } : {}) };
  async function tick(): Promise<void> {
    if (!isReal()) return;
    await followClock();
    await work.runDue();
  }
  // A schedule of its own: a busy morning takes long, and the edits that a dead process left must not wait for it.
  const edits = startSchedules({ ...beat, tick: () => core.refresh.catchUp() });
  // What is due must not wait for the books of large organisations, which take minutes to count.
  const books = startSchedules({ ...beat, tick: async () => (isReal() ? work.keepBooks() : undefined) });
  // A process in a busy morning is running, too.
  const alive = startSchedules({ log: core.log, tick: async () => (isReal() ? noteAlive(core) : undefined) });
  const statuses = startSchedules({
    log: core.log,
    expression: STATUS_BEAT,
    tick: async () => (isReal() ? work.showStatuses() : undefined),
  });
  const tasks = startSchedules({ ...beat, tick });
  return {
    async stop() {
      await alive.stop();
      await statuses.stop();
      await edits.stop();
      await books.stop();
      await tasks.stop();
    },
  };
}
