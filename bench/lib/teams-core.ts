import { join } from 'node:path';
import { createTeams } from '../../adapters/teams';
import type { AuthEndpoints } from '../../adapters/teams/types';
import { translate } from '../../src/i18n/translate';
import { createRateLimiter } from '../../src/limits/rate-limiter';
import { createTokenBuckets } from '../../src/limits/token-bucket';
import type { After, Clock } from '../../src/ports/clock';
import type { Log } from '../../src/ports/log';
import { openStore, STORE_FILE } from '../../src/store';
import { createWeb } from '../../src/web';
import { countedIds, createTestCore, DEFAULTS } from '../../test/support/core';

/** The address of the fake of Microsoft and the bot's registration there, as plain data for another process. */
export interface TeamsSide {
  appId: string;
  password: string;
  tenant: string;
  /** Settings of the SDK. */
  settings: object;
  /** `http://127.0.0.1:<port>`. */
  url: string;
  login: string;
}

/** The bot behind real token checks and a real database file; only Microsoft's addresses are other ones. */
export async function openTeamsCore(options: {
  side: TeamsSide;
  credentials: AuthEndpoints['credentials'];
  folder: string;
  clock: Clock;
  /** The clock of the platform's rate limits. */
  realClock: Clock;
  after: After;
}) {
  const { side, folder, clock, realClock, after } = options;
  const log: Log = { debug() {}, info() {}, warn() {}, error: (fields, text) => console.error(text, fields) };
  const newId = countedIds();
  const store = await openStore({ file: join(folder, STORE_FILE), now: clock.now });
  const { appId, password, tenant } = side;
  const teams = createTeams({
    translate,
    config: {
      credentials: { type: 'SingleTenant', appId, password, tenantId: tenant },
      tenants: [tenant],
      admins: [],
    },
    memory: store.memory('teams'),
    forgottenAmong: store.people.forgottenAmong,
    clock: realClock,
    after,
    limiter: createRateLimiter(createTokenBuckets(realClock), realClock, after),
    log,
    newId,
    defaults: DEFAULTS,
    authEndpoints: {
      settings: side.settings,
      credentials: options.credentials,
      serviceHosts: [new URL(side.url).host],
    },
  });
  const { core, inbox } = createTestCore({ store, chat: teams.chat, clock, after, newId, log });
  const web = createWeb({ log, newId, after, ready: async () => {} });
  for (const [path, receiver] of Object.entries(teams.posts(inbox))) web.post(path, receiver);
  await teams.start(inbox);
  const listening = await web.listen('127.0.0.1', 0);
  return {
    core,
    port: Number(new URL(listening.url).port),
    async close() {
      await listening.close();
      await teams.stop();
      await store.close();
    },
  };
}
