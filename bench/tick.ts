import { runDueTasks } from '../src/app/schedule/run-due-tasks';
import { aTeam, DAY, ORG, openBenchCore } from './lib/core';
import { type Measurement, timed } from './lib/figures';

const IDLE_TEAMS = 10_000;
const OPENING_TEAMS = 1_000;

/** A tick that finds nothing to do among many teams, and the one at 7:00 that opens a thousand polls. */
export async function measureTicks(): Promise<Measurement> {
  return {
    title: 'Ticks',
    figures: [
      { name: `${IDLE_TEAMS} teams, nothing due`, value: await idleTick(), unit: 'ms', goal: { atMost: 50 } },
      {
        name: `${OPENING_TEAMS} polls open at once (10 members each)`,
        value: await openingTick(),
        unit: 'ms',
      },
    ],
  };
}

async function withTeams(count: number) {
  const benchCore = await openBenchCore(Date.parse('2018-07-24T06:00:00+09:00'));
  const days = [{ day: DAY, core: true }];
  await benchCore.store.campaigns.save({
    org: ORG,
    id: 'c',
    name: 'Core day',
    days,
    target: null,
    ended: false,
  });
  for (let team = 0; team < count; team += 1) await benchCore.store.teams.create(aTeam(`team${team}`));
  await runDueTasks(benchCore.core);
  return benchCore;
}

async function idleTick(): Promise<number> {
  const benchCore = await withTeams(IDLE_TEAMS);
  benchCore.setNow(Date.parse('2018-07-24T06:01:00+09:00'));
  const time = await timed(9, () => runDueTasks(benchCore.core));
  await benchCore.close();
  return time;
}

async function openingTick(): Promise<number> {
  const benchCore = await withTeams(OPENING_TEAMS);
  benchCore.setNow(Date.parse('2018-07-24T07:00:00+09:00'));
  const start = performance.now();
  const done = await runDueTasks(benchCore.core);
  const time = performance.now() - start;
  await benchCore.close();
  if (done !== OPENING_TEAMS) throw new Error(`${done} polls were opened, not ${OPENING_TEAMS}`);
  return time;
}
