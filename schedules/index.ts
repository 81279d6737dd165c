import { type ScheduledTask, schedule } from 'node-cron';
import type { Log } from '../src/ports/log';

/** The first second of every minute. */
const EVERY_MINUTE = '* * * * *';
/** A late beat still ticks: the store says what is due, so one tick makes up for those that were missed. */
const LATEST_BEAT_MS = 60_000;

export interface Schedules {
  /** Prevents further ticks; resolves when the running one has ended. */
  stop(): Promise<void>;
}

/**
 * Calls `tick` at once, then at each beat of the expression, one call at a time: a beat during a tick is
 * skipped. A tick that throws is logged, and does not prevent the next one.
 */
export function startSchedules({
  tick,
  log,
  expression = EVERY_MINUTE,
}: {
  tick: () => Promise<void>;
  log: Log;
  expression?: string;
}): Schedules {
  let running: Promise<void> | null = null;
  const beat = () => {
    running ??= runLogged(tick, log).finally(() => {
      running = null;
    });
    return running;
  };
  const task: ScheduledTask = schedule(expression, beat, {
    name: 'tick',
    noOverlap: true,
    missedExecutionTolerance: LATEST_BEAT_MS,
    logger: cronLog(log),
  });
  void beat();
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}

async function runLogged(tick: () => Promise<void>, log: Log): Promise<void> {
  try {
    await tick();
  } catch (error) {
    log.error({ err: error }, 'tick failed; the next one runs as planned');
  }
}

/** Writes what node-cron logs to the bot's own log. */
function cronLog(log: Log) {
  const say = (level: keyof Log) => (message: string | Error, err?: Error) => {
    if (typeof message === 'string') log[level](err ? { err } : {}, `node-cron: ${message}`);
    else log[level]({ err: message }, 'node-cron');
  };
  return { info: say('info'), warn: say('warn'), error: say('error'), debug: say('debug') };
}
