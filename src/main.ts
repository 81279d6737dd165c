import './main/signals';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startSchedules } from '../schedules';
import type { Core } from './app/core';
import { measureLedger } from './app/delivery/measure-ledger';
import { createJoined } from './app/linking';
import { routeChats } from './app/linking/route-chats';
import { createInbox } from './app/requests/inbox';
import { runDueTasks } from './app/schedule/run-due-tasks';
import { upcomingTask } from './app/schedule/upcoming';
import { watchClock } from './app/schedule/watch-clock';
import { type Config, describeFaults, loadConfig, prepareDataDir } from './config';
import { seedDemo } from './demo/seed-demo';
import { createTimeControl } from './demo/time-control';
import type { Millis } from './domain/time/calendar';
import { createRateLimiter } from './limits/rate-limiter';
import { createLog } from './log';
import { createCore } from './main/create-core';
import { followDatabase } from './main/database-clock';
import { openPlatforms } from './main/platforms';
import { quietLog } from './main/quiet-log';
import { databaseAnswers } from './main/readiness';
import { STOP_SIGNALS } from './main/signals';
import { watchConnections, watchWork } from './main/watch';
import type { After, Clock } from './ports/clock';
import type { Log } from './ports/log';
import { present } from './present';
import { openStore, STORE_FILE, type Store } from './store';
import { createMeters, createWeb, type Meters, NotReady } from './web';

const realClock: Clock = { now: () => Date.now() };
const after: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};

/** No jump of the machine's clock moves it: for the limits of the platforms. */
const steadyClock: Clock = { now: () => performance.now() };
/** Of several processes the next one must soon notice what one that died has left: every quarter of a minute. */
const OFTEN = '*/15 * * * * *';

const EXIT_CONFIG = 2;
const EXIT_FAULT = 1;

/** The parts that are running, in the order in which they stop. */
type Stop = () => Promise<void> | void;

