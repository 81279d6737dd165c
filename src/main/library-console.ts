import type { Log } from '../ports/log';

const LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const;
const SHOWN_CHARACTERS = 80;

/**
 * Sends what libraries write to the console to the log, at its level `debug`: the SDK of Teams writes keys and errors
 * there for every forged token, and the log is made of JSON lines. Only the beginning of a text is kept, up to its first
 * colon: values follow.
 */
export function captureConsole(log: Log): void {
  for (const level of LEVELS) {
    console[level] = (first: unknown) =>
      log.debug({ said: beginningOf(first) }, 'a library wrote to the console');
  }
}

function beginningOf(value: unknown): string {
  if (value instanceof Error) return value.name;
  return typeof value === 'string'
    ? (value.split(/[:\n]/, 1)[0] ?? '').slice(0, SHOWN_CHARACTERS)
    : typeof value;
}
