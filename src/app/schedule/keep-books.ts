import { isDayOver } from '../../domain/teams/day-over';
import type { Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** The ports to close the books of days that are over. */
export type BookNeeds = 'books' | 'clock' | 'log' | 'teams';

/** An answer of the last moment may be on its way to its commit. */
const SETTLED_MS: Millis = 60_000;
/** Members of one round: the next one goes on. */
const MEMBERS = 20_000;

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
  for (const poll of await books.due(clock.now() - SETTLED_MS)) {
    if (!goOn() || members > MEMBERS) return false;
    members += await books.close(poll, clock.now());
  }
  return true;
}

async function closeDays({ books, clock, teams }: Ports<BookNeeds>, goOn: () => boolean): Promise<void> {
  for (const { org, day } of await books.dueDays()) {
    const now = clock.now();
    if (!goOn()) return;
    if (isDayOver(day, await teams.list(org), now - SETTLED_MS)) await books.closeDay(org, day, now, goOn);
  }
}
