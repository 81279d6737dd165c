import { loadConfig } from '../../config';
import { runCommand } from '../command';
import { examine } from './examine';
import { describeResults, hasFailed } from './report';

/* `npm run doctor`: says what is right with the set-up, what is wrong, and the cure. The bot may run meanwhile. */

async function doctor(): Promise<void> {
  const parts = { now: () => Date.now(), fetch, nodeVersion: process.versions.node };
  const results = await examine(loadConfig(), parts);
  process.stdout.write(`${describeResults(results)}\n`);
  if (hasFailed(results)) process.exitCode = 1;
}

runCommand(doctor, 'The doctor failed.');
