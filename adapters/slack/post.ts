import { Agent } from 'undici';
import type { Millis } from '../../src/domain/calendar';

/** Posts JSON; resolves with the status once the answer is complete, and throws what the network threw. */
export interface Poster {
  post(url: string, body: object): Promise<number>;
  /** Waits for what was sent, then closes its connections. */
  close(): Promise<void>;
}

const HEADERS = { 'content-type': 'application/json; charset=utf-8' };
/** To one host, at most. */
const CONNECTIONS = 64;

/**
 * Over connections that stay open, without what `fetch` builds around each call: an answer at a response_url follows
 * every press, and by `fetch` it took as long as everything else that a press needs.
 */
export function createPoster(timeoutMs: Millis): Poster {
  const agent = new Agent({
    connections: CONNECTIONS,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  return {
    async post(url, body) {
      const { origin, pathname, search } = new URL(url);
      const request = { origin, path: pathname + search, headers: HEADERS, body: JSON.stringify(body) };
      return new Promise((resolve, reject) => {
        let status = 0;
        agent.dispatch(
          { method: 'POST', ...request },
          {
            onRequestStart() {},
            onResponseStart(_controller, statusCode) {
              status = statusCode;
            },
            onResponseData() {},
            onResponseEnd: () => resolve(status),
            onResponseError: (_controller, error) => reject(error),
          },
        );
      });
    },
    close: () => agent.close(),
  };
}
