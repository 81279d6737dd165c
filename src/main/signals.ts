/*
 * Listens to the signals that stop the bot before anything else is loaded. To process 1 of a container the kernel gives
 * none that nobody listens to: one that came while the parts are loaded would be lost, and the container be killed in
 * the end. Loading has no pause, so whoever listens by its end hears that signal, too.
 */

export const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;

for (const signal of STOP_SIGNALS) process.on(signal, () => {});
