import { SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Millis } from '../../src/domain/time/calendar';
import type { After } from '../../src/ports/clock';
import type { Log } from '../../src/ports/log';
import { withTimeout } from '../../src/ports/timeout';
import { boltLogger } from './bolt-logger';
import type { AllowedTeams } from './install/allowed';

export interface SlackConfig {
  auth: { kind: 'token'; botToken: string } | { kind: 'oauth'; allowedTeams?: AllowedTeams };
  connection: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };
  /** Null: Slack's own. */
  apiUrl: string | null;
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
}

/**
 * The app and the workspace that the bot token belongs to. A token that Slack refuses is logged,
 * and does not keep the bot from starting: it may be replaced, and other platforms go on.
 */
export async function ownerOf(token: string, client: webApi.WebClient, log: Log): Promise<TokenOwner> {
  try {
    const { bot_id: bot, team_id: team = null } = await client.auth.test({ token });
    const about = bot ? await client.bots.info({ token, bot }).catch(() => null) : null;
    return { app: about?.bot?.app_id ?? null, team };
  } catch (error) {
    log.error({ err: error }, 'SLACK_BOT_TOKEN was not accepted: run npm run doctor');
    return { app: null, team: null };
  }
}

/** Throws where the configuration has no app token. */
export function socketReceiver({ connection, apiUrl }: SlackConfig, log: Log): SocketModeReceiver {
  if (connection.kind !== 'socket') throw new Error('Socket Mode needs SLACK_APP_TOKEN');
  const receiver = new SocketModeReceiver({
    appToken: connection.appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions: apiUrl === null ? {} : { slackApiUrl: apiUrl } },
  });
  let connections = 0;
  receiver.client.on('connected', () => {
    connections += 1;
    if (connections > 1) log.info({}, 'Slack is connected again');
  });
  return receiver;
}