async function start(config: Config, log: Log): Promise<Stop[]> {
  let clock: Clock = realClock;
  const meters = createMeters({ now: () => performance.now(), after });
  const { metrics } = meters;
  const store = await openStore({ ...databaseOf(config), now: () => clock.now(), log, metrics });
  try {
    const ledger = measureLedger(store.ledger, metrics);
    const { time } = store;
    const followed =
      config.store.kind === 'postgres'
        ? await followDatabase({ local: realClock, steady: steadyClock, time, after, log })
        : null;
    clock = followed ?? realClock;
    const stops = await assemble(config, log, { ...store, ledger }, meters, clock);
    return followed ? [followed.stop, ...stops] : stops;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function databaseOf({ store }: Config) {
  return store.kind === 'postgres' ? store : { file: join(store.dataDir, STORE_FILE) };
}

/** `clock`: real time, which all processes on the same database agree upon. */
async function assemble(
  config: Config,
  log: Log,
  store: Store,
  meters: Meters,
  clock: Clock,
): Promise<Stop[]> {
  let state: 'starting' | 'serving' | 'stopping' = 'starting';
  const control = createTimeControl({
    real: clock,
    after,
    log,
    runDue: () => runDueTasks(core, () => state !== 'stopping'),
    nextWake: () => store.wakeQueue.nextWake(),
    wakeAll: () => store.wakeQueue.wake(null),
    settle: () => core.refresh.settle(),
    start: config.clock && { now: config.clock.simulatedNow ?? clock.now(), speed: config.clock.speed },
  });
  if (config.clock)
    log.warn({ speed: config.clock.speed }, 'THE CLOCK IS SIMULATED: nothing happens at its real time');
  const { pairs, linkBy } = config.joined;
  const joined = createJoined({ pairs, linking: linkBy !== null, store, log });
  await joined.prepare();
  const platforms = await openPlatforms({
    config,
    store,
    log,
    metrics: meters.metrics,
    after,
    realClock: clock,
    limiter: createRateLimiter(store.tokenBuckets(steadyClock), steadyClock, after),
    control,
    known: joined.known,
    upcoming: (org) => upcomingTask(core, org),
    seed: (inbox, org, places) => seedDemo(core, inbox, org, places),
  });
  const chat = joined.chat(routeChats(Object.fromEntries(platforms.map(({ name, chat }) => [name, chat]))));
  const core = createCore({
    store,
    chat,
    present,
    clock: control,
    after,
    newId: randomUUID,
    log,
    metrics: meters.metrics,
    defaults: config.defaults,
  });
  const inbox = joined.inbox(createInbox(core));
  watchWork(meters, store, control);
  watchConnections(meters, store);
  const web = createWeb({
    log,
    newId: randomUUID,
    after,
    metrics: { meters, token: config.http.metricsToken },
    async ready({ database }) {
      if (state !== 'serving') throw new NotReady(state);
      if (database) await databaseAnswers(store, log);
    },
  });
  for (const platform of platforms) {
    for (const route of platform.routes(inbox)) web.app.use(route);
    for (const [path, answer] of Object.entries(platform.posts(inbox))) web.post(path, answer);
  }
  const listening = await web.listen(config.http.host, config.http.port);

  const shared = config.store.kind === 'postgres';
  await resume(core, shared);
  for (const platform of platforms) await platform.start(inbox);
  const followClock = watchClock(core);
  const beat = { log, ...(shared ? { expression: OFTEN } : {}) };
  // A morning takes long: the edits which a process that died has left do not wait for it.
  const schedules = [
    startSchedules({ ...beat, tick: () => core.refresh.catchUp() }),
    startSchedules({
      ...beat,
      async tick() {
        if (!control.isReal()) return;
        await followClock();
        await runDueTasks(core, () => state !== 'stopping');
      },
    }),
  ];
  state = 'serving';
  // Requests that wait are answered before something heavy is loaded: who asks for readiness asks often.
  await pause(20);
  for (const platform of platforms) await platform.settleIn(inbox);
  log.info({ url: listening.url, platforms: platforms.map(({ name }) => name) }, 'ready');
  if (config.sandbox)
    process.stdout.write(`Telework Days bot: open ${listening.url} to try it in the sandbox\n`);

  return [
    () => {
      state = 'stopping';
      return pause(config.http.drainMs);
    },
    () => listening.close(),
    // What waits for its turn at a platform gives up now, and with it the tick that waits for it.
    ...platforms.map((platform) => () => platform.stop()),
    ...schedules.map((schedule) => () => schedule.stop()),
    () => control.stop(),
    () => core.refresh.settle(),
    () => store.close(),
  ];
}

function pause(ms: Millis): Promise<void> {
  return new Promise((resolve) => {
    after(ms, resolve);
  });
}

/**
 * Takes up what a process that died had begun. Where others go on meanwhile, that is what none of them has taken up:
 * neither does every team need a look, nor every poll an edit.
 */
async function resume(core: Core, shared: boolean): Promise<void> {
  const recovered = await core.ledger.recover();
  if (recovered > 0) core.log.warn({ tasks: recovered }, 'tasks without an outcome are taken up again');
  if (!shared) await core.wakeQueue.wake(null);
  await core.refresh.catchUp();
}

async function main(): Promise<void> {
  const config = loadConfig();
  if ('faults' in config) return refuseToStart(describeFaults(config.faults));
  const usesFolder = config.store.kind === 'sqlite' || config.sandbox;
  const fault = usesFolder ? prepareDataDir(config.store.dataDir) : null;
  if (fault) return refuseToStart(describeFaults([fault]));
  const log = quietLog(createLog(config.log.level), steadyClock);
  const fail = (error: unknown) => {
    log.error({ err: error }, 'stopped by a fault');
    process.exit(EXIT_FAULT);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  const starting = start(config, log);
  stopOnSignal(log, starting);
  await starting;
}

function refuseToStart(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = EXIT_CONFIG;
}

/**
 * Stops in order: nothing new is taken, what runs finishes, what was acknowledged is committed. A start that is under
 * way is finished first: as process 1 of a container nobody else would end it.
 */
function stopOnSignal(log: Log, stops: Promise<readonly Stop[]>): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    for (const step of await stops) {
      try {
        await step();
      } catch (error) {
        // The others are still to stop in order: what runs would be cut off in the middle.
        log.error({ err: error }, 'a part did not stop as it should');
      }
    }
    log.info({}, 'stopped');
    process.exit(0);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
}

void main().catch((error: unknown) => {
  createLog('error').error({ err: error }, 'not started');
  // What was begun already, a server or a timer, must not keep a process alive that does nothing.
  process.exit(EXIT_FAULT);
});
