import { Router } from 'express';
import type { Log } from '../app/ports';

/** Why the bot cannot serve now: said to whoever asks `/readyz`, so it holds nothing private. */
export class NotReady extends Error {
  override name = 'NotReady';
}

/** `/healthz`: the process lives. `/readyz`: it can serve; 503 with the reason while it cannot. */
export function healthRoutes(log: Log, ready: () => Promise<void>): Router {
  const whyNot = async (): Promise<string | null> => {
    try {
      await ready();
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
  routes.get('/readyz', async (_request, response) => {
    const reason = await whyNot();
    response.set('cache-control', 'no-store');
    if (reason === null) response.json({ status: 'ready' });
    else response.status(503).json({ status: 'unavailable', reason });
  });
  return routes;
}
