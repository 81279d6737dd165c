import { loadConfig } from '../../config';
import { examine } from './examine';
import { describeResults, hasFailed } from './report';

/* `npm run doctor`: says what of the set-up is right and what is wrong, beside a bot that may be running. */

const EXIT_FAULT = 1;

async function main(): Promise<void> {
  const parts = { now: () => Date.now(), fetch, nodeVersion: process.versions.node };
  const results = await examine(loadConfig(), parts);
  process.stdout.write(`${describeResults(results)}\n`);
  if (hasFailed(results)) process.exitCode = EXIT_FAULT;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The doctor failed.'}\n`);
  process.exitCode = EXIT_FAULT;
});
