import { isDayOver } from '../../domain/teams/day-over';
import type { Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** The ports to close the books of days that are over. */
export type BookNeeds = 'books' | 'clock' | 'log' | 'teams';

/** An answer of the last moment may be on its way to its commit. */
const SETTLED_MS: Millis = 60_000;
/** Members of one round: the next one goes on. */
const MEMBERS = 20_000;
/** Books that are closed at once. */
const LANES = 4;

/**
 * Closes a portion of the books that are due: of polls, then of days which are over in all teams of an organisation. Any
 * number of processes may do so at once. A fault is logged, and the next round tries again.
 */
export async function keepBooks(core: Ports<BookNeeds>, goOn: () => boolean): Promise<void> {
  try {
    if (await closePolls(core, goOn)) await closeDays(core, goOn);
  } catch (error) {
    core.log.warn({ err: error }, 'books not closed; trying again');
  }
}

/** False: there may be more. */
async function closePolls({ books, clock }: Ports<BookNeeds>, goOn: () => boolean): Promise<boolean> {
  let members = 0;
  return inLanes(await books.due(clock.now() - SETTLED_MS), async (poll) => {
    if (!goOn() || members > MEMBERS) return false;
    members += await books.close(poll, clock.now());
    return true;
  });
}

/**
 * Closes several at once, as they share commits, until one is not to be closed any more: false. Throws the first fault, once
 * no lane runs any more.
 */
async function inLanes<Open>(
  due: readonly Open[],
  close: (open: Open) => Promise<boolean>,
): Promise<boolean> {
  const queue = due.values();
  const lane = async () => {
    for (const open of queue) if (!(await close(open))) return false;
    return true;
  };
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.every((one) => one.status === 'fulfilled' && one.value);
}

async function closeDays({ books, clock, teams }: Ports<BookNeeds>, goOn: () => boolean): Promise<void> {
  await inLanes(await books.dueDays(), async ({ org, day }) => {
    const now = clock.now();
    if (!goOn()) return false;
    if (isDayOver(day, await teams.list(org), now - SETTLED_MS)) await books.closeDay(org, day, now, goOn);
    return true;
  });
}
