import { createHmac } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import type { Json } from './refusal';

/** What Slack sends, before it is wrapped for its way. */
export type Inbound =
  | { kind: 'event'; body: Json; attempt: number; reason: string }
  | { kind: 'command'; body: Record<string, string> }
  | { kind: 'interactive'; body: Json };

/** How the bot took it. `acked`: 2xx over HTTP, or an acknowledgement over the socket, in time. */
export interface Delivery {
  acked: boolean;
  /** HTTP status; null over the socket, or when there was none. */
  status: number | null;
  /** The answer, parsed where it is JSON; null when empty. */
  body: unknown;
  /** Real milliseconds until the acknowledgement. */
  ackMs: number;
  /** Why there was none. */
  error: string | null;
  /** The request as sent over HTTP, to be sent again with `resend`. */
  request: SignedRequest | null;
}

export interface SignedRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What a forger does. Each is wrong on purpose. */
export interface Forgery {
  signingSecret?: string;
  /** Seconds. */
  timestamp?: number;
  signature?: string;
  /** Changes the body after it was signed. */
  tamper?: (body: string) => string;
  /** Drops these headers. */
  without?: string[];
}

export type Send = (inbound: Inbound, forgery?: Forgery) => Promise<Delivery>;

/** Slack's signature of a request, `v0=…`. */
export function sign(secret: string, timestampS: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestampS}:${body}`).digest('hex')}`;
}

const TYPES = {
  event: 'application/json',
  command: 'application/x-www-form-urlencoded',
  interactive: 'application/x-www-form-urlencoded',
};

function encode(inbound: Inbound): string {
  if (inbound.kind === 'event') return JSON.stringify(inbound.body);
  if (inbound.kind === 'command') return new URLSearchParams(inbound.body).toString();
  return new URLSearchParams({ payload: JSON.stringify(inbound.body) }).toString();
}

function retryHeaders(inbound: Inbound): Record<string, string> {
  if (inbound.kind !== 'event' || inbound.attempt === 0) return {};
  return { 'x-slack-retry-num': String(inbound.attempt), 'x-slack-retry-reason': inbound.reason };
}

/** Where signed HTTP requests go: one address for all, or one a kind. */
export type Endpoints = string | Record<Inbound['kind'], string>;

export function signRequest(
  inbound: Inbound,
  to: { endpoints: Endpoints; signingSecret: string; nowS: number },
  forgery: Forgery = {},
): SignedRequest {
  const body = encode(inbound);
  const timestamp = forgery.timestamp ?? to.nowS;
  const headers: Record<string, string> = {
    'content-type': TYPES[inbound.kind],
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature':
      forgery.signature ?? sign(forgery.signingSecret ?? to.signingSecret, timestamp, body),
    ...retryHeaders(inbound),
  };
  for (const name of forgery.without ?? []) delete headers[name];
  const url = typeof to.endpoints === 'string' ? to.endpoints : to.endpoints[inbound.kind];
  return { url, headers, body: forgery.tamper?.(body) ?? body };
}

/** Sends signed requests over connections that stay open, as Slack's do. */
export function createSender(timeoutMs: () => number): {
  send(request: SignedRequest): Promise<Delivery>;
  stop(): void;
} {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    send: (request) => post(agent, request, timeoutMs()),
    stop: () => agent.destroy(),
  };
}

function post(agent: Agent, request: SignedRequest, timeoutMs: number): Promise<Delivery> {
  const started = performance.now();
  const length = { 'content-length': String(Buffer.byteLength(request.body)) };
  return new Promise((resolve) => {
    const fail = (error: string) =>
      resolve({ acked: false, status: null, body: null, ackMs: performance.now() - started, error, request });
    const outgoing = httpRequest(request.url, {
      method: 'POST',
      agent,
      headers: { ...request.headers, ...length },
    });
    const timer = setTimeout(() => {
      fail('http_timeout');
      outgoing.destroy();
    }, timeoutMs);
    outgoing.on('error', () => {
      clearTimeout(timer);
      fail('http_error');
    });
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        clearTimeout(timer);
        const status = response.statusCode ?? 0;
        const acked = status >= 200 && status < 300;
        const body = parseAnswer(Buffer.concat(chunks).toString('utf8'));
        const error = acked ? null : 'http_error';
        resolve({ acked, status, body, ackMs: performance.now() - started, error, request });
      });
    });
    outgoing.end(request.body);
  });
}

function parseAnswer(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
