import type { CallLog } from './calls';
import type { Faults } from './faults';
import type { Messages } from './messages';
import type { Throttle } from './throttle';
import type { World } from './world';

/** The parts of Microsoft's side which the routes and the client share. */
export interface Side {
  appId: string;
  botName: string;
  /** By the injected clock, epoch milliseconds. */
  now: () => number;
  world: World;
  messages: Messages;
  calls: CallLog;
  faults: Faults;
  throttle: Throttle;
  /** What the bot did that Teams would refuse, or would show as broken. */
  problems: string[];
  /** Whether an `Authorization` header is a token that was issued to the bot. */
  isBot: (authorization: string) => boolean;
  /** Where a tenant's conversations are reached; ends with a slash. */
  serviceUrl: (tenant: string) => string;
}

/** The bot as conversations know it. */
export function botId(side: { appId: string }): string {
  return `28:${side.appId}`;
}
