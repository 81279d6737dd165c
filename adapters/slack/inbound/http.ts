import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '@slack/bolt';
import { type Request, type Response, Router } from 'express';
import type { Clock } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import { createReplayGuard, isGenuine } from './verify';

type Receiver = NonNullable<NonNullable<ConstructorParameters<typeof App>[0]>['receiver']>;

export const EVENTS_PATH = '/slack/events';
const LARGEST = 2 * 1024 * 1024;

export interface HttpReceiver extends Receiver {
  /** Answers what Slack posts to `EVENTS_PATH`; it reads the body itself. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The same for Express: mount at `/`, before anything that parses bodies. */
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

  function refusalOf({ headers }: IncomingMessage, body: Buffer): string | null {
    const signature = headerOf(headers['x-slack-signature']);
    const timestamp = headerOf(headers['x-slack-request-timestamp']);
    if (!isGenuine({ timestamp, signature, body }, signingSecret, clock.now())) return 'not signed by Slack';
    // Events come again when they were not acknowledged, in the same second perhaps; they are told by their id.
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
    const parsed = parse(request, body);
    if (!parsed) return answer(response, 400);
    if (parsed.type === 'url_verification') return answerJson(response, { challenge: parsed.challenge });
    if (parsed.ssl_check !== undefined || !app) return answer(response, app ? 200 : 503);
    return process(app, parsed, request, response);
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

/** The whole body; null: it is larger than anything Slack sends, or its sender went away. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LARGEST) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)));
    request.on('error', () => resolve(null));
  });
}

function answer(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

function answerJson(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}

async function process(
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

function headerOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function isJson(headers: IncomingMessage['headers']): boolean {
  return headers['content-type']?.startsWith('application/json') ?? false;
}

/** Events are JSON; commands are forms; everything that is pressed is a form with JSON in it. */
function parse({ headers }: IncomingMessage, body: Buffer): Record<string, unknown> | null {
  const text = body.toString('utf8');
  if (isJson(headers)) return parseJson(text);
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
