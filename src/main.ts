import { parseIntent } from './grammar/parse';
import './main/signals';
import { randomUUID } from 'node:crypto';
import { createApi } from './app/api';
import { createJoined } from './app/linking';
import { routeChats } from './app/linking/route-chats';
import { createOffice } from './app/office';
import { createInbox } from './app/requests/inbox';
import type { Config } from './config';
import { createLog } from './log';
import { controlClock, createClock } from './main/clock';
import { createCore } from './main/create-core';
import { openDatabase } from './main/database';
import { dedupeFaultLog } from './main/dedupe-fault-log';
import { captureConsole } from './main/library-console';
import { Lifecycle } from './main/lifecycle';
import { openPlatforms, type Platform } from './main/platforms';
import { readinessOf } from './main/readiness';
import { after, pause, steadyClock } from './main/real-time';
import { serve } from './main/serve';
import { readSettings } from './main/settings';
import { onStopSignal } from './main/signals';
import { watchConnections, watchPlatforms, watchWork } from './main/watch';
import { absencesIn, resumeWork, startWork, workOf } from './main/work';
import type { Chat } from './ports/chat';
import type { Log } from './ports/log';
import { present } from './present';
import { createMeters } from './web';

const EXIT_CONFIG = 2;
const EXIT_FAULT = 1;

async function start(config: Config, log: Log, lifecycle: Lifecycle): Promise<void> {
  const meters = createMeters({ now: steadyClock.now, after });
  const { metrics } = meters;
  const database = await openDatabase(config.store, { log, metrics });
  lifecycle.onStop('database', database.close);
  const { store, shared } = database;

  const { pairs, linkBy } = config.joined;
  const joined = createJoined({ pairs, linking: linkBy !== null, store, log });
  await joined.prepare();

  const clock = createClock(database.clock, config.clock, log);
  /** By the platform's name; each is added once it is open. */
  const chats: Record<string, Chat> = {};
  const chat = joined.chat(routeChats(chats));
  const { defaults, retentionMonths } = config;
  const core = createCore({
    store: { ...store, absences: absencesIn({ isReal: () => clock.isReal }, store.absences) },
    ...{ chat, present, clock, after, newId: randomUUID, log, metrics, defaults, retentionMonths },
    pagesAt: config.http.pagesAt,
    isJoined: joined.isJoined,
  });
  lifecycle.onStop('edits', () => core.refresh.settle());
  const inbox = joined.inbox(createInbox(core, parseIntent));
  const work = workOf(core, () => !lifecycle.stopping);
  const control = controlClock({ clock, core, config: config.clock, runDue: work.runStep });
  lifecycle.onStop('clock', () => control.stop());

  const platforms = await openPlatforms({ config, database, core, inbox, control, known: joined.known });
  for (const { name, chat, stop } of platforms) {
    chats[name] = chat;
    lifecycle.onStop('platforms', stop);
  }
  watchWork(meters, store, clock);
  watchConnections(meters, store);
  watchPlatforms(meters, platforms);
  const ready = readinessOf({ lifecycle, store, platforms, log });
  const office = createOffice(core, parseIntent);
  const api = createApi(core);
  const server = await serve({ config, office, api, platforms, meters, ready, log });
  lifecycle.onStop('server', server.close);

  await resumeWork(core, { shared });
  for (const platform of platforms) await platform.start();
  control.start();
  const schedules = startWork(core, { shared, isReal: () => clock.isReal, ...work });
  lifecycle.onStop('schedules', schedules.stop);
  lifecycle.serving();
  for (const platform of platforms) await platform.afterReady();
  sayReady(platforms, server.url, log);
  if (config.sandbox)
    process.stdout.write(`Telework Days bot: open ${server.url} to try it in the sandbox\n`);
}

/** A platform that nobody can be served on was logged with its cause; the others go on. */
function sayReady(platforms: readonly Platform[], url: string, log: Log): void {
  const isWhole = platforms.every((platform) => platform.fault() === null);
  const about = { url, platforms: platforms.map(({ name }) => name) };
  if (isWhole) log.info(about, 'ready');
  else log.error(about, 'started, but not everything can be served: run npm run doctor');
}

async function main(): Promise<void> {
  const config = readSettings();
  if (typeof config === 'string') return refuseToStart(config);
  const log = dedupeFaultLog(createLog(config.log.level), steadyClock);
  captureConsole(log);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error({ err: error }, 'stopped by a fault');
      process.exit(EXIT_FAULT);
    });
  }
  const lifecycle = new Lifecycle({ log, drain: () => pause(config.http.drainMs) });
  const started = start(config, log, lifecycle);
  onStopSignal(async (signal) => {
    log.info({ signal }, 'stopping');
    // A start that is under way is finished first: what it has opened is then known, and stops in order.
    await started;
    await lifecycle.stop();
    log.info({}, 'stopped');
    process.exit(0);
  });
  await started.catch(async (error: unknown) => {
    await lifecycle.stopOnly('database');
    throw error;
  });
}

function refuseToStart(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = EXIT_CONFIG;
}

void main().catch((error: unknown) => {
  createLog('error').error({ err: error }, 'not started');
  // A server or a timer that was started already must not keep the process alive.
  process.exit(EXIT_FAULT);
});
