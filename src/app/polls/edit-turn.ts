import { platformOf } from '../../domain/people/addresses';
import type { Millis } from '../../domain/time/calendar';
import type { PollKey } from '../../ports/store/edits';
import { type Ports, REFRESH_DELAY } from '../core';
import type { Later } from '../delivery/deliver';
import { editRetryMs, isChatFault, isLimited } from '../delivery/outcome';
import { RETRY_MS } from '../delivery/timing';
import { toldElsewhere } from './announcement-posts';
import { type EditNeeds, editPosts } from './poll-posts';

/** The ports to edit the messages of a poll in turn with other processes. */
export type EditTurnNeeds = EditNeeds | 'edits';

/** The edit is to be tried again. */
export interface Retry {
  waitMs: Millis;
  /** The latest edit of any process when the change was made: once a later one is done, the change is visible. */
  shown: number | null;
  /** The database failed, or this program: how long that lasts is unknown. */
  isFault: boolean;
}

/** Longer than an edit takes; a process that is overtaken edits again. */
const LEASE_MS: Millis = 30_000;

/**
 * Edits the poll's messages unless another process is at it, or has shown the change. Null: the change is visible, or
 * cannot be shown. Never throws: faults are logged.
 */
export async function editInTurn(
  ports: Ports<EditTurnNeeds | 'metrics'>,
  poll: PollKey,
  shown: number | null,
): Promise<Retry | null> {
  const { edits, metrics, log } = ports;
  try {
    const turn = await edits.begin(poll, LEASE_MS, shown);
    if (turn.is === 'shown') return null;
    if (turn.is === 'taken') return { waitMs: turn.waitMs, shown: turn.latest, isFault: false };
    const { retryMs, isSent, isFault } = await tryEdit(ports, poll);
    const held = await edits.end(poll, turn.edit, retryMs === null, retryMs ?? REFRESH_DELAY);
    // Overtaken: what was sent here last may be older than what another process had sent.
    if (!held) return { waitMs: REFRESH_DELAY, shown: null, isFault: false };
    if (isSent) metrics.count({ what: 'edit-sent', platform: platformOf(poll.org) });
    if (retryMs !== null) return { waitMs: retryMs, shown: null, isFault };
    const elsewhere = await toldElsewhere(ports, poll);
    return elsewhere && (await editInTurn(ports, elsewhere, null));
  } catch (error) {
    log.warn({ err: error, team: poll.team, day: poll.day }, 'poll not edited');
    return { waitMs: RETRY_MS, shown: null, isFault: true };
  }
}

/** Edits, and logs the fault where that fails. `retryMs` null: there is nothing to be tried again. */
async function tryEdit(ports: Ports<EditNeeds>, poll: PollKey) {
  try {
    const isSent = await editPosts(ports, poll);
    return { retryMs: isSent ? null : REFRESH_DELAY, isSent, isFault: false };
  } catch (fault) {
    const isFault = !isChatFault(fault);
    const retryMs = isFault ? RETRY_MS : editRetryMs(fault);
    // A call that waits for the platform's limits is nothing to look at.
    const level = isLimited(fault) ? 'debug' : 'warn';
    ports.log[level]({ err: fault, team: poll.team, day: poll.day, retryMs }, 'poll not edited');
    return { retryMs, isSent: false, isFault };
  }
}

/**
 * Edits the poll's messages now. Not null: another process is editing or posting them, and when to try again. Throws
 * what the platform or the database says.
 */
export async function editNow(ports: Ports<EditTurnNeeds>, poll: PollKey): Promise<Later | null> {
  const { edits, log } = ports;
  const turn = await edits.begin(poll, LEASE_MS, null);
  if (turn.is === 'taken') return later(turn.waitMs + REFRESH_DELAY);
  if (turn.is === 'shown') return null;
  try {
    const done = await editPosts(ports, poll);
    await edits.end(poll, turn.edit, done, REFRESH_DELAY);
    return done ? null : later(REFRESH_DELAY);
  } catch (fault) {
    await edits
      .end(poll, turn.edit, false, REFRESH_DELAY)
      .catch((err: unknown) => log.warn({ err, team: poll.team, day: poll.day }, 'edit of a poll not ended'));
    throw fault;
  }
}

function later(afterMs: Millis): Later {
  return { state: 'later', afterMs, limited: false };
}
