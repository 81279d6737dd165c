import { App } from '@slack/bolt';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Log } from '../../src/ports/log';
import type { Memory } from '../../src/ports/store/memory';
import { boltLogger } from './bolt-logger';
import type { Ack } from './inbound/acknowledged';
import { EVENTS, type EventName, type EventParts, follow } from './inbound/events';
import type { InteractionParts } from './inbound/interaction-parts';
import { Interactions } from './inbound/interactions';
import { readCommand, readEvent, readInteraction } from './inbound/payloads';
import { type AllowedTeams, isAllowed } from './install/allowed';
import { memoryKeys } from './memory-keys';

type Receiver = NonNullable<NonNullable<ConstructorParameters<typeof App>[0]>['receiver']>;

export interface ListenParts extends EventParts, InteractionParts {
  receiver: Receiver;
  allowedTeams: AllowedTeams;
  /** The id of this Slack app; null while it is not known. */
  ownApp(): string | null;
  /** The app's slash command. */
  command: string;
  memory: Memory;
  clock: Clock;
  log: Log;
}

/** The ids of the shortcuts in the manifest: the global one, and the one in each message's menu. */
const PANEL_SHORTCUT = /^panel(-on-message)?$/;
/** Slack repeats unacknowledged events at once, after one minute and after five. */
const EVENT_TTL_MS: Millis = 15 * 60_000;

export interface Listening {
  /** Resolves when everything that was begun is finished. */
  settled(): Promise<void>;
}

/** Passes what Slack sends to the core, through Bolt. */
export function listen(parts: ListenParts): Listening {
  const running = new Set<Promise<void>>();
  const app = createApp(parts);
  const interactions = new Interactions(parts);

  /** Work is finished before a stop. Slack shows an error of its own for a fault before the acknowledgement. */
  async function track(work: Promise<void>): Promise<void> {
    running.add(work);
    try {
      await work;
    } finally {
      running.delete(work);
    }
  }

  app.use(async (args) => {
    const { body, next } = args;
    if (
      !isOurs(parts, body) ||
      !isOwnCommand(parts, body) ||
      !isServed(parts, body) ||
      !(await isNews(parts, body))
    )
      return;
    // Hot path: presses end here, before Bolt asks each of the listeners below.
    if (!('action' in args) || body.type !== 'block_actions') return next();
    await track(interactions.press(readInteraction(body), asAck(args.ack)));
  });
  app.command(/.*/, ({ body, ack }) => track(interactions.command(readCommand(body), asAck(ack))));
  app.view(/.*/, ({ body, ack }) => track(interactions.submit(readInteraction(body), asAck(ack))));
  app.shortcut(PANEL_SHORTCUT, ({ body, ack }) =>
    track(interactions.panel(readInteraction(body), asAck(ack))),
  );
  // One listener for all events: Bolt asks every listener about every request.
  app.event(/.*/, async ({ body, event, context }) => {
    if (!isFollowed(event.type)) return;
    await track(follow(parts, event.type, { body, event, botUserId: context.botUserId }));
  });
  app.error(async (error) => {
    parts.log.error({ fault: error.name, code: error.code }, 'request from Slack not served');
  });
  return {
    async settled() {
      await Promise.allSettled([...running]);
    },
  };
}

function createApp({ receiver, installations, allowedTeams, log }: ListenParts): App {
  return new App({
    receiver,
    logger: boltLogger(log),
    convoStore: false,
    tokenVerificationEnabled: false,
    clientOptions: { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    async authorize({ teamId = null, enterpriseId = null, isEnterpriseInstall }, body) {
      // Requests of people are acknowledged before anything is looked up.
      if (!body || !('event' in body) || !isAllowed(allowedTeams, viaOf(body))) return {};
      const bot = await installations.botFor({
        teamId: teamId ?? null,
        enterpriseId: enterpriseId ?? null,
        isEnterpriseInstall,
      });
      if (!bot) throw new Error('the bot is not installed there');
      const { botToken, botId, botUserId } = bot;
      return {
        botToken,
        botId,
        botUserId,
        ...(bot.teamId === null ? {} : { teamId: bot.teamId }),
        ...(bot.enterpriseId === null ? {} : { enterpriseId: bot.enterpriseId }),
      };
    },
  });
}

/** With an app-level token of another app, requests arrive that are meant for that app: they are not acknowledged. */
function isOurs({ ownApp, log }: ListenParts, body: object): boolean {
  const own = ownApp();
  if (own === null || !('api_app_id' in body) || body.api_app_id === own) return true;
  log.warn({ refused: 'of another app' }, 'request from Slack refused: run npm run doctor');
  return false;
}

/** A command of another name is another app's: Slack then shows an error of its own. */
function isOwnCommand({ command, log }: ListenParts, body: object): boolean {
  if (!('command' in body) || body.command === command) return true;
  log.warn(
    { refused: 'another command' },
    'slash command refused: it is not the one that SLACK_COMMAND names',
  );
  return false;
}

/** Slack shows an error of its own to people of a workspace that is not served. */
function isServed({ allowedTeams, log }: ListenParts, body: object): boolean {
  if (allowedTeams === null) return true;
  const via = viaOf(body);
  if (isAllowed(allowedTeams, via)) return true;
  const { teamId, enterpriseId } = via;
  log.warn(
    { refused: 'not allowed', teamId, enterpriseId },
    'request from Slack refused: SLACK_ALLOWED_TEAMS does not name its workspace',
  );
  return false;
}

function viaOf(body: object) {
  if ('command' in body) return readCommand(body).via;
  return 'event' in body ? readEvent(body).via : readInteraction(body).via;
}

/** Whether no process has followed the event yet. Slack never repeats requests of people. */
async function isNews({ memory, clock, log }: ListenParts, body: object): Promise<boolean> {
  if (!('event_id' in body) || typeof body.event_id !== 'string') return true;
  const first = await memory.claim(memoryKeys.event(body.event_id), '', clock.now() + EVENT_TTL_MS, null);
  if (!first) log.debug({}, 'event delivered again; it has been followed');
  return first;
}

function isFollowed(type: string): type is EventName {
  return Object.hasOwn(EVENTS, type);
}

/** Bolt types the acknowledgement of each kind of request; our answers are made by kind. */
function asAck(ack: (answer?: never) => Promise<void>): Ack {
  return (answer) => (answer === undefined ? ack() : (ack as Ack)(answer));
}
