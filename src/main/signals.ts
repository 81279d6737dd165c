/*
 * The kernel sends process 1 of a container no signal that it has no handler for: a SIGTERM during the start would be
 * lost. main.ts therefore imports this file before anything else. Modules load synchronously, so a signal that arrives
 * meanwhile is delivered to the handler that `onStopSignal` has installed by the end of it.
 */

const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;

for (const signal of STOP_SIGNALS) process.on(signal, () => {});

/** Calls `stop` at the first signal that asks the process to stop; later ones are ignored. */
export function onStopSignal(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let stopping = false;
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop(signal);
    });
  }
}
