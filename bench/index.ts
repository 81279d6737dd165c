import { measureBacklog } from './backlog';
import { measureBooks } from './books';
import { measureDrill } from './drill';
import { measureGrowth } from './growth';
import { aboutMachine, type Measurement, machine, toBlock } from './lib/figures';
import { measureReplay } from './replay';
import { measureReplicas } from './replicas';
import { measureSeven } from './seven';
import { measureSlackCalls } from './slack-calls';
import { measureSlackOpenings } from './slack-openings';
import { measureSlackPresses } from './slack-presses';
import { measureStart } from './start';
import { measureTally } from './tally';
import { measureTeamsCalls } from './teams-calls';
import { measureTeamsOpenings } from './teams-openings';
import { measureTeamsPresses } from './teams-presses';
import { measureTicks } from './tick';
import { measureVotes } from './votes';

/* `npm run bench [-- --json] [-- NAME ...]`: prints figures and ratios. It never fails: it measures. */

const MEASURES = {
  votes: measureVotes,
  tally: measureTally,
  ticks: measureTicks,
  start: measureStart,
  'slack-presses': measureSlackPresses,
  'slack-calls': measureSlackCalls,
  'slack-openings': measureSlackOpenings,
  'teams-presses': measureTeamsPresses,
  'teams-calls': measureTeamsCalls,
  'teams-openings': measureTeamsOpenings,
  replicas: measureReplicas,
  drill: measureDrill,
  seven: measureSeven,
  growth: measureGrowth,
  backlog: measureBacklog,
  books: measureBooks,
  replay: measureReplay,
};

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const json = process.argv.includes('--json');
  const measurements: Measurement[] = [];
  if (!json) process.stdout.write(`${aboutMachine()}\n`);
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`measuring ${name} …\n`);
    const measurement = await measure().catch((error: unknown) => failed(name, error));
    measurements.push(measurement);
    if (!json) process.stdout.write(`${toBlock(measurement)}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ machine: machine(), measurements }, null, 2)}\n`);
  process.exit(0);
}

/** One that fails must not take the others' figures with it. */
function failed(name: string, error: unknown): Measurement {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return { title: `${name} FAILED`, figures: [] };
}

void main();
