import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Log } from '../ports/log';

export const answerNotFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'not found' });
};

/**
 * Answers what a route threw. A request that is at fault itself (a malformed or oversized body) gets its status
 * and is not logged: its message quotes the body. Anything else is ours: it is logged under the request's id.
 */
export function answerFaults(log: Log): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const status = clientStatus(error);
    const { requestId } = response.locals;
    if (status === null) {
      log.error({ err: error, requestId, method: request.method, path: request.path }, 'request failed');
    }
    // The answer has begun: cutting the connection shows that it is not whole.
    if (response.headersSent) response.destroy();
    else if (status === null) response.status(500).json({ error: 'internal error', requestId });
    else response.status(status).json({ error: 'the request cannot be read', requestId });
  };
}

/** The 4xx status that body parsers and the router put on their errors; null: the fault is ours. */
function clientStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
