import { type Day, dayAt } from '../domain/calendar';
import type { OrgId, TeamId } from '../domain/people';
import type { Poll } from '../domain/poll';
import type { Team } from '../domain/settings';
import { type Core, REFRESH_DELAY, type Refresh } from './core';
import { ChatError, type LedgerEntry, type TaskKind } from './ports';
import { closingMessage, pollMessage } from './views';

/** One poll whose messages no longer say what the store holds. */
interface Dirty {
  org: OrgId;
  team: TeamId;
  day: Day;
}

/**
 * Coalesces edits: changes gather for a moment, then each poll touched is edited once, from the store, so that
 * the last state is always the one sent. What is in memory here is only a hint: after a start, every unfinished
 * poll is touched again.
 */
export function createRefresh(core: Omit<Core, 'refresh'>): Refresh {
  const dirty = new Map<string, Dirty>();
  let cancelTimer: (() => void) | null = null;
  let running: Promise<void> = Promise.resolve();

  function schedule(delay: number): void {
    cancelTimer ??= core.after(delay, () => {
      cancelTimer = null;
      running = running.then(flush);
    });
  }

  function mark(item: Dirty, delay: number): void {
    dirty.set(`${item.org}|${item.team}|${item.day}`, item);
    schedule(delay);
  }

  async function flush(): Promise<void> {
    const batch = [...dirty.values()];
    dirty.clear();
    for (const item of batch) await editOne(item);
  }

  async function editOne(item: Dirty): Promise<void> {
    try {
      await editPosts(core, item);
    } catch (error) {
      const wait = retryDelay(error);
      core.log.warn({ err: error, team: item.team, day: item.day, retry: wait !== null }, 'poll not edited');
      if (wait !== null) mark(item, wait);
    }
  }

  return {
    touch: (org, team, day) => mark({ org, team, day }, REFRESH_DELAY),
    async settle() {
      cancelTimer?.();
      cancelTimer = null;
      running = running.then(flush);
      await running;
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
  await core.chat.edit(poll.org, post, card);
}

/** How long to wait before the next try, or null where a repeat cannot help. An edit is safe to repeat. */
function retryDelay(error: unknown): number | null {
  if (!(error instanceof ChatError)) return null;
  if (error.kind === 'rate-limited') return error.retryAfterMs ?? 30_000;
  return error.kind === 'unreachable' || error.kind === 'uncertain' ? 5_000 : null;
}
