import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Log } from '../ports/log';

export const answerNotFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'not found' });
};

/**
 * Answers what a route threw. For a malformed or oversized body the answer has the 4xx status of the error, which is not
 * logged because its message quotes the body. Any other error is logged under the request's id and answered with 500.
 */
export function answerFaults(log: Log): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const status = clientStatus(error);
    const { requestId } = response.locals;
    if (status === null) {
      log.error({ err: error, requestId, method: request.method, path: routeOf(request) }, 'request failed');
    }
    // The answer has begun: a broken connection shows the client that it is incomplete.
    if (response.headersSent) response.destroy();
    else if (status === null) response.status(500).json({ error: 'internal error', requestId });
    else response.status(status).json({ error: 'the request cannot be read', requestId });
  };
}

/** The 4xx status that body parsers and the router put on their errors; null for any other error. */
function clientStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** The address with the names of its parameters: their values can be secrets. */
function routeOf({ route, path }: Request): string {
  return typeof route?.path === 'string' ? route.path : path;
}
