import { writeSync } from 'node:fs';
import { openStore, StoreError } from '../../../src/store';

/* Opens a store, says what came of it as JSON, and keeps it until its input ends: `opener.ts <file>`. */

const [file = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  try {
    const store = await openStore({ file, now: () => 0 });
    say({ kind: 'open', message: '' });
    process.stdin.resume().on('end', () => store.close());
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    say({ kind: error.kind, message: error.message });
  }
}

function say(result: { kind: string; message: string }): void {
  writeSync(1, `${JSON.stringify(result)}\n`);
}

main();
