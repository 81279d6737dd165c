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
  const { host, listenHost, port, publicUrl, metricsToken, sandboxToken } = http;
  if (listenHost !== host) {
    log.warn(
      { host: listenHost },
      'HOST is not used: without SANDBOX_TOKEN the sandbox, and Teams without credentials, listen on this machine only',
    );
  }
  const metrics = { meters, token: metricsToken };
  const access = { hosts: [host], openToken: sandboxToken, https: publicUrl?.startsWith('https:') ?? false };
  const web = createWeb({ log, newId: randomUUID, after, metrics, ready, ...access });
  for (const { routes, posts, open } of platforms) {
    for (const route of routes) open ? web.useOpen(route) : web.app.use(route);
    for (const [path, receiver] of Object.entries(posts)) web.post(path, receiver, { open });
  }
  return web.listen(listenHost, port);
}
