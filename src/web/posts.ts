import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../ports/log';
import type { Meters } from './metrics';

/** Answers one request. What it throws is logged and answered with status 500. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Answers POSTs of platforms without Express, which would take longer than the press that it carries. Returns false when
 * the request is not one of these.
 */
export function answerPosts(
  answers: ReadonlyMap<string, Answer>,
  { log, meters }: { log: Log; meters: Meters | null },
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const { method = '', url: path = '' } = request;
    const answer = method === 'POST' ? answers.get(path) : undefined;
    if (!answer) return false;
    const answered = meters?.answering();
    if (answered) {
      response.once('finish', () => answered({ method, route: path, status: response.statusCode }));
    }
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, method, path }, 'request failed');
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
    return true;
  };
}
