import { Agent } from 'undici';
import type { Millis } from '../../src/domain/time/calendar';
import type { After } from '../../src/ports/clock';
import { withTimeout } from '../../src/ports/timeout';
import { TimedOut } from './errors';

/** Posts JSON: the answers at response_urls. */
export interface Poster {
  /** Resolves with the HTTP status when the answer is complete. Throws the network's errors, and TimedOut. */
  post(url: string, body: object): Promise<number>;
  /** Waits for what was sent, then closes the connections. */
  close(): Promise<void>;
}

interface Exchange {
  status: Promise<number>;
  abort(fault: Error): void;
}

const HEADERS = { 'content-type': 'application/json; charset=utf-8' };
const MAX_CONNECTIONS_TO_HOST = 64;

/**
 * Posts over connections that stay open, without what `fetch` builds around each call. Every press ends in a post to a
 * response_url; by `fetch` it took as long as everything else that a press needs.
 */
export function createPoster(timeoutMs: Millis, after: After): Poster {
  const agent = new Agent({ connections: MAX_CONNECTIONS_TO_HOST, headersTimeout: 0, bodyTimeout: 0 });
  return {
    async post(url, body) {
      const { status, abort } = exchange(agent, url, body);
      // One time-out for all of it: an answer that does not end is cut off, too.
      const onTimeout = () => {
        const late = new TimedOut();
        abort(late);
        throw late;
      };
      return withTimeout(status, { ms: timeoutMs, after, onTimeout });
    },
    close: () => agent.close(),
  };
}

function exchange(agent: Agent, url: string, body: object): Exchange {
  const { origin, pathname, search } = new URL(url);
  const request = { origin, path: pathname + search, headers: HEADERS, body: JSON.stringify(body) };
  let aborted: Error | null = null;
  let abort = (fault: Error): void => {
    aborted = fault;
  };
  const status = new Promise<number>((resolve, reject) => {
    let statusCode = 0;
    agent.dispatch(
      { method: 'POST', ...request },
      {
        onRequestStart(controller) {
          abort = (fault) => controller.abort(fault);
          if (aborted) abort(aborted);
        },
        onResponseStart(_controller, code) {
          statusCode = code;
        },
        onResponseData() {},
        onResponseEnd: () => resolve(statusCode),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
  return { status, abort: (fault) => abort(fault) };
}
