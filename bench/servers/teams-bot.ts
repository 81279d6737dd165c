import { runDueTasks } from '../../src/app/schedule/run-due-tasks';
import { botCredentials } from '../../test/fakes/teams/trust';
import { openTeamsCore, type TeamsSide } from '../lib/teams-core';

/*
 * The bot with Teams alone, as main assembles it, but with the fake of Microsoft in place of Microsoft: no
 * setting of the built bot could say that. Its own time begins at BENCH_NOW, and a tick comes each second.
 */

const { BENCH_SIDE = '{}', BENCH_FOLDER = '.', BENCH_NOW = '' } = process.env;
const ahead = Date.parse(BENCH_NOW) - Date.now();
const side = JSON.parse(BENCH_SIDE) as TeamsSide;

async function main(): Promise<void> {
  const bot = await openTeamsCore({
    side,
    credentials: botCredentials(side, side),
    folder: BENCH_FOLDER,
    clock: { now: () => Date.now() + ahead },
    realClock: Date,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  });
  const ticking = setInterval(() => void runDueTasks(bot.core), 1_000);
  process.on('SIGTERM', () => {
    clearInterval(ticking);
    void bot.close().then(() => process.exit(0));
  });
  process.stdout.write(`listening on ${bot.port}\n`);
}

void main();
