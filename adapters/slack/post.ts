import { Agent } from 'undici';
import type { Millis } from '../../src/domain/time/calendar';
import type { After } from '../../src/ports/clock';
import { TimedOut } from './errors';

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
export function createPoster(timeoutMs: Millis, after: After): Poster {
  const agent = new Agent({ connections: CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 });
  return {
    async post(url, body) {
      const { origin, pathname, search } = new URL(url);
      const request = { origin, path: pathname + search, headers: HEADERS, body: JSON.stringify(body) };
      return new Promise((resolve, reject) => {
        let status = 0;
        let abort = (_fault: Error): void => undefined;
        let late: TimedOut | null = null;
        // One time for all of it: an answer that goes on and on is none.
        const cancel = after(timeoutMs, () => {
          late = new TimedOut();
          abort(late);
          reject(late);
        });
        agent.dispatch(
          { method: 'POST', ...request },
          {
            onRequestStart(controller) {
              abort = (fault) => controller.abort(fault);
              if (late) abort(late);
            },
            onResponseStart(_controller, statusCode) {
              status = statusCode;
            },
            onResponseData() {},
            onResponseEnd() {
              cancel();
              resolve(status);
            },
            onResponseError(_controller, error) {
              cancel();
              reject(error);
            },
          },
        );
      });
    },
    close: () => agent.close(),
  };
}
