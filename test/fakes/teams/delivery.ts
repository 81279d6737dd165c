import { Agent, request } from 'node:http';
import type { InvokeAnswer } from './answers';
import type { Json } from './json';

/** An activity that was sent to the bot, and the bot's answer. */
export interface Delivery {
  activity: Json;
  /** The HTTP status. */
  status: number;
  /** Parsed if it is JSON, otherwise its text; null when empty. */
  body: unknown;
  /** The time that the bot took, in real milliseconds. */
  ms: number;
  /** The answer to an invoke on a card; null for other activities, and for an answer against the protocol. */
  answer: InvokeAnswer | null;
}

/** Sends activities to one bot over kept-alive connections. */
export interface Courier {
  bring(activity: Json, token: string | null): Promise<Delivery>;
  close(): void;
}

/** `token` null sends no Authorization header. */
export function makeCourier(endpoint: string): Courier {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    bring: async (activity, token) => {
      const started = performance.now();
      const { status, text, json } = await send(endpoint, agent, JSON.stringify(activity), token);
      const body = text === '' ? null : json ? JSON.parse(text) : text;
      return { activity, status, body, ms: performance.now() - started, answer: null };
    },
    close: () => agent.destroy(),
  };
}

function send(
  endpoint: string,
  agent: Agent,
  text: string,
  token: string | null,
): Promise<{ status: number; text: string; json: boolean }> {
  const length = Buffer.byteLength(text);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': length,
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(endpoint, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const json = response.headers['content-type']?.includes('json') === true;
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), json });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}
