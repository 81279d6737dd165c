import type { Finding } from '../../ports/check';
import { type FileInspection, type ServerInspection, StoreError } from '../../store';

export type Inspection = FileInspection | ServerInspection;

const OLDEST_SERVER = 13;
const TOLERATED_MS = 5_000;

/** The database as it stands; `file` names the one that would be made where there is none. */
export async function database(file: string, inspect: () => Promise<Inspection | null>): Promise<Finding> {
  try {
    const found = await inspect();
    if (!found) return { state: 'ok', text: `${file} will be made at the first start` };
    return found.kind === 'file' ? ofFile(file, found) : ofServer(found);
  } catch (error) {
    if (error instanceof StoreError) return { state: 'fail', text: error.message };
    throw error;
  }
}

function ofFile(file: string, { inUse, pending }: FileInspection): Finding {
  const use = inUse ? 'in use by the bot, which is running' : 'not in use: the bot is not running';
  return { state: 'ok', text: `${file} opens, ${use}${outdated(pending)}` };
}

function ofServer({ where, version, pending, offsetMs, mayWrite }: ServerInspection): Finding {
  if (version < OLDEST_SERVER) {
    const text = `${where} runs on PostgreSQL ${version}, which is too old`;
    return { state: 'fail', text, cure: `use PostgreSQL ${OLDEST_SERVER} or newer` };
  }
  if (!mayWrite) {
    const text = `${where} does not let this user write, or make tables`;
    const cure = 'name the primary server, and give the user all rights to its schema (make it the owner)';
    return { state: 'fail', text, cure };
  }
  const text = `${where} opens, PostgreSQL ${version}${outdated(pending)}`;
  if (Math.abs(offsetMs) <= TOLERATED_MS) return { state: 'ok', text };
  const seconds = Math.round(offsetMs / 1000);
  return {
    state: 'warn',
    text: `${text}; its clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine's`,
    cure: 'let both be set by NTP: the bot goes by the clock of the database',
  };
}

function outdated(pending: number): string {
  return pending > 0 ? '; the next start brings it up to date' : '';
}
