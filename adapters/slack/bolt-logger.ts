import { LogLevel, type webApi } from '@slack/bolt';
import type { Log } from '../../src/ports/log';

type Logger = NonNullable<webApi.WebClientOptions['logger']>;

/** The SDK's log in ours: warnings and errors only, since the other levels hold bodies. */
export function boltLogger(log: Log): Logger {
  const say =
    (level: 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const fault = parts.find((part) => part instanceof Error);
      const code = fault && 'code' in fault ? String(fault.code) : undefined;
      log[level](
        { ...(fault ? { fault: fault.name } : {}), ...(code ? { code } : {}) },
        `slack sdk: ${words(parts)}`,
      );
    };
  const silent = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn: say('warn'),
    error: say('error'),
    setLevel: silent,
    getLevel: () => LogLevel.WARN,
    setName: silent,
  };
}

/** The SDK's own sentence, without its other arguments, which may hold anything. */
function words(parts: readonly unknown[]): string {
  const [first] = parts;
  if (typeof first !== 'string') return 'fault';
  // Where the network gives no reason, the SDK's sentence ends with its colon.
  return first.replace(/:\s*(undefined|null)?\s*$/u, ': no reason was given').slice(0, 120);
}
