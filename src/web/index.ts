import type { RequestListener } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import type { After } from '../ports/clock';
import type { Log } from '../ports/log';
import type { PostReceiver } from '../ports/post';
import { answerFaults, answerNotFound } from './faults';
import { guardOpen, guardRoutes, type OpenAccess, signIn } from './guard';
import { healthRoutes, type ReadinessScope } from './health';
import { type Meters, measureAnswers, metricsRoutes } from './metrics';
import { Posts } from './posts';
import { securityHeaders } from './security';
import { type Listening, serve } from './serve';

export { apiRoutes } from './api';
export { frontPage } from './front-page';
export { NotReady } from './health';
export { createMeters, type Meters } from './metrics';
export { officePages } from './office';
export type { Listening } from './serve';
export { type SetupView, setupPage } from './setup-page';
/** A platform's routes, mounted at `/`. */
export type Routes = RequestHandler;

export interface Web {
  /** Mount routes here before `listen`. Bodies are not parsed: each route has its own parser. */
  app: Express;
  /** Mounts routes that ask for no proof who sends: only requests that `access` lets pass reach them. */
  useOpen(routes: Routes): void;
  /**
   * Answers POSTs to exactly this path without Express, without its routing and the headers for browsers. `open`: the
   * receiver asks for no proof who sends, so `access` judges each request first.
   */
  post(path: string, receiver: PostReceiver, options?: { open: boolean }): void;
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
  hosts = [],
  openToken = null,
  https = false,
}: {
  log: Log;
  ready: (scope: ReadinessScope) => Promise<void>;
  newId: () => string;
  after: After;
  /** `token`: the bearer token that a reader must send; null: they are read from this machine only. */
  metrics?: { meters: Meters; token: string | null };
  /** Names of this machine, apart from `localhost` and its addresses. */
  hosts?: readonly string[];
  /** What requests to open routes must bring; null: they must come from this machine. */
  openToken?: string | null;
  /** Whether browsers reach the bot by https. */
  https?: boolean;
}): Web {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.locals.requestId = newId();
    response.set('x-request-id', response.locals.requestId);
    next();
  });
  if (metrics) app.use(measureAnswers(metrics.meters));
  app.use(securityHeaders({ https }));
  app.use(healthRoutes(log, ready));
  if (metrics) {
    const { meters, token } = metrics;
    app.use(metricsRoutes(meters, guardRoutes({ token, hosts, setting: 'METRICS_TOKEN' })));
  }

  const access: OpenAccess = { token: openToken, hosts, setting: 'SANDBOX_TOKEN' };
  const posts = new Posts({ log, meters: metrics?.meters ?? null, after });
  const handler: RequestListener = (request, response) => {
    if (!posts.handle(request, response)) app(request, response);
  };
  return {
    app,
    useOpen: (routes) => void app.use(signIn(access), guardRoutes(access), routes),
    post: (path, receiver, { open } = { open: false }) =>
      posts.add(path, { receiver, guard: open ? guardOpen(access) : null }),
    async listen(host, port) {
      app.use(answerNotFound);
      app.use(answerFaults(log));
      return serve(handler, { host, port, after });
    },
  };
}
