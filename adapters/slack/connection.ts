import { SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Millis } from '../../src/domain/time/calendar';
import type { After, Clock } from '../../src/ports/clock';
import type { Log } from '../../src/ports/log';
import { withTimeout } from '../../src/ports/timeout';
import { boltLogger } from './bolt-logger';
import { slackCode } from './errors';
import type { AllowedTeams } from './install/allowed';

export interface SlackConfig {
  auth: { kind: 'token'; botToken: string } | { kind: 'oauth'; allowedTeams?: AllowedTeams };
  connection:
    | { kind: 'socket'; appToken: string; unusedSecret?: boolean }
    | { kind: 'http'; signingSecret: string };
  /** The app's slash command; `/telework` where it is left out. */
  command?: string;
  /** Null: Slack's own. */
  apiUrl: string | null;
}

/** So long the connection may be down before the bot counts as not ready: Slack renews it every few hours. */
const MAX_DOWN_MS: Millis = 60_000;

/** Whether requests of Slack can arrive, by Socket Mode's own events. */
export class SocketState {
  readonly #clock: Clock;
  /** Null: it is up, or was never asked for. */
  #downSince: Millis | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isUp(): boolean {
    return this.#downSince === null;
  }

  /** Whether it has been down for more than a minute. */
  get isLost(): boolean {
    return this.#downSince !== null && this.#clock.now() - this.#downSince > MAX_DOWN_MS;
  }

  up(): void {
    this.#downSince = null;
  }

  down(): void {
    this.#downSince ??= this.#clock.now();
  }
}

const CONNECT_TIMEOUT_MS: Millis = 15_000;

/** Connects. While Slack is away the bot starts without it, and the SDK goes on trying. */
export async function connect(
  receiver: { start(): Promise<unknown> },
  { connection, after, log }: { connection: string; after: After; log: Log },
): Promise<void> {
  const connecting = receiver.start();
  const inTime = await withTimeout(
    connecting.then(() => true),
    { ms: CONNECT_TIMEOUT_MS, after, onTimeout: () => false },
  );
  if (inTime) return log.info({ connection }, 'Slack is connected');
  log.warn({}, 'Slack is not connected yet; trying on');
  connecting.then(
    () => log.info({}, 'Slack is connected'),
    (error: unknown) => log.error({ err: error }, 'Slack is not connected: run npm run doctor'),
  );
}

/** To what a bot token belongs; null where Slack does not say. */
export interface TokenOwner {
  app: string | null;
  /** The id of the workspace. */
  team: string | null;
  /** Whether Slack refused the token for good, so that nothing can be served with it. */
  refused: boolean;
}

/** Slack's codes for a token that no later call will accept. */
const REFUSALS = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

/**
 * The app and the workspace that the bot token belongs to. A token that Slack refuses is logged, and does not keep the
 * bot from starting: it may be replaced, and other platforms go on.
 */
export async function ownerOf(token: string, client: webApi.WebClient, log: Log): Promise<TokenOwner> {
  try {
    const { bot_id: bot, team_id: team = null } = await client.auth.test({ token });
    const about = bot ? await client.bots.info({ token, bot }).catch(() => null) : null;
    return { app: about?.bot?.app_id ?? null, team, refused: false };
  } catch (error) {
    log.error({ err: error }, 'SLACK_BOT_TOKEN was not accepted: run npm run doctor');
    return { app: null, team: null, refused: REFUSALS.has(slackCode(error) ?? '') };
  }
}

/** Throws where the configuration has no app token. */
export function socketReceiver(
  { connection, apiUrl }: SlackConfig,
  { log, state }: { log: Log; state: SocketState },
): SocketModeReceiver {
  if (connection.kind !== 'socket') throw new Error('Socket Mode needs SLACK_APP_TOKEN');
  if (connection.unusedSecret)
    log.warn(
      {},
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used, HTTP is not served',
    );
  const receiver = new SocketModeReceiver({
    appToken: connection.appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions: apiUrl === null ? {} : { slackApiUrl: apiUrl } },
  });
  for (const event of ['connecting', 'reconnecting', 'disconnected'])
    receiver.client.on(event, () => state.down());
  let connections = 0;
  receiver.client.on('connected', () => {
    state.up();
    connections += 1;
    if (connections > 1) log.info({}, 'Slack is connected again');
  });
  return receiver;
}
