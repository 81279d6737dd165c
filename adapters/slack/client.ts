import { webApi } from '@slack/bolt';
import type { Millis } from '../../src/domain/time/calendar';
import type { Log } from '../../src/ports/log';
import { boltLogger } from './bolt-logger';
import { createTransport, type TransportParts } from './transport';

export interface ClientParts extends TransportParts {
  /** Null: Slack's own. */
  apiUrl: string | null;
  log: Log;
}

export const CALL_TIMEOUT_MS: Millis = 10_000;

/** The SDK's client without its own retries, which would post twice, and with the time-out of our transport. */
export function createClient(parts: ClientParts): webApi.WebClient {
  return new webApi.WebClient(undefined, {
    ...(parts.apiUrl === null ? {} : { slackApiUrl: parts.apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 0,
    allowAbsoluteUrls: false,
    logger: boltLogger(parts.log),
    fetch: createTransport(parts, CALL_TIMEOUT_MS),
  });
}
