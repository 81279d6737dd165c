import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for one test's files. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'telework-store-'));
}
