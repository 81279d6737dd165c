import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '@slack/bolt';
import { type Request, type Response, Router } from 'express';
import type { Clock } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import { headerOf, isJson, parseBody, readBody } from './body';
import { createReplayGuard, isGenuine } from './verify';

type Receiver = NonNullable<NonNullable<ConstructorParameters<typeof App>[0]>['receiver']>;

export const EVENTS_PATH = '/slack/events';

export interface HttpReceiver extends Receiver {
  /** Answers what Slack posts to `EVENTS_PATH`; it reads the body itself. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The same for Express: mount at `/`, before anything that parses bodies. */
  router: Router;
}

/**
 * Receives signed requests. Bolt's own receivers own a server or an Express app, read the real clock, and accept
 * replayed requests.
 */
export function createHttpReceiver({
  signingSecret,
  clock,
  log,
}: {
  signingSecret: string;
  clock: Clock;
  log: Log;
}): HttpReceiver {
  const isFirst = createReplayGuard(clock);
  let app: App | null = null;

  function refusalOf({ headers }: IncomingMessage, body: Buffer): string | null {
    const signature = headerOf(headers['x-slack-signature']);
    const timestamp = headerOf(headers['x-slack-request-timestamp']);
    if (!isGenuine({ timestamp, signature, body }, signingSecret, clock.now())) return 'not signed by Slack';
    // Slack repeats events, perhaps within the same second: they are recognised by their ids.
    return isFirst(signature ?? '', Number(timestamp)) || isJson(headers) ? null : 'replayed';
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (!body) return answer(response, 413);
    const refusal = refusalOf(request, body);
    if (refusal) {
      log.warn({ why: refusal, bytes: body.length }, 'request to /slack/events refused');
      return answer(response, 401);
    }
    const parsed = parseBody(request, body);
    if (!parsed) return answer(response, 400);
    if (parsed.type === 'url_verification') return answerJson(response, { challenge: parsed.challenge });
    if (parsed.ssl_check !== undefined || !app) return answer(response, app ? 200 : 503);
    return dispatch(app, parsed, request, response);
  }

  const router = Router();
  router.post(EVENTS_PATH, (request: Request, response: Response, next) => {
    handle(request, response).catch(next);
  });
  return {
    handle,
    router,
    init(bolt) {
      app = bolt;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
}

function answer(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

function answerJson(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}

/** Bolt answers the response when a listener acknowledges the request. */
async function dispatch(
  app: App,
  body: Record<string, unknown>,
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const retry = headerOf(headers['x-slack-retry-num']);
  const reason = headerOf(headers['x-slack-retry-reason']);
  await app.processEvent({
    body,
    ...(retry === undefined ? {} : { retryNum: Number(retry) }),
    ...(reason === undefined ? {} : { retryReason: reason }),
    ack: async (said: unknown) => {
      if (response.headersSent) return;
      if (said === undefined || said === '') answer(response, 200);
      else answerJson(response, typeof said === 'string' ? { text: said } : said);
    },
  });
  if (!response.headersSent) answer(response, 404);
}
