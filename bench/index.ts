import { aboutMachine, type Measurement, machine, toBlock } from './lib/figures';

/* `npm run bench [-- --json] [-- NAME ...]`: prints figures and ratios. It never fails: it measures. */

/** Each loads what it takes alone: the packages of platforms count in no other's memory. */
const MEASURES = {
  votes: async () => (await import('./votes.js')).measureVotes(),
  tally: async () => (await import('./tally.js')).measureTally(),
  ticks: async () => (await import('./tick.js')).measureTicks(),
  start: async () => (await import('./start.js')).measureStart(),
  'slack-presses': async () => (await import('./slack-presses.js')).measureSlackPresses(),
  'slack-calls': async () => (await import('./slack-calls.js')).measureSlackCalls(),
  'slack-openings': async () => (await import('./slack-openings.js')).measureSlackOpenings(),
  'teams-presses': async () => (await import('./teams-presses.js')).measureTeamsPresses(),
  'teams-calls': async () => (await import('./teams-calls.js')).measureTeamsCalls(),
  'teams-openings': async () => (await import('./teams-openings.js')).measureTeamsOpenings(),
  replicas: async () => (await import('./replicas.js')).measureReplicas(),
  drill: async () => (await import('./drill.js')).measureDrill(),
  seven: async () => (await import('./seven.js')).measureSeven(),
  growth: async () => (await import('./growth.js')).measureGrowth(),
  backlog: async () => (await import('./backlog.js')).measureBacklog(),
  books: async () => (await import('./books.js')).measureBooks(),
  replay: async () => (await import('./replay.js')).measureReplay(),
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
