import { Router } from 'express';
import type { Log } from '../ports/log';

/** Why the bot cannot serve now. `/readyz` shows the message to anyone, so it must not hold anything private. */
export class NotReady extends Error {
  override name = 'NotReady';
}

/** The parts that must be ready. */
export interface ReadinessScope {
  /** Whether the database must answer. All replicas lose it at once, and should then still tell people so. */
  database: boolean;
}

/**
 * `/healthz` says that the process is alive. `/readyz` says whether it can serve: 200, or 503 with the reason.
 * `/readyz?exclude=database` is for load balancers, which must not remove all replicas when their shared database is
 * down.
 */
export function healthRoutes(log: Log, ready: (scope: ReadinessScope) => Promise<void>): Router {
  const whyNot = async (scope: ReadinessScope): Promise<string | null> => {
    try {
      await ready(scope);
      return null;
    } catch (error) {
      if (error instanceof NotReady) return error.message;
      log.warn({ err: error }, 'not ready');
      return 'fault';
    }
  };

  const routes = Router();
  routes.get('/healthz', (_request, response) => {
    response.set('cache-control', 'no-store').json({ status: 'ok' });
  });
  routes.get('/readyz', async (request, response) => {
    const reason = await whyNot({ database: request.query.exclude !== 'database' });
    response.set('cache-control', 'no-store');
    if (reason === null) response.json({ status: 'ready' });
    else response.status(503).json({ status: 'unavailable', reason });
  });
  return routes;
}
