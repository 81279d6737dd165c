// Runs emulate's Slack with the seed of the first argument, prints its address, and ends with its parent's pipe.
// A process of its own: the package is of ES modules only, which Jest's loader cannot run.
import { createEmulator } from 'emulate';

const seed = JSON.parse(process.argv[2] ?? '{}');
const { url } = await createEmulator({ service: 'slack', port: 0, seed: { slack: seed } });
process.stdout.write(`${url.replace('localhost', '127.0.0.1')}\n`);
process.stdin.on('end', () => process.exit()).resume();
