import { randomUUID } from 'node:crypto';
import type { Config } from '../config';
import type { Log } from '../ports/log';
import { createWeb, type Listening, type Meters } from '../web';
import type { Platform } from './platforms';
import type { readinessOf } from './readiness';
import { after } from './real-time';

export interface ServeParts {
  http: Config['http'];
  platforms: readonly Platform[];
  meters: Meters;
  ready: ReturnType<typeof readinessOf>;
  log: Log;
}

/** Starts the one HTTP server, with the routes of every platform. Throws when the address cannot be had. */
export function serve({ http, platforms, meters, ready, log }: ServeParts): Promise<Listening> {
  const metrics = { meters, token: http.metricsToken };
  const web = createWeb({ log, newId: randomUUID, after, metrics, ready });
  for (const { routes, posts } of platforms) {
    for (const route of routes) web.app.use(route);
    for (const [path, answer] of Object.entries(posts)) web.post(path, answer);
  }
  return web.listen(http.host, http.port);
}
