import { StoreError, type StoreFault } from '../errors';

/** The kind of fault, and the end of a sentence that begins with the database's name: its meaning and cure. */
type Verdict = readonly [kind: StoreFault, text: string];

const REFUSED: Verdict = ['constraint', 'refused the data.'];
const AWAY: Verdict = [
  'unavailable',
  'cannot be reached, or broke off. Check the server and the network; the bot goes on by itself once it answers.',
];
const BUSY: Verdict = ['busy', 'took too long: a lock or the load holds it up. Look for long transactions.'];
const CONFLICT: Verdict = ['conflict', 'had this done by another session at the same moment. Try again.'];
const RIGHTS: Verdict = ['read-only', 'does not let this user do it. Give it the rights to its own schema.'];
const LOGIN: Verdict = ['unavailable', 'refuses the user or the password. Check both in DATABASE_URL.'];
const UNKNOWN_HOST: Verdict = ['unavailable', 'is on an unknown host. Check the host in DATABASE_URL.'];
const SILENT: Verdict = [
  'unavailable',
  'does not answer. Start the server, or check host and port in DATABASE_URL.',
];
const FULL: Verdict = ['full', 'cannot grow: the disk is full. Free some space; the bot goes on by itself.'];
const CORRUPT: Verdict = ['corrupt', 'is damaged. Stop the bot, and restore the last backup.'];
const CROWDED: Verdict = [
  'unavailable',
  'takes no more connections. Lower DATABASE_POOL_SIZE, or raise max_connections of the server.',
];

/** By SQLSTATE, by its class (the first two characters), or by the system's error code. */
const VERDICTS: Record<string, Verdict> = {
  '22': REFUSED,
  '23': REFUSED,
  '25006': ['read-only', 'takes no writing: it is a standby, or set to read only. Name the primary server.'],
  '28': LOGIN,
  '3D000': ['unavailable', 'does not exist. Create it, or name another one in DATABASE_URL.'],
  '40001': CONFLICT,
  '40P01': CONFLICT,
  '42501': RIGHTS,
  '53100': FULL,
  '53300': CROWDED,
  '55P03': BUSY,
  '57014': BUSY,
  EAI_AGAIN: UNKNOWN_HOST,
  ECONNREFUSED: SILENT,
  EHOSTUNREACH: SILENT,
  ENOTFOUND: UNKNOWN_HOST,
  ETIMEDOUT: SILENT,
  XX001: CORRUPT,
  XX002: CORRUPT,
};

/** Maps an error of the driver to a StoreError by its code, never by its text. */
export function storeError(cause: unknown, where: string): StoreError {
  if (cause instanceof StoreError) return cause;
  const code = codeOf(cause);
  const [kind, text] = VERDICTS[code] ?? VERDICTS[code.slice(0, 2)] ?? AWAY;
  return new StoreError(kind, `${where} ${text}`, { cause });
}

/**
 * Whether the server itself reported the error, so that the connection is worth keeping; after any other it may be broken.
 * A server that became read-only was demoted: a kept connection would refuse every later write, too.
 */
export function isVerdict(cause: unknown): boolean {
  const code = codeOf(cause);
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P0|25006)/.test(code) && !code.startsWith('E');
}

export function closedError(where: string): StoreError {
  return new StoreError('closed', `${where} is closed already: the bot is stopping.`);
}

/** A host with several addresses fails with an error that contains one error per address. */
function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return '';
  if ('code' in cause && cause.code) return String(cause.code);
  return 'errors' in cause && Array.isArray(cause.errors) ? codeOf(cause.errors[0]) : '';
}
