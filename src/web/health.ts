import { Router } from 'express';
import type { Log } from '../ports/log';

/** Why the bot cannot serve now: said to whoever asks `/readyz`, so it holds nothing private. */
export class NotReady extends Error {
  override name = 'NotReady';
}

/** What readiness is asked of. */
export interface Asked {
  /** Whether the database counts. All replicas lose it at once, and should then still say so to people. */
  database: boolean;
}

/**
 * `/healthz`: the process lives. `/readyz`: it can serve; 503 with the reason while it cannot. `/readyz?exclude=database`:
 * the same for load balancers, which must not take all replicas off because they share a database.
 */
export function healthRoutes(log: Log, ready: (asked: Asked) => Promise<void>): Router {
  const whyNot = async (asked: Asked): Promise<string | null> => {
    try {
      await ready(asked);
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
