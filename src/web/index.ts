import type { RequestListener } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import type { After } from '../ports/clock';
import type { Log } from '../ports/log';
import { answerFaults, answerNotFound } from './faults';
import { healthRoutes, type ReadinessScope } from './health';
import { type Meters, measureAnswers, metricsRoutes } from './metrics';
import { type Answer, answerPosts } from './posts';
import { setSecurityHeaders } from './security';
import { type Listening, serve } from './serve';

export { NotReady } from './health';
export { createMeters, type Meters } from './metrics';
export type { Answer } from './posts';
export type { Listening } from './serve';
/** A platform's routes, mounted at `/`. */
export type Routes = RequestHandler;

export interface Web {
  /** Mount routes here before `listen`. Bodies are not parsed: each route has its own parser. */
  app: Express;
  /** Answers POSTs to exactly this path without Express, without its routing and the headers for browsers. */
  post(path: string, answer: Answer): void;
  /** Port 0 takes any free port. Throws when the address cannot be used. */
  listen(host: string, port: number): Promise<Listening>;
}

/**
 * The HTTP server: health, metrics, security headers, and 404 where no route answers. `ready` throws while the bot cannot
 * serve: a `NotReady` (`starting`, `stopping`), or what the store throws.
 */
export function createWeb({
  log,
  ready,
  newId,
  after,
  metrics,
}: {
  log: Log;
  ready: (scope: ReadinessScope) => Promise<void>;
  newId: () => string;
  after: After;
  /** `token`: the bearer token that a reader must send; null: anyone may read them. */
  metrics?: { meters: Meters; token: string | null };
}): Web {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.locals.requestId = newId();
    response.set('x-request-id', response.locals.requestId);
    next();
  });
  if (metrics) app.use(measureAnswers(metrics.meters));
  app.use(setSecurityHeaders);
  app.use(healthRoutes(log, ready));
  if (metrics) app.use(metricsRoutes(metrics.meters, metrics.token));

  const posts = new Map<string, Answer>();
  const measured = metrics?.meters ?? null;
  const byPath = answerPosts(posts, { log, meters: measured });
  const handler: RequestListener = (request, response) => {
    if (!byPath(request, response)) app(request, response);
  };
  return {
    app,
    post: (path, answer) => void posts.set(path, answer),
    async listen(host, port) {
      app.use(answerNotFound);
      app.use(answerFaults(log));
      return serve(handler, { host, port, after });
    },
  };
}
