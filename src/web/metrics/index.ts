import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Meters } from './meters';

export { GAUGE_NAMES } from './gauges';
export { createMeters, type Meters } from './meters';

/** `/metrics`, for requests that `guard` lets pass. */
export function metricsRoutes(meters: Meters, guard: RequestHandler): Router {
  const routes = Router();
  routes.get('/metrics', guard, async (_request, response) => {
    response.set('cache-control', 'no-store');
    const text = await meters.text();
    response.set('content-type', meters.contentType).send(text);
  });
  return routes;
}

/** Measures every answer but event streams, which last as long as their page is open. */
export function measureAnswers(meters: Meters): RequestHandler {
  return (request, response, next) => {
    const answered = meters.answering();
    response.once('finish', () => {
      if (isStream(response)) return;
      answered({ method: request.method, route: routeOf(request), status: response.statusCode });
    });
    next();
  };
}

/** The route's pattern, never the address: requests for many addresses must not make many series. */
function routeOf(request: Request): string {
  const path: unknown = request.route?.path;
  return typeof path === 'string' ? request.baseUrl + path : 'none';
}

function isStream(response: Response): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}
