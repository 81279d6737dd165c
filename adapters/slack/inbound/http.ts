import type { App } from '@slack/bolt';
import express, { type Request, type Response, type Router } from 'express';
import type { Clock, Log } from '../../../src/app/ports';
import { createReplayGuard, isGenuine } from './verify';

type Receiver = NonNullable<NonNullable<ConstructorParameters<typeof App>[0]>['receiver']>;

export const EVENTS_PATH = '/slack/events';
const LARGEST = '2mb';

export interface HttpReceiver extends Receiver {
  /** Mount at `/`, before anything that parses bodies. */
  router: Router;
}

/**
 * Receives signed requests. Bolt's own receivers own a server or an Express app, read the real clock, and take a
 * replayed request.
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

  function refusalOf(request: Request, body: Buffer): string | null {
    const signature = request.get('x-slack-signature');
    const timestamp = request.get('x-slack-request-timestamp');
    if (!isGenuine({ timestamp, signature, body }, signingSecret, clock.now())) return 'not signed by Slack';
    // Events come again when they were not acknowledged, in the same second perhaps; they are told by their id.
    return isFirst(signature ?? '') || request.is('application/json') ? null : 'replayed';
  }

  async function receive(request: Request, response: Response): Promise<void> {
    const raw: unknown = request.body;
    const body = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
    const refusal = refusalOf(request, body);
    if (refusal) {
      log.warn({ why: refusal, bytes: body.length }, 'request to /slack/events refused');
      response.status(401).end();
      return;
    }
    const parsed = parse(request, body);
    if (!parsed) response.status(400).end();
    else if (parsed.type === 'url_verification') response.json({ challenge: parsed.challenge });
    else if (parsed.ssl_check !== undefined || !app) response.status(app ? 200 : 503).end();
    else await process(app, parsed, request, response);
  }

  const router = express.Router();
  router.post(EVENTS_PATH, express.raw({ type: () => true, limit: LARGEST }), (request, response, next) => {
    receive(request, response).catch(next);
  });
  return {
    router,
    init(bolt) {
      app = bolt;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
}

async function process(
  app: App,
  body: Record<string, unknown>,
  request: Request,
  response: Response,
): Promise<void> {
  const retry = request.get('x-slack-retry-num');
  const reason = request.get('x-slack-retry-reason');
  await app.processEvent({
    body,
    ...(retry === undefined ? {} : { retryNum: Number(retry) }),
    ...(reason === undefined ? {} : { retryReason: reason }),
    ack: async (answer: unknown) => {
      if (response.headersSent) return;
      if (answer === undefined || answer === '') response.status(200).end();
      else if (typeof answer === 'string') response.send(answer);
      else response.json(answer);
    },
  });
  if (!response.headersSent) response.status(404).end();
}

/** Events are JSON; commands are forms; everything that is pressed is a form with JSON in it. */
function parse(request: Request, body: Buffer): Record<string, unknown> | null {
  const text = body.toString('utf8');
  if (request.is('application/json')) return parseJson(text);
  const payload = payloadAlone(text);
  if (payload !== null) return parseJson(payload);
  const form = Object.fromEntries(new URLSearchParams(text));
  return form.payload === undefined ? form : parseJson(form.payload);
}

const PAYLOAD = 'payload=';

/** The form's only field, as everything that is pressed comes: read in a fraction of the time any form takes. */
function payloadAlone(text: string): string | null {
  if (!text.startsWith(PAYLOAD) || text.includes('&')) return null;
  try {
    return decodeURIComponent(text.slice(PAYLOAD.length).replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
