import type { Core, Repositories } from '../../src/app/core';
import { showStatuses } from '../../src/app/people/status';
import { createInbox } from '../../src/app/requests/inbox';
import { keepBooks } from '../../src/app/schedule/keep-books';
import { runDueTasks } from '../../src/app/schedule/run-due-tasks';
import type { SettingDefaults } from '../../src/domain/teams/settings';
import { parseIntent } from '../../src/grammar/parse';
import { type CoreParts, createCore } from '../../src/main/create-core';
import type { After } from '../../src/ports/clock';
import type { Inbox } from '../../src/ports/inbox';
import type { Log } from '../../src/ports/log';
import { silentMetrics } from '../../src/ports/metrics';
import { present } from '../../src/present';
import { createFakeChat } from '../fakes/chat';

/** What new teams of tests begin with. */
export const DEFAULTS: SettingDefaults = { zone: 'Asia/Tokyo', language: 'en', country: 'JP' };

/** A warning or an error that was logged. */
export interface Complaint {
  level: 'warn' | 'error';
  text: string;
  fields: Record<string, unknown>;
}

/** A log which keeps warnings and errors, as long as `isOpen` says so. */
export function complaintLog(
  complaints: Complaint[] = [],
  isOpen: () => boolean = () => true,
): Log & { complaints: Complaint[] } {
  const complain = (level: Complaint['level']) => (fields: Record<string, unknown>, text: string) => {
    if (isOpen()) complaints.push({ level, fields, text });
  };
  return { debug() {}, info() {}, warn: complain('warn'), error: complain('error'), complaints };
}

/** Ids in order: `id1`, `id2`. */
export function countedIds(prefix = 'id'): () => string {
  let ids = 0;
  return () => `${prefix}${++ids}`;
}

/** Starts no timer: edits are sent by `settle` alone, and no test waits for them. */
export const never: After = () => () => {};

export type TestCoreParts = Partial<CoreParts> & { store: Repositories } & Pick<CoreParts, 'clock'>;

/** The core on a store and a clock, and its inbox. Every other part has a plain default. */
export function createTestCore(parts: TestCoreParts): { core: Core; inbox: Inbox } {
  const core = createCore({
    chat: createFakeChat(),
    present,
    after: never,
    newId: countedIds(),
    log: complaintLog(),
    metrics: silentMetrics,
    defaults: DEFAULTS,
    retentionMonths: 13,
    isJoined: () => true,
    pagesAt: 'https://bot.example.com',
    ...parts,
  });
  return { core, inbox: createInbox(core, parseIntent) };
}

/** Closes the books that are due, then does everything else that is due; resolves with how much. */
export async function runDue(core: Core): Promise<number> {
  await keepBooks(core, () => true);
  const done = await runDueTasks(core);
  await showStatuses(core, () => true);
  return done;
}
