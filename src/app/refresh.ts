import { type Day, dayAt } from '../domain/calendar';
import type { OrgId, TeamId } from '../domain/people';
import type { Poll } from '../domain/poll';
import type { Team } from '../domain/settings';
import { type Core, REFRESH_DELAY, type Refresh } from './core';
import { ChatError, type LedgerEntry, type TaskKind } from './ports';
import { platformOf } from './route-chats';
import { closingMessage, pollMessage } from './views';

/** One poll whose messages no longer say what the store holds. */
interface Dirty {
  org: OrgId;
  team: TeamId;
  day: Day;
}

/** What is under way for one poll. */
interface Upkeep {
  item: Dirty;
  /** Whether something changed since its last edit began. */
  dirty: boolean;
  cancelTimer: (() => void) | null;
  editing: Promise<void> | null;
}

/**
 * Coalesces edits: changes gather for a moment, then each poll touched is edited once, from the store, so that
 * the last state is always the one sent. Polls do not wait for each other: a platform may take its time with one.
 * What is in memory here is only a hint: after a start, every unfinished poll is touched again.
 */
export function createRefresh(core: Omit<Core, 'refresh'>): Refresh {
  const polls = new Map<string, Upkeep>();

  function mark(item: Dirty, delay: number): void {
    const key = `${item.org}|${item.team}|${item.day}`;
    const upkeep = polls.get(key) ?? { item, dirty: true, cancelTimer: null, editing: null };
    polls.set(key, upkeep);
    upkeep.dirty = true;
    if (!upkeep.editing) upkeep.cancelTimer ??= core.after(delay, () => begin(key, upkeep));
  }

  function begin(key: string, upkeep: Upkeep): void {
    upkeep.cancelTimer?.();
    upkeep.cancelTimer = null;
    upkeep.dirty = false;
    upkeep.editing = editOne(upkeep.item).then((wait) => {
      upkeep.editing = null;
      if (wait !== null) mark(upkeep.item, wait);
      else if (upkeep.dirty) mark(upkeep.item, REFRESH_DELAY);
      else polls.delete(key);
    });
  }

  /** How long to wait before this poll is tried again; null: no need. */
  async function editOne(item: Dirty): Promise<number | null> {
    try {
      await editPosts(core, item);
      core.metrics.count({ what: 'edit-sent', platform: platformOf(item.org) });
      return null;
    } catch (error) {
      const wait = retryDelay(error);
      // Waiting for its turn is how a full lane works; anything else is worth a look.
      const level = error instanceof ChatError && error.kind === 'rate-limited' ? 'debug' : 'warn';
      core.log[level]({ err: error, team: item.team, day: item.day, retryMs: wait }, 'poll not edited');
      return wait;
    }
  }

  return {
    touch(org, team, day) {
      core.metrics.count({ what: 'edit-asked', platform: platformOf(org) });
      mark({ org, team, day }, REFRESH_DELAY);
    },
    async settle() {
      await Promise.all([...polls.values()].map(({ editing }) => editing));
      for (const [key, upkeep] of polls) if (upkeep.dirty && !upkeep.editing) begin(key, upkeep);
      await Promise.all([...polls.values()].map(({ editing }) => editing));
    },
  };
}

/** Edits the poll's own message and its closing tally, where they were posted. */
export async function editPosts(core: Omit<Core, 'refresh'>, { org, team: id, day }: Dirty): Promise<void> {
  const [team, poll] = await Promise.all([core.store.teams.get(org, id), core.store.polls.get(org, id, day)]);
  if (!team || !poll || team.trouble) return;
  const entries = await core.store.ledger.list(org, id, day, null);
  await editKind(core, team, poll, entries, 'open');
  await editKind(core, team, poll, entries, 'close');
}

async function editKind(
  core: Omit<Core, 'refresh'>,
  team: Team,
  poll: Poll,
  entries: readonly LedgerEntry[],
  kind: Extract<TaskKind, 'open' | 'close'>,
): Promise<void> {
  const post = entries.find((entry) => entry.kind === kind)?.post;
  if (!post) return;
  const now = core.clock.now();
  const body = await (kind === 'open' ? pollMessage : closingMessage)(core, team, poll, now);
  const card = core.present({ today: dayAt(now, poll.zone), ...body }, team.settings.language);
  try {
    await core.chat.edit(poll.org, post, card);
  } catch (error) {
    if (!(error instanceof ChatError) || retryDelay(error) !== null) throw error;
    // Somebody deleted the message, or it is too old: that says nothing of the team's other messages.
    core.log.warn({ err: error, team: team.id, kind, day: poll.day }, 'message can no longer be edited');
  }
}

/** How long to wait before the next try, or null where a repeat cannot help. An edit is safe to repeat. */
function retryDelay(error: unknown): number | null {
  if (!(error instanceof ChatError)) return null;
  if (error.kind === 'rate-limited') return error.retryAfterMs ?? 30_000;
  return error.kind === 'unreachable' || error.kind === 'uncertain' ? 5_000 : null;
}
