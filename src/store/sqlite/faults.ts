import { StoreError, type StoreFault } from '../errors';

/** SQLite's primary result codes that an operator can act upon. */
const FAULTS: Record<number, StoreFault> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  11: 'corrupt',
  13: 'full',
  19: 'constraint',
  20: 'constraint',
  26: 'corrupt',
};

/** Extended codes of growing a file: a quota or a limit on its size is reported as a failing disk. */
const NO_ROOM = new Set([778, 4874]);

const CURES: Partial<Record<StoreFault, string>> = {
  busy: 'is held by another program. Close whatever has it open.',
  'read-only': 'cannot be written. Give the user the bot runs as the right to write it and its folder.',
  corrupt:
    'is damaged, or no database at all. Stop the bot, keep the file, and put back the last backup (npm run backup).',
  full: 'cannot grow: the disk is full, or a quota. Free some space; the bot goes on by itself.',
  constraint: 'refused the data.',
};

/** Maps an error of the driver to a StoreError by SQLite's code, never by its text. */
export function storeError(cause: unknown, file: string): StoreError {
  if (cause instanceof StoreError) return cause;
  const kind = faultOf(cause);
  const cure = CURES[kind] ?? 'cannot be read or written. Check the disk and the folder.';
  return new StoreError(kind, `Database ${file} ${cure}`, { cause });
}

/** The driver's errors while binding values have no code: they are faults of the data. */
function faultOf(cause: unknown): StoreFault {
  if (!(cause instanceof Error) || !('rawCode' in cause)) return 'constraint';
  const code = Number(cause.rawCode);
  return NO_ROOM.has(code) ? 'full' : (FAULTS[code & 0xff] ?? 'unavailable');
}

export function closedError(file: string): StoreError {
  return new StoreError('closed', `Database ${file} is closed already: the bot is stopping.`);
}
