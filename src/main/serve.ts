import { randomUUID } from 'node:crypto';
import type { Api } from '../app/api';
import type { Office } from '../app/office';
import type { Config } from '../config';
import { translate } from '../i18n/translate';
import type { Log } from '../ports/log';
import { wordsFor } from '../present/words';
import {
  apiRoutes,
  createWeb,
  frontPage,
  type Listening,
  type Meters,
  officePages,
  setupPage,
  type Web,
} from '../web';
import type { Platform } from './platforms';
import type { readinessOf } from './readiness';
import { after, realClock } from './real-time';
import { viewSetup } from './setup-view';

export interface ServeParts {
  config: Config;
  office: Office;
  api: Api;
  platforms: readonly Platform[];
  meters: Meters;
  ready: ReturnType<typeof readinessOf>;
  log: Log;
}

/** Starts the one HTTP server, with the routes of every platform. Throws when the address cannot be had. */
export function serve({
  config,
  office,
  api,
  platforms,
  meters,
  ready,
  log,
}: ServeParts): Promise<Listening> {
  const { http, defaults, retentionMonths } = config;
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
  const operator = { token: metricsToken, hosts: [host], setting: 'METRICS_TOKEN' as const };
  const defaultLocale = defaults.language;
  web.app.use(setupPage({ translate, defaultLocale, access: operator, look: viewSetup }));
  for (const { routes, posts, open } of platforms) {
    for (const route of routes) open ? web.useOpen(route) : web.app.use(route);
    for (const [path, receiver] of Object.entries(posts)) web.post(path, receiver, { open });
  }
  if (http.pagesAt !== null) mountPages(web, { config, office, api });
  // The last of the routes: a sandbox has a page of its own there.
  web.app.use(frontPage({ translate, retentionMonths, defaultLocale }));
  return web.listen(listenHost, port);
}

/** The pages and the API; in the sandbox this machine alone reaches them. */
function mountPages(web: Web, { config, office, api }: Pick<ServeParts, 'config' | 'office' | 'api'>): void {
  const secure = config.http.pagesAt?.startsWith('https:') ?? false;
  const routes = [
    officePages({ office, wordsFor, secure }),
    apiRoutes({ api, wordsFor, now: realClock.now }),
  ];
  for (const each of routes) config.sandbox ? web.useOpen(each) : web.app.use(each);
}
