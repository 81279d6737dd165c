import type { CallLog } from './calls';
import type { Faults } from './faults';
import type { FakeGraph } from './graph';
import type { Messages } from './messages';
import type { Throttle } from './throttle';
import type { World } from './world';

/** The parts of Microsoft's side that the routes and the client share. */
export interface Side {
  appId: string;
  botName: string;
  /** The injected clock, in epoch milliseconds. */
  now: () => number;
  world: World;
  messages: Messages;
  calls: CallLog;
  faults: Faults;
  throttle: Throttle;
  graph: FakeGraph;
  /** What the bot did that Teams would refuse or show as broken. */
  problems: string[];
  /** Whether an `Authorization` header is a token that was issued to the bot. */
  isBot: (authorization: string) => boolean;
  /** The address of a tenant's conversations, with a slash at the end. */
  serviceUrl: (tenant: string) => string;
}

/** The bot's id in conversations. */
export function botId(side: { appId: string }): string {
  return `28:${side.appId}`;
}
