import express, { type Express, type RequestHandler } from 'express';
import type { After, Log } from '../app/ports';
import { answerFaults, answerNotFound } from './faults';
import { healthRoutes } from './health';
import { type Meters, measureAnswers, metricsRoutes } from './metrics';
import { setSecurityHeaders } from './security';
import { type Listening, serve } from './serve';

export { NotReady } from './health';
export { createMeters, type Meters } from './metrics';
export type { Listening } from './serve';
/** What a platform mounts at `/`. */
export type Routes = RequestHandler;

export interface Web {
  /** For the routes of others, before `listen`. It parses no body: each route brings its own parser. */
  app: Express;
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
  ready: () => Promise<void>;
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

  return {
    app,
    async listen(host, port) {
      app.use(answerNotFound);
      app.use(answerFaults(log));
      return serve(app, { host, port, after });
    },
  };
}
