import type { RequestListener } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import type { After } from '../ports/clock';
import type { Log } from '../ports/log';
import { answerFaults, answerNotFound } from './faults';
import { type Asked, healthRoutes } from './health';
import { type Meters, measureAnswers, metricsRoutes } from './metrics';
import { type Answer, answerPosts } from './posts';
import { setSecurityHeaders } from './security';
import { type Listening, serve } from './serve';

export { NotReady } from './health';
export { createMeters, type Meters } from './metrics';
export type { Answer } from './posts';
export type { Listening } from './serve';
/** What a platform mounts at `/`. */
export type Routes = RequestHandler;

export interface Web {
  /** For the routes of others, before `listen`. It parses no body: each route brings its own parser. */
  app: Express;
  /** Answers POSTs to exactly this path without Express, its headers for browsers and its routing. */
  post(path: string, answer: Answer): void;
  /** Port 0 takes any free one. Throws when the address cannot be had. */
  listen(host: string, port: number): Promise<Listening>;
}

/**
 * The one HTTP server: health, metrics, security headers, and an answer to what nobody answers.
 * `ready` throws while the bot cannot serve: a `NotReady` (`starting`, `stopping`), or what the store throws.
 */
export function createWeb({
  log,
  ready,
  newId,
  after,
  metrics,
}: {
  log: Log;
  ready: (asked: Asked) => Promise<void>;
  newId: () => string;
  after: After;
  /** `token`: what must be brought to see them; null: nothing. */
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
