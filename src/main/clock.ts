import type { Ports } from '../app/core';
import type { Config } from '../config';
import { ClockControl } from '../demo/clock-control';
import { SimulatedClock } from '../demo/simulated-clock';
import type { Clock } from '../ports/clock';
import type { Log } from '../ports/log';

/** The clock of the core: real time, unless the configuration simulates it or the sandbox sets it. */
export function createClock(real: Clock, config: Config['clock'], log: Log): SimulatedClock {
  if (!config) return new SimulatedClock(real);
  log.warn({ speed: config.speed }, 'THE CLOCK IS SIMULATED: nothing happens at its real time');
  return new SimulatedClock(real, config.simulatedNow ?? real.now());
}

export interface ControlParts {
  clock: SimulatedClock;
  core: Ports<'after' | 'log' | 'wakeQueue' | 'refresh'>;
  config: Config['clock'];
  runDue: () => Promise<number>;
}

/** Moves the clock of this core, and runs on its way what is due. */
export function controlClock({ clock, core, config, runDue }: ControlParts): ClockControl {
  return new ClockControl({
    clock,
    speed: config?.speed ?? 1,
    after: core.after,
    log: core.log,
    runDue,
    nextWake: () => core.wakeQueue.nextWake(),
    wakeAll: () => core.wakeQueue.wake(null),
    settle: () => core.refresh.settle(),
  });
}
